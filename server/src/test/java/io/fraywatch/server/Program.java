package io.fraywatch.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraywatch.server.cli.CommandLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs the whole program as it is typed: within this process, or in one of its own.
final class Program {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Program() {}

    /// What a run said, and how it ended.
    record Ran(int status, String out, String err) {
        /// What it said as JSON, a line each.
        List<JsonNode> lines() throws IOException {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : out.lines().toList()) {
                lines.add(JSON.readTree(line));
            }
            return lines;
        }

        /// The only line that a run which went well said.
        JsonNode line() throws IOException {
            assertThat(status).as(err).isZero();
            assertThat(out.lines()).hasSize(1);
            return lines().getFirst();
        }
    }

    /// Within this process, with nothing on stdin.
    static Ran run(Clock clock, Path config, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--config", config.toString()));
        all.addAll(List.of(arguments));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status;
        try (PrintStream results = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream remarks = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            status =
                    new CommandLine(clock, Map.of(), new DropwizardServing())
                            .run(
                                    all.toArray(String[]::new),
                                    InputStream.nullInputStream(),
                                    results,
                                    remarks);
        }
        return new Ran(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// In a process of its own, whose output is kept beside the configuration meanwhile.
    ///
    /// @param javaFlags for its JVM
    static Ran runApart(Path config, List<String> javaFlags, String... arguments)
            throws IOException, InterruptedException {
        Path out = config.resolveSibling("out.txt");
        Path err = config.resolveSibling("err.txt");
        Process process = begin(config, out, err, javaFlags, arguments);
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /// Starts it in a process of its own, with nothing on stdin.
    ///
    /// @param out where its stdout goes
    /// @param err where its stderr goes
    static Process begin(
            Path config, Path out, Path err, List<String> javaFlags, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaFlags);
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--config",
                        config.toString()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        process.getOutputStream().close();
        return process;
    }
}
