package io.fraywatch.server.cli;

import static io.fraywatch.server.cli.Typed.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraywatch.server.cli.Typed.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is typed about a mailbox that was read: that of the demo.
final class DemoCommandsTest {
    @TempDir private static Path demo;

    @TempDir private Path folder;

    @BeforeAll
    static void playTheDemo() {
        Ran ran = run("", "demo", "--no-serve", "--dir", demo.toString());
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("205 mails", "Harbor Lane", "digest.eml");
    }

    @Test
    void theDemoFlagsWhatItsStoryTells() throws IOException {
        List<String> told =
                onDemo("", "flags", "--json").lines().stream()
                        .map(flag ->
                                flag.get("client").asText()
                                        + " "
                                        + flag.get("signals").get(0).get("kind").asText())
                        .toList();
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "harborlane chasedInVain",
                        "copperthyme statedUnhappy",
                        "northlight workTakenBack",
                        "bellweather statedUnhappy",
                        "quillanchor weOweAReply");
        assertThat(onDemo("", "flags", "--json").lines())
                .filteredOn(flag -> flag.get("client").asText().equals("bellweather"))
                .allSatisfy(flag ->
                        assertThat(flag.get("signals").findValuesAsText("kind"))
                                .contains("curtReply"));
    }

    @Test
    void flagsQuoteWhatTheyRestOn() throws IOException {
        for (JsonNode flag : onDemo("", "flags", "--json").lines()) {
            for (JsonNode signal : flag.get("signals")) {
                assertThat(signal.get("evidence").get(0).get("quote").asText()).isNotBlank();
            }
        }
    }

    @Test
    void aDayMeansItsEndAsOnThePages() throws IOException {
        assertThat(onDemo("", "flags", "--json", "--as-of", "2026-11-20").lines())
                .isEqualTo(
                        onDemo("", "flags", "--json", "--as-of", "2026-11-21T04:59:59.999999999Z")
                                .lines());
        assertThat(onDemo("", "flags", "--as-of", "2026-08-31").out())
                .contains("Nothing is at risk");
        assertThat(onDemo("", "flags", "--as-of", "yesterday").err())
                .contains("neither a date nor an instant");
    }

    @Test
    void parseReadsAWholeMailbox() throws IOException {
        assertThat(run("", "parse", "--json", demo.resolve("mailbox").toString()).lines())
                .hasSize(205);
    }

    @Test
    void clientsListsTheNamedOnesWithWhatTheirMailSays() throws IOException {
        List<JsonNode> clients = onDemo("", "clients", "--json").lines();
        JsonNode harbor = clients.getFirst();
        assertThat(harbor.get("client").asText()).isEqualTo("harborlane");
        assertThat(harbor.get("named").asBoolean()).isTrue();
        assertThat(harbor.get("mailsIn").asInt()).isPositive();
        assertThat(harbor.get("mailsOut").asInt()).isPositive();
        assertThat(harbor.get("reason").asText()).contains("mails both ways");
        assertThat(harbor.get("domains").get(0).asText()).isEqualTo("harborlane.example");
    }

    @Test
    void clientsAddsTheChosenOnesAndKeepsTheRest() throws IOException {
        Path config = withoutClients();
        List<String> suggested =
                run("", "--config", config.toString(), "clients", "--json").lines().stream()
                        .map(line -> line.get("client").asText())
                        .toList();
        assertThat(suggested).contains("harborlane", "bellweather").doesNotContain("reyes-va");
        String before = Files.readString(config);
        Ran ran = run("", "--config", config.toString(), "clients", "--add", "bellweather");
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Wrote Bellweather into", "fraywatch.yml.bak");
        assertThat(Files.readString(config)).startsWith(before).contains("- id: bellweather");
        assertThat(run("", "--config", config.toString(), "clients", "--add", "bellwether").err())
                .contains("nobody called 'bellwether'");
    }

    /// The demo's mailbox, read, under a configuration that names no clients.
    private Path withoutClients() throws IOException {
        String yaml = Files.readString(demo.resolve("fraywatch.yml"));
        int from = yaml.indexOf("clients:");
        int to = from + 1 + yaml.substring(from + 1).split("\n(?=[a-zA-Z#])", 2)[0].length();
        Path config = folder.resolve("fraywatch.yml");
        Files.writeString(
                config,
                (yaml.substring(0, from) + yaml.substring(to).stripLeading())
                        .replace("dataDir: ", "dataDir: " + demo + "/")
                        .replace("path: ", "path: " + demo + "/"));
        return config;
    }

    @Test
    void aSecondPassFindsNothingNew() throws IOException {
        JsonNode report = onDemo("", "sync", "--json").lines().getFirst();
        assertThat(report.get("account").asText()).isEqualTo("dana");
        assertThat(report.get("indexed").asInt()).isZero();
        assertThat(report.get("cursor").isObject()).isTrue();
        assertThat(report.get("seconds").isNumber()).isTrue();
    }

    @Test
    void verifyAndRebuildAgreeWithTheMailbox() throws IOException {
        for (String command : List.of("verify", "rebuild")) {
            Ran ran = onDemo("", command, "--json");
            assertThat(ran.status()).as(ran.err()).isZero();
            assertThat(ran.lines().getFirst().get("messages").asInt()).isEqualTo(205);
            assertThat(ran.lines().getFirst().get("checkIndex").asText()).isEqualTo("ok");
        }
    }

    @Test
    void explainSetsTheClientsNormBesideTheCase() throws IOException {
        JsonNode flag =
                onDemo("", "flags", "--json").lines().stream()
                        .filter(line -> line.get("client").asText().equals("bellweather"))
                        .findFirst()
                        .orElseThrow();
        String id = flag.get("conversation").asText();
        assertThat(onDemo("", "explain", id).out().replaceAll("\\s+", " "))
                .contains("a greeting 11 times of 12");
        JsonNode norm = onDemo("", "explain", "--json", id).lines().getFirst().get("norms").get(0);
        assertThat(norm.get("about").asText()).isEqualTo("curtReply");
        assertThat(norm.get("known").asBoolean()).isTrue();
        assertThat(norm.get("usual").asText()).startsWith("usually ");
        assertThat(norm.get("here").asText()).startsWith("this one ");
    }

    @Test
    void explainAnswersManyLinesAndSaysWhichItCouldNot() throws IOException {
        JsonNode thread = onDemo("", "threads", "--json").lines().getFirst();
        String id = thread.get("conversation").asText();
        String messageId = thread.get("messages").get(0).get("messageId").asText();
        Ran ran =
                onDemo(
                        """
                        {"conversation":"%s"}
                        {"messageId":"<%s>","asOf":"2026-11-20"}
                        nonsense
                        {"conversation":"0000000000000000"}
                        """
                                .formatted(id, messageId),
                        "explain",
                        "--stdin");
        assertThat(ran.status()).isEqualTo(3);
        List<JsonNode> lines = ran.lines();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0).get("conversation").asText()).isEqualTo(id);
        assertThat(lines.get(1).get("conversation").asText()).isEqualTo(id);
        assertThat(lines.get(1).get("misses").isArray()).isTrue();
        assertThat(lines.get(2).get("line").asInt()).isEqualTo(3);
        assertThat(lines.get(3).get("error").asText()).contains("0000000000000000");
        assertThat(onDemo("", "explain", id).out()).contains(id, "their hours: ", "New York");
        JsonNode hours = onDemo("", "explain", "--json", id).lines().getFirst().get("hours");
        assertThat(hours.get("zone").asText()).isEqualTo("America/New_York");
        assertThat(hours.get("from").asText()).isEqualTo("mail");
    }

    @Test
    void notesShowWhereverTheirConversationDoesAndCalmIt() throws IOException {
        List<JsonNode> flags = onDemo("", "flags", "--json").lines();
        String id =
                flags.stream()
                        .filter(flag -> flag.toString().contains("\"weOweAReply\""))
                        .findFirst()
                        .orElseThrow()
                        .get("conversation")
                        .asText();
        JsonNode note =
                onDemo("", "note", "--json", id, "spoke by phone", "--until", "2026-12-07")
                        .lines()
                        .getFirst();
        String number = note.get("note").asText();
        try {
            assertThat(note.get("conversation").asText()).isEqualTo(id);
            assertThat(note.get("until").asText()).isEqualTo("2026-12-07");
            assertThat(onDemo("", "explain", id).out()).contains("rests until 2026-12-07");
            JsonNode explained = onDemo("", "explain", "--json", id).lines().getFirst();
            assertThat(explained.get("state").asText()).isEqualTo("paused");
            assertThat(explained.get("notes").get(0).get("text").asText())
                    .isEqualTo("spoke by phone");
            assertThat(
                            onDemo("", "threads", "--json").lines().stream()
                                    .filter(thread ->
                                            thread.get("conversation").asText().equals(id))
                                    .map(thread -> thread.get("notes").get(0).get("note").asText()))
                    .containsExactly(number);
            assertThat(onDemo("", "flags", "--json").out()).doesNotContain("\"weOweAReply\"");
        } finally {
            Ran removed = onDemo("", "note", "--json", id, "--remove", number);
            assertThat(removed.lines().getFirst().get("removed").asBoolean()).isTrue();
        }
        assertThat(onDemo("", "flags", "--json").lines()).isEqualTo(flags);
        assertThat(onDemo("", "note", id, "--remove", number).status()).isEqualTo(1);
        assertThat(onDemo("", "note", id, "a", "--until", "May").status()).isEqualTo(2);
        assertThat(onDemo("", "note", id).status()).isEqualTo(2);
        assertThat(onDemo("", "note", "0000000000000000", "a").status()).isEqualTo(1);
    }

    @Test
    void explainKeepsTheOrderOfManyLines() throws IOException {
        List<String> ids =
                onDemo("", "threads", "--json").lines().stream()
                        .map(thread -> thread.get("conversation").asText())
                        .toList();
        List<String> asked =
                IntStream.range(0, 500).mapToObj(i -> ids.get(i * 7 % ids.size())).toList();
        Ran ran =
                onDemo(
                        asked.stream()
                                .map(id ->
                                        "{\"conversation\":\""
                                                + id
                                                + "\",\"asOf\":\"2026-11-20\"}\n")
                                .collect(Collectors.joining()),
                        "explain",
                        "--stdin");
        assertThat(ran.status()).as(ran.err()).isZero();
        List<JsonNode> lines = ran.lines();
        assertThat(lines.stream().map(line -> line.get("conversation").asText()))
                .containsExactlyElementsOf(asked);
        for (int i = 0; i < asked.size(); i++) {
            assertThat(lines.get(i)).isEqualTo(lines.get(asked.indexOf(asked.get(i))));
        }
        JsonNode alone =
                onDemo("", "explain", "--json", "--as-of", "2026-11-20", asked.getFirst())
                        .lines()
                        .getFirst();
        assertThat(lines.getFirst()).isEqualTo(alone);
    }

    @Test
    void scoreJudgesEachText() throws IOException {
        Ran ran =
                onDemo(
                        """
                        {"id":"a","text":"We'll handle it ourselves from here."}
                        {"id":7,"text":"Could you send me the list?","from":"me"}
                        {"id":"b"}
                        """,
                        "score");
        assertThat(ran.status()).isEqualTo(3);
        List<JsonNode> lines = ran.lines();
        assertThat(lines.get(0).get("takenBack").asDouble()).isGreaterThan(0.5);
        assertThat(lines.get(1).get("id").asInt()).isEqualTo(7);
        assertThat(lines.get(1).get("request").asDouble()).isGreaterThan(0.5);
        assertThat(lines.get(1).get("sentences").get(0).has("gratitude")).isTrue();
        assertThat(lines.get(2).get("error").asText()).contains("no text");
    }

    @Test
    void searchTellsTheTotalFirst() throws IOException {
        List<JsonNode> lines = onDemo("", "search", "--json", "--limit", "3", "varnish").lines();
        assertThat(lines.getFirst().get("total").asInt()).isGreaterThan(3);
        assertThat(lines.getFirst().get("query").asText()).isEqualTo("varnish");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1).get("snippet").asText()).isNotBlank();
        assertThat(onDemo("", "search", "\"unclosed").status()).isEqualTo(2);
        assertThat(onDemo("", "search", "--limit", "0", "x").err()).contains("--limit 0");
    }

    @Test
    void digestIsWrittenAsAMail() throws IOException {
        Path out = folder.resolve("digest.eml");
        JsonNode digest =
                onDemo("", "digest", "--json", "--out", out.toString()).lines().getFirst();
        assertThat(digest.get("recipient").asText()).isEqualTo("dana@reyes-va.example");
        assertThat(digest.get("localDate").asText()).isEqualTo("2026-11-20");
        assertThat(digest.get("items").size()).isEqualTo(5);
        assertThat(Files.readString(out)).contains("multipart/alternative");
        assertThat(Files.readString(demo.resolve("digest.html"))).contains("Harbor Lane");
    }

    @Test
    void sendingWithoutAServerSaysWhatIsMissing() {
        Ran ran = onDemo("", "digest", "--send");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("smtp");
    }

    @Test
    void statsCountsKinds() throws IOException {
        JsonNode stats = onDemo("", "stats", "--json").lines().getFirst();
        assertThat(stats.get("mails").asInt()).isEqualTo(205);
        assertThat(stats.get("kinds").get("outOfOffice").asInt()).isEqualTo(2);
        assertThat(stats.get("kinds").get("bounce").asInt()).isEqualTo(1);
        assertThat(stats.get("languages").get("en").asInt()).isGreaterThan(100);
        long told = stats.get("languages").valueStream().mapToLong(JsonNode::asLong).sum();
        assertThat(told).isEqualTo(stats.get("kinds").get("person").asLong());
    }

    @Test
    void doctorFindsTheDemoWell() throws IOException {
        Ran ran = onDemo("", "doctor", "--json");
        assertThat(ran.status()).as(ran.out()).isZero();
        assertThat(ran.lines()).allMatch(line -> line.get("ok").asBoolean()).hasSizeGreaterThan(4);
        assertThat(ran.lines())
                .filteredOn(line -> line.get("check").asText().equals("sync dana"))
                .singleElement()
                .extracting(line -> line.get("account"))
                .satisfies(account -> {
                    assertThat(account.get("health").asText()).isEqualTo("well");
                    assertThat(account.get("cursorAge").asLong()).isNotNegative();
                });
    }

    private static Ran onDemo(String in, String... args) {
        List<String> all =
                new ArrayList<>(List.of("--config", demo.resolve("fraywatch.yml").toString()));
        all.addAll(List.of(args));
        return run(in, all.toArray(String[]::new));
    }
}
