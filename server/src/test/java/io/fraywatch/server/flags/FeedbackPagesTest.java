package io.fraywatch.server.flags;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.server.fake.FakeDesk;
import io.fraywatch.server.fake.Running;
import io.fraywatch.server.fake.TestServer;
import io.fraywatch.server.web.Notice;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the user says of flags on the pages.
final class FeedbackPagesTest {
    private Running server;

    @BeforeEach
    void start() {
        server = new Running(new FakeDesk());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFlagCalledWrongIsNotToldAgainUntilItIsBroughtBack() throws Exception {
        String form = formOf("Birch & Co");
        HttpResponse<String> answer = server.post(form, "say=wrong&back=/");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/");
        assertThat(clients()).containsExactly("Harbor Lane", "Copperfield Studio");
        Document said = page("/flags");
        assertThat(said.select("td").eachText()).containsExactly("0", "1", "too few to say");
        assertThat(said.select(".quiet").text()).contains("Curt reply, for good");
        server.post(said.select(".quiet form").attr("action"), "say=reopen&back=/flags");
        assertThat(clients()).contains("Birch & Co");
    }

    @Test
    void aFlagCalledRightStaysAndCounts() throws Exception {
        server.post(formOf("Harbor Lane"), "say=right&back=/");
        assertThat(clients()).contains("Harbor Lane");
        assertThat(page("/flags").select("td").eachText())
                .containsExactly("1", "0", "too few to say");
    }

    @Test
    void aSnoozedFlagSaysUntilWhen() throws Exception {
        server.post(formOf("Harbor Lane"), "say=snooze3&back=/");
        assertThat(clients()).doesNotContain("Harbor Lane");
        assertThat(page("/flags").select(".quiet").text()).contains("until Friday 13 March, 07:00");
    }

    @Test
    void whoIsNoClientCanBeOneAfterAll() throws Exception {
        server.post(formOf("Copperfield Studio"), "say=notAClient&back=/");
        assertThat(clients()).doesNotContain("Copperfield Studio");
        Document said = page("/flags");
        String client = said.select("input[name=client]").attr("value");
        String account = said.select("input[name=account]").attr("value");
        server.post("/flags/clients", "account=" + account + "&client=" + client);
        assertThat(clients()).contains("Copperfield Studio");
    }

    @Test
    void askingNeverChangesAnything() throws Exception {
        String form = formOf("Harbor Lane");
        assertThat(server.get(form + "?say=wrong").statusCode()).isEqualTo(405);
        assertThat(clients()).contains("Harbor Lane");
    }

    @Test
    void aFormOnAnotherSiteIsRefused() throws Exception {
        String form = formOf("Harbor Lane");
        for (String origin : List.of("https://evil.example", "null")) {
            assertThat(server.post(form, "say=wrong", "Origin", origin).statusCode())
                    .isEqualTo(403);
        }
        assertThat(clients()).contains("Harbor Lane");
    }

    @Test
    void theWayBackNeverLeadsElsewhere() throws Exception {
        String form = formOf("Harbor Lane");
        for (String back : List.of("https://evil.example/", "//evil.example", "/../x")) {
            assertThat(
                            server.post(form, "say=right&back=" + back)
                                    .headers()
                                    .firstValue("Location")
                                    .orElse(""))
                    .isEqualTo(server.uri("/").toString());
        }
    }

    @Test
    void whatIsNoFlagOrNoSayingIsAnsweredWithTheMend() throws Exception {
        assertThat(server.post("/flags/0000000000000000", "say=right").statusCode()).isEqualTo(404);
        assertThat(server.post(formOf("Harbor Lane"), "say=hurrah").statusCode()).isEqualTo(400);
    }

    @Test
    void theConversationTakesASayingAndComesBack() throws Exception {
        Document page = page("/conversations/0000000000000001");
        assertThat(page.select(".say input[name=back]").attr("value"))
                .isEqualTo("/conversations/0000000000000001");
    }

    @Test
    void troubleWithTheConfigurationStandsOnTodaysPage() throws Exception {
        TestServer application = server.support().getApplication();
        application.notice(
                new Notice(
                        "The configuration",
                        "f.yml:3: unknown key 'zon'; did you mean 'zone'?",
                        ""));
        assertThat(page("/").select(".mistake").text()).contains("f.yml:3", "did you mean 'zone'?");
    }

    @Test
    void mailboxesNotReadStandOnTodaysPageWithTheWayToTheirMend() throws Exception {
        TestServer application = server.support().getApplication();
        application.notice(new Notice("Mail is missing here", "work can’t be read.", "/accounts"));
        assertThat(page("/").select(".mistake a").attr("href")).isEqualTo("/accounts");
    }

    private List<String> clients() throws Exception {
        return page("/").select(".card h2").eachText();
    }

    /// Where the form of a client's flag goes.
    private String formOf(String client) throws Exception {
        return page("/").select(".card").stream()
                .filter(card -> card.select("h2").text().equals(client))
                .findFirst()
                .orElseThrow()
                .select("form.say")
                .attr("action");
    }

    private Document page(String path) throws Exception {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
