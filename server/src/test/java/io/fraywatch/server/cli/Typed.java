package io.fraywatch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.setup.Setup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Runs one command as it is typed, on a Friday morning in New York.
final class Typed {
    private static final Clock MORNING =
            Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneId.of("America/New_York"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private Typed() {}

    /// What a run said, and how it ended.
    record Ran(int status, String out, String err) {
        List<JsonNode> lines() throws IOException {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : out.lines().toList()) {
                JsonNode node = JSON.readTree(line);
                assertThat(node.path("v").asInt()).as(line).isEqualTo(1);
                lines.add(node);
            }
            return lines;
        }
    }

    /// Serves nothing, and says that it ended at once.
    private static final class NoServing implements Serving {
        @Override
        public void check(SettingsFile settings) {}

        @Override
        public Served start(Setup setup) {
            throw new AssertionError("nothing is served in this test");
        }
    }

    /// @param in what stdin holds
    static Ran run(String in, String... args) {
        return run(Commands.all(new NoServing()), in, args);
    }

    /// Where only these commands are there.
    static Ran run(List<Command> commands, String in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CommandLine commandLine = new CommandLine(MORNING, Terminal.NONE, commands);
        int status;
        try (PrintStream results = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream remarks = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            status =
                    commandLine.run(
                            args,
                            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                            results,
                            remarks);
        }
        return new Ran(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
