package io.fraywatch.server.cli;

import static io.fraywatch.server.cli.Typed.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraywatch.server.cli.Typed.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is typed while no mailbox was read yet.
final class CommandLineTest {
    @TempDir private Path folder;

    @Test
    void parseReadsFilesFoldersAndStdin() throws IOException {
        Path mail =
                Files.writeString(
                        folder.resolve("one.eml"),
                        "From: Maya <maya@harborlane.example>\nSubject: Hi\n\nHello!\n");
        Path mbox =
                Files.writeString(
                        folder.resolve("two.mbox"),
                        "From x Mon Nov  2 09:00:00 2026\nSubject: A\n\none\n\nFrom x Mon Nov  2 09:00:00 2026\nSubject: B\n\ntwo\n");
        Ran ran =
                run(
                        "Subject: piped\n\nx\n",
                        "parse",
                        "--json",
                        mail.toString(),
                        mbox.toString(),
                        "-",
                        "none.eml");
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.err()).contains("none.eml: there is no such file");
        assertThat(ran.lines().stream().map(line -> line.get("subject").asText()))
                .containsExactlyInAnyOrder("Hi", "A", "B", "piped");
        JsonNode first = ran.lines().getFirst();
        assertThat(first.get("file").asText()).isEqualTo(mail.toString());
        assertThat(first.get("from").get(0).get("address").asText())
                .isEqualTo("maya@harborlane.example");
        assertThat(first.get("newText").asText()).isEqualTo("Hello!");
    }

    @Test
    void checkExplainsWhereAThresholdComesFrom() throws IOException {
        Path file = folder.resolve("fraywatch.yml");
        Files.writeString(
                file,
                """
                accounts: [{name: a, kind: maildir, path: x, me: [dana@reyes-va.example]}]
                thresholds: {weOweAReply: {afterBusinessDays: 2}}
                clients: [{id: lane, domains: [harborlane.example], thresholds: {curtReply: {minEarlierMails: 12}}}]
                """);
        List<JsonNode> lines =
                run("", "--config", file.toString(), "check", "--json", "--explain", "lane")
                        .lines();
        assertThat(
                        lines.stream()
                                .map(line ->
                                        line.get("threshold").asText()
                                                + "="
                                                + line.get("value").asText()
                                                + " by "
                                                + line.get("origin").asText()))
                .contains(
                        "weOweAReply.afterBusinessDays=2.0 by thresholds",
                        "curtReply.minEarlierMails=12 by client lane")
                .anyMatch(line -> line.endsWith("by built-in"));
        Files.writeString(
                file, Files.readString(file).replace("minEarlierMails: 12", "minEarlierMails: 1"));
        Ran ran = run("", "--config", file.toString(), "check");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err())
                .contains("fraywatch.yml:3")
                .contains("minEarlierMails must be at least 3");
    }

    @Test
    void aServerThatCannotBeReachedFailsWithItsName() throws Exception {
        Path file = folder.resolve("fraywatch.yml");
        Path secret = Files.writeString(folder.resolve("p"), "x");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(
                file,
                "accounts: [{name: a, kind: imap, host: localhost, port: 1, tls: none,"
                        + " passwordFile: p, me: [dana@reyes-va.example]}]\n");
        Ran ran = run("", "sync", "--config", file.toString());
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("localhost:1");
        assertThat(run("", "sync", "--account", "b", "--config", file.toString()).err())
                .contains("there is no account 'b'");
    }

    @Test
    void wrongUsageSaysWhatWasMeant() {
        assertThat(run("", "flgas").status()).isEqualTo(2);
        assertThat(run("", "flgas").err()).contains("Did you mean 'flags'?");
        assertThat(run("").status()).isEqualTo(2);
        assertThat(run("", "flags", "--config", "nowhere.yml").err()).contains("fraywatch init");
        assertThat(run("", "--help").out()).containsOnlyOnce("rebuild");
        assertThat(run("", "flags", "--help").out()).contains("--as-of");
    }
}
