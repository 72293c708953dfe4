package io.fraywatch.server.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.server.fake.FakeDesk;
import io.fraywatch.server.fake.Running;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArrangementTest {
    private static final String HERE = "/conversations/0000000000000001";

    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private Running server;

    @BeforeAll
    void start() {
        server = new Running(new FakeDesk());
    }

    @AfterAll
    void stop() {
        server.close();
        client.close();
    }

    private HttpResponse<String> post(String path, String form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String own() {
        return "http://127.0.0.1:" + server.port();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aSplitLeadsToWhereTheMailIsThen() throws Exception {
        HttpResponse<String> answer = post(HERE + "/split", "mail=m1-2", "Origin", own());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith("/conversations/0000000000000001#mail-m1-2");
    }

    @Test
    void aMailMovesToTheConversationWhosePageIsNamed() throws Exception {
        for (String to :
                new String[] {
                    "0000000000000002", own() + "/conversations/0000000000000002#mail-x"
                }) {
            String form = "mail=m1-2&to=" + encoded(to);
            assertThat(post(HERE + "/move", form, "Origin", own()).statusCode()).isEqualTo(303);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/split?mail=",
                "/split?mail=a%20b",
                "/move?mail=a&to=nowhere",
                "/merge?to=",
                "/merge?to=0000000000000002",
                "/undo?decision=x",
                "/undo?decision=99"
            })
    void whatCannotBeMovedIsSaidAndNothingIsDone(String ask) throws Exception {
        int query = ask.indexOf('?');
        HttpResponse<String> answer =
                post(HERE + ask.substring(0, query), ask.substring(query + 1), "Origin", own());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Nothing was moved");
    }

    @Test
    void nobodyElsesPageMayMoveAnything() throws Exception {
        String form = "mail=m1-2";
        assertThat(post(HERE + "/split", form).statusCode()).isEqualTo(403);
        assertThat(post(HERE + "/split", form, "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(post(HERE + "/split", form, "Origin", "http://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(
                        post(
                                        HERE + "/split",
                                        form,
                                        "Sec-Fetch-Site",
                                        "cross-site",
                                        "Sec-Fetch-Mode",
                                        "navigate")
                                .statusCode())
                .isEqualTo(403);
        assertThat(server.get(HERE + "/split?mail=m1-2").statusCode()).isEqualTo(405);
    }

    @Test
    void thePageOffersToMoveEachMailButTheFirst() throws Exception {
        String page = server.get("/conversations/0000000000000001").body();
        assertThat(page).contains("Starts a new conversation from here", "Merge");
        assertThat(page.split("Starts a new conversation", -1).length)
                .isLessThanOrEqualTo(page.split("<article", -1).length - 1);
    }
}
