package io.fraywatch.server.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraywatch.mail.Address;
import io.fraywatch.server.digest.DigestRenderer.Rendered;
import io.fraywatch.server.fake.FakeDesk;
import io.fraywatch.server.fake.FakeRoster;
import io.fraywatch.server.fake.TestServer;
import io.fraywatch.server.setup.MailboxNotices;
import io.fraywatch.server.web.Notice;
import io.fraywatch.server.web.Templates;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DigestMailTest {
    private static final Address FROM = new Address("Fraywatch", "dana@reyes-va.example");
    private static final Address TO = Address.of("dana@reyes-va.example");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @Test
    void holdsTheSameInPlainTextAndHtml() throws Exception {
        MimeMessage mail = parsed(write(rendered(new FakeDesk())));
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        for (int part = 0; part < 2; part++) {
            assertThat((String) parts.getBodyPart(part).getContent())
                    .contains(
                            "Tuesday 10 March 2026",
                            "Harbor Lane",
                            "did you get a chance to look at the draft?")
                    .contains(
                            "Call rather than write",
                            "http://127.0.0.1:8420/conversations/0000000000000001");
        }
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat((String) parts.getBodyPart(1).getContent())
                .contains("prefers-color-scheme: dark", "name=\"color-scheme\"")
                .doesNotContain("<img", "<script", "url(");
    }

    @Test
    void carriesTheHeadersOfAMailThatAMachineSends() throws Exception {
        MimeMessage mail = parsed(write(rendered(new FakeDesk())));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(mail.getHeader("From")).containsExactly("Fraywatch <dana@reyes-va.example>");
        assertThat(mail.getHeader("Date")).containsExactly("Tue, 10 Mar 2026 07:00:00 -0400");
        assertThat(mail.getMessageID())
                .isEqualTo("<" + DigestMail.messageId(FROM, TO, DAY) + ">")
                .endsWith("@reyes-va.example>");
        assertThat(mail.getHeader("MIME-Version")).containsExactly("1.0");
    }

    @Test
    void theSameDigestGivesTheSameBytes() throws Exception {
        assertThat(write(rendered(new FakeDesk()))).isEqualTo(write(rendered(new FakeDesk())));
    }

    @Test
    void linesAreShortEnoughForEveryServer() throws Exception {
        String mail =
                new String(
                        write(rendered(new FakeDesk(text -> text + " word".repeat(500)))),
                        StandardCharsets.US_ASCII);
        assertThat(mail.split("\r\n", -1))
                .allSatisfy(line -> assertThat(line.length()).isLessThan(998));
        assertThat(mail).doesNotContainPattern("[^\r]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x@evil.example", "a\nb", "a\rb", "a\u0000b", "\n"})
    void aHeaderValueWithALineBreakIsRefused(String value) {
        assertThatThrownBy(() -> DigestMail.set(new MimeBodyPart(), "Subject", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Subject");
    }

    @Test
    void noValueEverMakesASecondHeader() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String alphabet =
                "ab :;<>\"=?_\\\t\r\n\u0000\u000b\u000c\u0085\u010a\u010d\u200e\u2028\u560a\ud83d\ude00";
        for (int round = 0; round < 100_000; round++) {
            StringBuilder value = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                value.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            MimeBodyPart part = new MimeBodyPart();
            try {
                DigestMail.set(part, "Subject", value.toString());
            } catch (IllegalArgumentException refused) {
                continue;
            }
            List<String> lines = Collections.list(part.getAllHeaderLines());
            assertThat(lines).as("seed %d round %d", seed, round).hasSize(1);
            assertThat(lines.getFirst())
                    .as("seed %d round %d", seed, round)
                    .doesNotContainPattern(
                            "\r\n[^ \t]|\r[^\n]|[^\r]\n|[^\\x09\\x0a\\x0d\\x20-\\x7e]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\nBcc: victim@evil.example",
                "\u0000\u0007",
                "<script>alert(1)</script>",
                "\u202Egnp",
                "\u010A\u560D x",
                "\"><img src=x>"
            })
    void hostileNamesAndWordsDontBreakTheMail(String payload) throws Exception {
        MimeMessage mail = parsed(write(rendered(new FakeDesk(text -> text + payload))));
        assertThat(Collections.list(mail.getAllHeaders())).hasSize(9);
        assertThat(mail.getHeader("Bcc")).isNull();
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat((String) parts.getBodyPart(1).getContent()).doesNotContain("<script", "<img");
    }

    @Test
    void saysInBothPartsWhichMailboxIsNotReadAndWhatHelps() throws Exception {
        Supplier<List<Notice>> notices =
                new MailboxNotices(
                        new FakeRoster(), Clock.fixed(FakeDesk.NOW, TestServer.ZONE), ZONE);
        Rendered atRisk = rendered(new FakeDesk(), notices.get());
        for (String part : List.of(atRisk.text(), atRisk.html())) {
            assertThat(part)
                    .contains(
                            "Mail is missing here",
                            "agency can’t be read since Tuesday 10 March, 05:00. Check username and"
                                    + " password.",
                            "http://127.0.0.1:8420/accounts")
                    .doesNotContain("evil.example");
            assertThat(part.indexOf("Mail is missing"))
                    .isBetween(0, part.indexOf("did you get a chance"));
        }
        assertThat(atRisk.subject()).startsWith("Harbor Lane");
    }

    @Test
    void isNotCalledCalmWhereAMailboxIsNotRead() {
        Digest calm =
                new Digest(
                        DAY,
                        FakeDesk.NOW,
                        List.of(new Notice("Mail is missing here", "It can’t be read.", "")),
                        List.of(),
                        0,
                        0,
                        4);
        Rendered rendered = renderer().render(calm);
        assertThat(rendered.subject()).isEqualTo("Mail is missing here");
        assertThat(rendered.text())
                .contains("in the mail that could be read", "It can’t be read.")
                .doesNotContain("All mailboxes", "none shows a sign");
    }

    private static Rendered rendered(FakeDesk desk) throws Exception {
        return rendered(desk, List.of());
    }

    private static Rendered rendered(FakeDesk desk, List<Notice> notices) throws Exception {
        return renderer()
                .render(
                        Digest.of(
                                DAY,
                                FakeDesk.NOW,
                                notices,
                                desk.findings(FakeDesk.NOW, false),
                                Map.of(),
                                4));
    }

    private static DigestRenderer renderer() {
        return new DigestRenderer(new Templates(), URI.create("http://127.0.0.1:8420"), ZONE);
    }

    private static byte[] write(Rendered rendered) {
        return DigestMail.write(rendered, FROM, TO, DAY, FakeDesk.NOW, ZONE);
    }

    private static MimeMessage parsed(byte[] mail) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
    }
}
