package io.fraywatch.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.server.fake.FakeDesk;
import io.fraywatch.server.fake.Running;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a sender writes into whichever field, pages hold the same elements and attributes as
/// for a harmless mail.
final class HostileMailTest {
    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/search?q=draft",
                    "/conversations/0000000000000001",
                    "/conversations/0000000000000002",
                    "/?asOf=2026-03-06");

    private static final Set<String> URLS = Set.of("href", "src", "action", "hx-get");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "'><svg/onload=alert(1)>",
                "</title><script src=//evil.example></script>",
                "</mark></details><iframe srcdoc='<script>alert(1)</script>'>",
                "javascript:alert(1)",
                "&lt;script&gt;alert(1)&lt;/script&gt;&#60;b&#62;",
                "${7*7}#{7*7}<#assign x='freemarker.template.utility.Execute'?new()>",
                "{{constructor.constructor('alert(1)')()}}",
                "\" autofocus onfocus=alert(1) x=\"",
                "\" hx-get=\"//evil.example\" hx-trigger=\"load",
                "<a href=\"https://evil.example\">Click</a><style>*{display:none}</style>",
                "-->\u2028<!--><base href=//evil.example>",
                "\u202Egnp.exe\u0000\u0007",
            })
    void staysText(String payload) throws Exception {
        try (Running harmless = new Running(new FakeDesk(text -> text + " harmless"));
                Running hostile = new Running(new FakeDesk(text -> text + " " + payload))) {
            for (String page : PAGES) {
                var answer = hostile.get(page);
                assertThat(answer.statusCode()).as(page).isEqualTo(200);
                assertThat(shape(answer.body()))
                        .as(page)
                        .isEqualTo(shape(harmless.get(page).body()));
                assertThat(answer.body()).doesNotContain("<script>alert", "49#");
            }
        }
    }

    /// The elements of a page with the names of their attributes, and where its links lead.
    private static List<String> shape(String html) {
        return Jsoup.parse(html).getAllElements().stream().map(HostileMailTest::shape).toList();
    }

    private static String shape(Element element) {
        StringBuilder shape = new StringBuilder(element.normalName());
        element.attributes()
                .forEach(attribute -> {
                    shape.append(' ').append(attribute.getKey());
                    if (URLS.contains(attribute.getKey())) {
                        shape.append('=').append(attribute.getValue());
                    }
                });
        return shape.toString();
    }
}
