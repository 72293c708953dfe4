package io.fraywatch.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraywatch.server.Program.Ran;
import io.fraywatch.testing.ScriptedImap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damage, deletion, a second process and SIGTERM, by what is typed. The times that the checks name
/// are held by `scripts/torture`; here they are generous.
final class FaultsTest {
    private static final Clock FRIDAY =
            Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration GENEROUS = Duration.ofSeconds(40);

    @TempDir private Path folder;

    private Path maildirConfig() throws IOException {
        Path cur = Files.createDirectories(folder.resolve("Maildir/cur"));
        Files.createDirectories(folder.resolve("Maildir/new"));
        for (int i = 1; i <= 4; i++) {
            Files.writeString(
                    cur.resolve(i + ".x:2,S"),
                    """
                    From: Ana Ruiz <ana@client%1$d.example>
                    To: Dana Reyes <dana@reyes-va.example>
                    Subject: The numbers, part %1$d
                    Date: Mon, 2 Nov 2026 09:00:00 +0000
                    Message-ID: <%1$d@client%1$d.example>

                    Could you send me the numbers for part %1$d?
                    """
                            .formatted(i),
                    UTF_8);
        }
        return Files.writeString(
                folder.resolve("fraywatch.yml"),
                """
                zone: UTC
                clientsFromMail: true
                accounts:
                  - {name: work, kind: maildir, path: Maildir, me: [dana@reyes-va.example]}
                server: {connector: {port: 0}}
                """);
    }

    private static Ran typed(Path config, String... arguments) {
        return Program.run(FRIDAY, config, arguments);
    }

    /// Mails and flags, with what the user decided about them.
    private static String everything(Path config) {
        StringBuilder all = new StringBuilder();
        for (String[] asked :
                new String[][] {
                    {"flags", "--json", "--all"},
                    {"threads", "--json"},
                    {"flags", "--report", "--json"}
                }) {
            Ran ran = typed(config, asked);
            assertThat(ran.status()).as(ran.err()).isZero();
            all.append(ran.out());
        }
        Ran found = typed(config, "search", "--json", "numbers");
        assertThat(found.status()).as(found.err()).isZero();
        return all + found.out().replaceAll("\"tookMillis\":[0-9]+", "");
    }

    /// Takes mail in, and dismisses one of its flags.
    private static String decided(Path config) throws IOException {
        assertThat(typed(config, "sync").status()).isZero();
        List<JsonNode> flags = typed(config, "flags", "--json").lines();
        assertThat(flags).hasSize(4);
        Ran dismissed = typed(config, "flags", "--dismiss", flags.getFirst().get("flag").asText());
        assertThat(dismissed.status()).as(dismissed.err()).isZero();
        assertThat(typed(config, "flags", "--json").lines()).hasSize(3);
        return everything(config);
    }

    @Test
    void check8AFlippedByteIsFoundAndRebuildingKeepsWhatTheUserDecided() throws Exception {
        Path config = maildirConfig();
        String before = decided(config);
        for (Path file : indexFiles()) {
            flipAByte(file);
            Ran verified = typed(config, "verify");
            assertThat(verified.status()).as("%s: %s", file, verified).isNotZero();
            assertThat(verified.out() + verified.err()).contains("work", "fraywatch rebuild");
            flipAByte(file);
        }
        flipAByte(indexFiles().getFirst());
        Ran rebuilt = typed(config, "rebuild");
        assertThat(rebuilt.status()).as(rebuilt.err()).isZero();
        assertThat(typed(config, "verify", "--full").status()).isZero();
        assertThat(everything(config)).isEqualTo(before);
    }

    @Test
    void check11ADeletedIndexIsRebuiltAsItWas() throws Exception {
        Path config = maildirConfig();
        String before = decided(config);
        try (Stream<Path> all = Files.walk(folder.resolve("data/mail"))) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        Ran rebuilt = typed(config, "rebuild", "--json");
        JsonNode line = rebuilt.line();
        assertThat(line.get("messages").asInt()).isEqualTo(4);
        assertThat(line.get("checkIndex").asText()).isEqualTo("ok");
        assertThat(everything(config)).isEqualTo(before);
    }

    /// Biggest first.
    private List<Path> indexFiles() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("data/mail/work"))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("/index"))
                    .filter(file -> file.toFile().length() > 0)
                    .sorted(
                            Comparator.comparingLong((Path file) -> file.toFile().length())
                                    .reversed())
                    .toList();
        }
    }

    private static void flipAByte(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            long middle = channel.size() / 2;
            channel.read(one, middle);
            one.put(0, (byte) (one.get(0) ^ 1)).rewind();
            channel.write(one, middle);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "sync", "rebuild"})
    void check9ASecondProcessIsToldAtOnceWhoKeepsTheMailboxes(String second) throws Exception {
        Path config = maildirConfig();
        Process first = begin(config, "server");
        try {
            awaitServing(first);
            Ran refused = Program.runApart(config, List.of(), second);
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("process " + first.pid() + " (fraywatch server)", "stop it");
            assertThat(typed(config, "flags").status()).isZero();
        } finally {
            first.destroyForcibly().waitFor();
        }
        assertThat(typed(config, "sync").status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "server"})
    void check10SigtermInTheMiddleOfASyncEndsWithStatus0(String command) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (ScriptedImap imap =
                ScriptedImap.start(
                        40,
                        (talk, tag, line) -> {
                            if (line.contains("BODY.PEEK")) {
                                asked.countDown();
                                Thread.sleep(120_000);
                            }
                            return false;
                        })) {
            Process process = begin(imapConfig(imap.port()), command);
            try {
                assertThat(asked.await(3 * GENEROUS.toSeconds(), TimeUnit.SECONDS)).isTrue();
                process.destroy();
                assertThat(process.waitFor(GENEROUS.toSeconds(), TimeUnit.SECONDS))
                        .as("it ended")
                        .isTrue();
                assertThat(process.exitValue()).isZero();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private Path imapConfig(int port) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "secret");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        return Files.writeString(
                folder.resolve("fraywatch.yml"),
                """
                zone: UTC
                accounts:
                  - {name: work, kind: imap, host: 127.0.0.1, port: %d, tls: none, username: dana, passwordFile: password, me: [dana@reyes-va.example]}
                server: {connector: {port: 0}}
                """
                        .formatted(port));
    }

    private Process begin(Path config, String command) throws IOException {
        return Program.begin(
                config,
                folder.resolve("first.out"),
                folder.resolve("first.err"),
                List.of(),
                command);
    }

    private void awaitServing(Process server) throws Exception {
        Path out = folder.resolve("first.out");
        for (int i = 0; i < 600 && !Files.readString(out).contains("until Ctrl-C"); i++) {
            assertThat(server.isAlive()).as(Files.readString(folder.resolve("first.err"))).isTrue();
            Thread.sleep(100);
        }
        assertThat(Files.readString(out)).contains("until Ctrl-C");
    }
}
