package io.fraywatch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.setup.Setup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `backtest` as it is typed, on the mailbox of the demo.
final class BacktestCommandTest {
    private static final Clock MORNING =
            Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneId.of("America/New_York"));
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path demo;

    private record Ran(int status, String out, String err) {}

    /// Serves nothing.
    private static final class NoServing implements Serving {
        @Override
        public void check(SettingsFile settings) {}

        @Override
        public Served start(Setup setup) {
            throw new AssertionError("nothing is served in this test");
        }
    }

    @BeforeEach
    void playTheDemo() {
        Ran ran = run("demo", "--no-serve", "--dir", demo.toString());
        assertThat(ran.status()).as(ran.err()).isZero();
    }

    @Test
    void aMailOfALaterDayNeverChangesTheDaysBefore() throws IOException {
        List<JsonNode> before = alerts("2026-11-18");
        assertThat(before)
                .extracting(alert -> alert.get("kind").asText())
                .contains("chasedInVain", "weOweAReply");
        deliver(
                """
                From: Walt <walt@harborlane.example>
                To: Dana Reyes <dana@reyes-va.example>
                Subject: Re: everything
                Date: Thu, 19 Nov 2026 09:00:00 -0500
                Message-ID: <later@harborlane.example>
                References: %s

                Hi Dana, sorry for the silence, and please redo it all.
                """
                        .formatted(String.join(" ", messageIds())));
        assertThat(alerts("2026-11-18")).isEqualTo(before);
        assertThat(onDemo("threads", "--json").out().lines().count())
                .as("the later mail joins conversations")
                .isLessThan(10);
    }

    @Test
    void theLastLineSumsUp() throws IOException {
        List<JsonNode> lines =
                lines(onDemo("backtest", "--from", "2026-09-01", "--to", "2026-11-20", "--json"));
        JsonNode summary = lines.getLast().get("summary");
        assertThat(summary.get("alerts").asInt()).isEqualTo(lines.size() - 1);
        assertThat(summary.get("leads")).hasSize(lines.size() - 1);
        assertThat(summary.get("weeks").findValues("alerts"))
                .as("alerts of all weeks")
                .extracting(JsonNode::asInt)
                .satisfies(weeks ->
                        assertThat(weeks.stream().mapToInt(n -> n).sum())
                                .isEqualTo(lines.size() - 1));
    }

    @Test
    void anotherConfigurationIsToldBesideThisOne() throws IOException {
        Path other = demo.resolve("other.yml");
        Files.writeString(
                other,
                Files.readString(demo.resolve("fraywatch.yml"))
                        + "thresholds:\n  weOweAReply: {afterBusinessDays: 20}\n");
        String[] typed = {
            "backtest", "--from", "2026-09-01", "--to", "2026-11-20", "--against", other.toString()
        };
        assertThat(onDemo(typed).out().replaceAll("\\s+", " "))
                .containsPattern(
                        "With other.yml you'd have had \\d+ alerts? instead of \\d+; \\d+ of the \\d+ you'd miss came before a client fell silent\\.");
        List<JsonNode> lines =
                lines(
                        onDemo(
                                Stream.concat(Stream.of(typed), Stream.of("--json"))
                                        .toArray(String[]::new)));
        JsonNode against = lines.getLast().get("summary").get("against");
        assertThat(against.get("missed").asInt()).isPositive();
        assertThat(against.get("both").asInt() + against.get("added").asInt())
                .isEqualTo(against.get("alerts").asInt());
        assertThat(lines.subList(0, lines.size() - 1))
                .extracting(line -> line.get("configuration").asText())
                .contains("this", "other");
    }

    @Test
    void daysThatCantBeAreRefused() {
        assertThat(onDemo("backtest", "--from", "soon"))
                .satisfies(ran -> {
                    assertThat(ran.status()).isEqualTo(2);
                    assertThat(ran.err()).contains("'soon' isn't a day; write it as 2026-03-15");
                });
        assertThat(onDemo("backtest", "--from", "2026-11-02", "--to", "2026-11-01").err())
                .contains("comes before the first");
        assertThat(onDemo("backtest", "--to", "2026-11-21").err()).contains("hasn't come yet");
    }

    private List<JsonNode> alerts(String to) throws IOException {
        List<JsonNode> lines =
                lines(onDemo("backtest", "--from", "2026-09-01", "--to", to, "--json"));
        return lines.subList(0, lines.size() - 1);
    }

    private void deliver(String mail) throws IOException {
        Files.writeString(demo.resolve("mailbox/new/1.later.host"), mail.replace("\n", "\r\n"));
        assertThat(onDemo("sync").status()).isZero();
    }

    /// Those of all mails there are.
    private List<String> messageIds() throws IOException {
        List<String> ids = new ArrayList<>();
        try (Stream<Path> files = Files.list(demo.resolve("mailbox/cur"))) {
            for (Path file : files.toList()) {
                Files.readString(file)
                        .lines()
                        .filter(line -> line.startsWith("Message-ID: "))
                        .findFirst()
                        .ifPresent(line -> ids.add(line.substring("Message-ID: ".length())));
            }
        }
        return ids.subList(0, Math.min(200, ids.size()));
    }

    private static List<JsonNode> lines(Ran ran) throws IOException {
        assertThat(ran.status()).as(ran.err()).isZero();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : ran.out().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private Ran onDemo(String... typed) {
        return run(
                Stream.concat(
                                Stream.of("--config", demo.resolve("fraywatch.yml").toString()),
                                Stream.of(typed))
                        .toArray(String[]::new));
    }

    private static Ran run(String... typed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CommandLine commandLine =
                new CommandLine(MORNING, Terminal.NONE, Commands.all(new NoServing()));
        int status;
        try (PrintStream results = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream remarks = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            status = commandLine.run(typed, InputStream.nullInputStream(), results, remarks);
        }
        return new Ran(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
