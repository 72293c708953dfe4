package io.fraywatch.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraywatch.mail.AccountName;
import io.fraywatch.server.fake.FakeDesk;
import io.fraywatch.server.fake.FakeRoster;
import io.fraywatch.server.fake.Running;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccountsPageTest {
    private final FakeRoster roster = new FakeRoster();

    @SuppressWarnings("NullAway.Init")
    private Running server;

    @BeforeAll
    void start() {
        server = new Running(new FakeDesk(), roster);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(server.get(path).body());
    }

    private static Element card(Document page, String account) {
        return page.select(".accounts > li").stream()
                .filter(card -> card.select("h2").text().equals(account))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thoseThatFailComeFirst() throws Exception {
        Document page = page("/accounts");
        assertThat(page.select(".lede").text()).isEqualTo("1 of 4 mailboxes can’t be read.");
        assertThat(page.select(".accounts h2").eachText())
                .containsExactly("agency", "work", "archive", "new");
        assertThat(page.select(".accounts .badge").eachText())
                .containsExactly("Can’t be read", "In sync", "Still reading", "Not read yet");
    }

    @Test
    void aFailingOneSaysWhatHappenedTheMendAndWhenItIsTriedAgain() throws Exception {
        Element card = card(page("/accounts"), "agency");
        assertThat(card.select(".trouble").text())
                .contains(
                        "refuses the password of dana",
                        "What helps Check username and password.",
                        "3 tries failed since Tuesday 10 March, 05:00; left alone until Tuesday 10"
                                + " March, 07:50.");
        assertThat(card.select("img")).as("what the server said stays text").isEmpty();
        assertThat(card.select("button").text()).startsWith("Try again now");
    }

    @Test
    void oneInSyncSaysWhenAndWhatItHolds() throws Exception {
        Element card = card(page("/accounts"), "work");
        assertThat(card.select(".facts").text())
                .contains(
                        "Tuesday 10 March, 06:56, 4 minutes ago; 3 new mails",
                        "12,345 mails",
                        "Last change 5 hours ago",
                        "the server names what is gone");
        assertThat(card.select("summary").text()).isEqualTo("1 mail set aside");
        assertThat(card.select(".aside").text())
                .isEqualTo("INBOX, 7:23: the server refuses to give it");
    }

    @Test
    void aFolderThatIsShutIsNamedWithTheMend() throws Exception {
        Element card = card(page("/accounts"), "work");
        assertThat(card.select(".trouble").text())
                .contains(
                        "doesn't let us read the folder Clients/<b>Old</b>, saying: Permission denied.",
                        "What helps All other folders are read.");
        assertThat(card.select(".trouble b")).isEmpty();
    }

    @Test
    void oneNeverReadOffersNothingToRetry() throws Exception {
        Element card = card(page("/accounts"), "new");
        assertThat(card.select(".facts").text()).contains("Last sync none yet", "nothing");
        assertThat(card.select("form")).isEmpty();
    }

    @Test
    void aRetryIsPassedOnAndSaid() throws Exception {
        HttpResponse<String> answer = server.post("/accounts", "account=work");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(roster.retried()).containsExactly(new AccountName("work"));
        assertThat(page("/accounts?tried=work").select("[role=status]").text())
                .contains("work is being tried again");
    }

    @Test
    void noOtherSiteNoReadingAndNoUnknownNameRetriesAnything() throws Exception {
        int before = roster.retried().size();
        assertThat(
                        server.post("/accounts", "account=work", "Origin", "https://evil.example")
                                .statusCode())
                .isEqualTo(403);
        assertThat(server.post("/accounts", "account=nobody").statusCode()).isEqualTo(404);
        assertThat(server.post("/accounts", "account=..%2F%00").statusCode()).isEqualTo(404);
        assertThat(server.get("/accounts?account=work").statusCode()).isEqualTo(200);
        assertThat(page("/accounts?tried=nobody").select("[role=status]")).isEmpty();
        assertThat(roster.retried()).hasSize(before);
    }

    @Test
    void theApiTellsTheSame() throws Exception {
        JsonNode all = new ObjectMapper().readTree(server.get("/api/accounts").body());
        assertThat(all).hasSize(4);
        JsonNode work = all.get(0);
        assertThat(work.get("v").asInt()).isEqualTo(1);
        assertThat(work.get("health").asText()).isEqualTo("well");
        assertThat(work.get("lastSync").asText()).isEqualTo("2026-03-10T10:56:00Z");
        assertThat(work.get("cursorAge").asLong()).isEqualTo(5 * 3_600);
        assertThat(work.get("quarantined").get(0).get("key").asText()).isEqualTo("7:23");
        assertThat(work.get("error").isNull()).isTrue();
        assertThat(work.get("shutFolders").get(0).get("folder").asText())
                .isEqualTo("Clients/<b>Old</b>");
        JsonNode error = all.get(1).get("error");
        assertThat(error.get("kind").asText()).isEqualTo("refused");
        assertThat(error.get("tries").asInt()).isEqualTo(3);
        assertThat(error.get("pausedUntil").asText()).isEqualTo("2026-03-10T11:50:00Z");
    }
}
