package io.fraywatch.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.server.fake.FakeDesk;
import io.fraywatch.server.fake.Running;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesTest {
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
    void todayTellsWhatIsAtRiskTheWorstFirst() throws Exception {
        Document page = page("/", 200);
        assertThat(page.select("h1").text()).isEqualTo("Tuesday 10 March 2026");
        assertThat(page.select(".card h2").eachText())
                .containsExactly("Harbor Lane", "Birch & Co", "Copperfield Studio");
        assertThat(page.select(".card").getFirst().text())
                .contains(
                        "Act today",
                        "Q1 newsletter draft",
                        "Since Thursday 5 March, 5 days ago",
                        "Chased in vain")
                .contains(
                        "Three of your mails wait",
                        "did you get a chance to look at the draft?",
                        "Call rather than write");
        assertThat(page.select(".card .more a").getFirst().attr("href"))
                .isEqualTo("/conversations/0000000000000001");
    }

    @Test
    void anotherDayIsShownAsOfThatDay() throws Exception {
        Document page = page("/?asOf=2026-03-06", 200);
        assertThat(page.select(".kicker").text()).isEqualTo("As it stood on");
        assertThat(page.select(".card h2").eachText()).containsExactly("Harbor Lane");
        assertThat(page.select("#asOf").attr("value")).isEqualTo("2026-03-06");
    }

    @Test
    void aCalmDaySaysWhatWasLookedAt() throws Exception {
        assertThat(page("/?asOf=2026-01-20", 200).select("main").text())
                .contains("Nothing is at risk", "Looked at 4 conversations with 4 clients");
    }

    @Test
    void aDayThatIsNoneIsRefusedWithTheMend() throws Exception {
        assertThat(page("/?asOf=yesterday", 400).select("main").text())
                .contains("'yesterday' isn't a date", "Write it as 2026-03-15");
    }

    @Test
    void searchMarksTheWordsFound() throws Exception {
        Document page = page("/search?q=draft", 200);
        assertThat(page.select("[role=status]").text()).isEqualTo("3 mails found.");
        page.select(".unseen").remove();
        assertThat(page.select(".snippet mark").eachText())
                .containsExactly("draft", "draft", "draft");
    }

    @Test
    void searchTurnsPages() throws Exception {
        Document first = page("/search?q=draft&limit=2", 200);
        assertThat(first.select(".hits > li")).hasSize(2);
        Document second = page("/search?q=draft&limit=2&offset=2", 200);
        assertThat(second.select(".hits > li")).hasSize(1);
        assertThat(second.select("a[rel=prev]").attr("href")).contains("offset=0", "limit=2");
        assertThat(first.select("a[rel=next]").attr("href")).contains("offset=2", "limit=2");
    }

    @Test
    void aQueryThatCantBeUnderstoodShowsWhereAndWhy() throws Exception {
        Document page = page("/search?q=from:", 400);
        assertThat(page.select("[role=alert]").text())
                .contains("Nothing stands behind 'from:'", "character 6");
        assertThat(page.select("#q").attr("value")).isEqualTo("from:");
    }

    @Test
    void aConversationMarksTheEvidenceAndFoldsTheQuotes() throws Exception {
        Document page = page("/conversations/0000000000000001", 200);
        assertThat(page.select(".mail")).hasSize(4);
        assertThat(page.select(".mail mark").text())
                .isEqualTo("Evidence: did you get a chance to look at the draft?");
        assertThat(page.select(".mail details:not(.move) summary").eachText())
                .containsOnly("Quoted text");
        assertThat(page.select("table tbody tr").eachText())
                .containsExactly(
                        "Chased in vain +2.40", "Longer than usual +1.10", "Warm history -0.60");
        assertThat(page.select("svg.chart rect")).hasSize(3);
    }

    @Test
    void aConversationWithoutSignsIsShownToo() throws Exception {
        assertThat(page("/conversations/0000000000000004", 200).select("main").text())
                .contains("No sign of fraying here", "Spring menu copy");
    }

    @Test
    void unknownPagesSayWhereToStartAgain() throws Exception {
        assertThat(page("/nowhere", 404).select("main").text()).contains("No such page");
        assertThat(page("/conversations/ffffffffffffffff", 404).select("main").text())
                .contains("There is no conversation 'ffffffffffffffff'");
    }

    @Test
    void aDamagedIndexIsSaidWithTheMend() throws Exception {
        FakeDesk desk = new FakeDesk();
        desk.breakDown();
        try (Running broken = new Running(desk)) {
            assertThat(broken.get("/").statusCode()).isEqualTo(503);
            assertThat(broken.get("/").body()).contains("fraywatch rebuild");
            assertThat(broken.get("/api/flags").headers().firstValue("Content-Type"))
                    .contains("application/json");
        }
    }

    @Test
    void theApiAnswersInTheShapesOfTheCommandLine() throws Exception {
        assertThat(server.get("/api/search?q=draft&limit=1").body())
                .startsWith(
                        "{\"v\":1,\"total\":3,\"tookMillis\":0,\"query\":\"draft\",\"complete\":true,\"hits\":[{\"v\":1,\"conversation\":\"0000000000000001\",\"messageId\":")
                .contains("\"highlights\":[{\"field\":\"snippet\",\"start\":");
        assertThat(server.get("/api/flags?asOf=2026-03-06").body())
                .startsWith("[{\"v\":1,\"flag\":\"")
                .contains(
                        "\"client\":\"harborlane\"",
                        "\"level\":\"red\",\"state\":\"theyOwe\",\"since\":\"2026-03-05T15:30:00Z\"")
                .doesNotContain("misses");
        assertThat(server.get("/api/conversations/0000000000000001").body())
                .contains(
                        "\"parent\":null,\"joinedBy\":\"root\"",
                        "\"direction\":\"fromClient\"",
                        "\"misses\":[{\"kind\":\"goneQuiet\"");
        assertThat(server.get("/api/search?q=from:").body())
                .startsWith("{\"v\":1,\"status\":400,\"error\":\"")
                .endsWith("\"position\":5}");
    }

    private Document page(String path, int status) throws Exception {
        var answer = server.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        return Jsoup.parse(answer.body());
    }
}
