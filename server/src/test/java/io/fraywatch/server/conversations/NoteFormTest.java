package io.fraywatch.server.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.server.fake.FakeDesk;
import io.fraywatch.server.fake.Running;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NoteFormTest {
    private static final String HERE = "/conversations/0000000000000001/notes";

    @SuppressWarnings("NullAway.Init")
    private Running server;

    @BeforeAll
    void start() {
        server = new Running(new FakeDesk());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aNoteLeadsBackToItsConversationAndIsRemovedOnce() throws Exception {
        HttpResponse<String> written = server.post(HERE, "text=spoke+by+phone&until=2026-05-04");
        assertThat(written.statusCode()).isEqualTo(303);
        assertThat(written.headers().firstValue("Location").orElse(""))
                .endsWith("/conversations/0000000000000001#notes");
        assertThat(server.post(HERE, "remove=1").statusCode()).isEqualTo(303);
        assertThat(server.post(HERE, "remove=1").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text=", "text=+", "text=a&until=May", "remove=x", "remove=99", "until="})
    void whatSaysNothingIsRefused(String form) throws Exception {
        HttpResponse<String> answer = server.post(HERE, form);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Nothing was noted");
    }

    @Test
    void aConversationThatIsNotThereTakesNoNote() throws Exception {
        assertThat(server.post("/conversations/0000000000000002/notes", "text=a").statusCode())
                .isEqualTo(400);
        assertThat(server.post("/conversations/zz/notes", "text=a").statusCode()).isEqualTo(400);
    }

    @Test
    void nobodyElsesPageMayNoteAnything() throws Exception {
        for (String origin : new String[] {"null", "http://evil.example"}) {
            assertThat(server.post(HERE, "text=a", "Origin", origin).statusCode()).isEqualTo(403);
        }
        assertThat(server.get(HERE + "?text=a").statusCode()).isEqualTo(405);
    }

    @Test
    void thePageOffersToNoteSomething() throws Exception {
        assertThat(server.get("/conversations/0000000000000001").body())
                .contains("What the mail doesn’t tell", "Note it", "Rests until");
    }
}
