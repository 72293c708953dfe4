package io.fraywatch.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.server.fake.FakeDesk;
import io.fraywatch.server.fake.Running;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ClientsPageTest {
    @SuppressWarnings("NullAway.Init")
    private Running server;

    private final FakeDesk desk = new FakeDesk();

    @BeforeEach
    void start() {
        server = new Running(desk);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(server.get(path).body());
    }

    private HttpResponse<String> post(String form, String... headers) throws Exception {
        return server.post("/clients", form, headers);
    }

    @Test
    void tellsNamedClientsFromSuggestedOnes() throws Exception {
        Document page = page("/clients");
        assertThat(page.select("caption").eachText())
                .containsExactly(
                        "Those you named", "They may be clients, too, by your mail with them");
        assertThat(page.select("table").getFirst().text())
                .contains("Harbor Lane", "31 mails both ways since January", "18 mails in, 13 out");
        assertThat(page.select("input[name=client]").eachAttr("value"))
                .containsExactly("fenwick", "lowell");
        assertThat(page.select("pre").text()).contains("- id: fenwick", "- id: lowell");
    }

    @Test
    void writesDownWhomTheUserTicked() throws Exception {
        HttpResponse<String> answer = post("client=lowell");
        assertThat(answer.statusCode()).isEqualTo(303);
        Document page = page("/clients?written=1");
        assertThat(page.select("[role=status]").text()).contains("Beatrix Lowell", "from now on");
        assertThat(page.select("table").getFirst().text()).contains("Beatrix Lowell");
        assertThat(page.select("input[name=client]").eachAttr("value")).containsExactly("fenwick");
        assertThat(page.select("pre").text()).doesNotContain("lowell");
    }

    @Test
    void saysSoWhenItHoldsOnlyFromTheNextStart() throws Exception {
        desk.deafen();
        post("client=lowell");
        Document page = page("/clients?written=1");
        assertThat(page.select("[role=status]").text()).contains("Beatrix Lowell", "next start");
        assertThat(page.select("input[name=client]").eachAttr("value")).containsExactly("fenwick");
        assertThat(page.select("pre").text()).doesNotContain("lowell");
    }

    @Test
    void readingChangesNothing() throws Exception {
        page("/clients?client=lowell&written=1");
        assertThat(page("/clients").select("input[name=client]")).hasSize(2);
    }

    @Test
    void takesNobodyItDidNotSuggest() throws Exception {
        assertThat(post("client=harborlane&client=mallory").statusCode()).isEqualTo(400);
        assertThat(post("").body()).contains("No client was chosen");
    }

    @Test
    void takesNothingFromAnotherSite() throws Exception {
        assertThat(post("client=lowell", "Origin", "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(page("/clients").select("input[name=client]")).hasSize(2);
    }
}
