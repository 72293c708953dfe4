package io.fraywatch.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.testing.Dovecot;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Words of mails and the password go where they belong, and nowhere else: not into a log at its
/// most talkative, an error page, or the text form of a setting.
final class CanaryTest {
    private static final Pattern SERVES = Pattern.compile("http://127\\.0\\.0\\.1:([0-9]+)");
    private static final List<String> WORDS =
            List.of("Canarysubject", "canarybody", "canarysender", "canaryfile", "canaryname");
    private static final List<String> NOT_LOGGED =
            List.of(
                    "Canarysubject",
                    "canarybody",
                    "canarysender",
                    "canaryfile",
                    "canaryname",
                    "canaryquery",
                    Dovecot.USER + " " + Dovecot.PASSWORD,
                    "\"" + Dovecot.PASSWORD);

    @TempDir private Path folder;

    private Path config(int port) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), Dovecot.PASSWORD);
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        return Files.writeString(
                folder.resolve("fraywatch.yml"),
                """
                zone: UTC
                accounts:
                  - {name: work, kind: imap, host: 127.0.0.1, port: %d, tls: none, username: %s, passwordFile: password, me: [dana@reyes-va.example]}
                server: {connector: {port: 0}}
                logging: {level: DEBUG}
                """
                        .formatted(port, Dovecot.USER));
    }

    /// An ordinary mail, and ones in which everything is broken that may be told of.
    private static void deliver(Dovecot dovecot) {
        String head =
                """
                From: canaryname <canarysender@client.example>
                To: Dana <dana@reyes-va.example>
                Subject: Canarysubject
                Date: Mon, 2 Nov 2026 09:00:00 +0000
                """;
        for (String rest :
                List.of(
                        "Message-ID: <canarysender-1@x>\n\nCould you send canarybody by Friday?\n",
                        "Content-Type: text/plain; charset=canaryfile\n\ncanarybody\n",
                        "Content-Type: multipart/mixed; boundary=canaryfile\n\n--canaryfile\nContent-Disposition: attachment; filename=canaryfile.pdf\nContent-Transfer-Encoding: base64\n\ncanarybody!!\n",
                        "Content-Type: text/html\n\n<canarybody><b>canarybody</canarybody>\n")) {
            dovecot.deliver("", (head + rest).getBytes(UTF_8), "S");
        }
    }

    @Test
    void check55NoWordOfAMailAndNoSecretIsLoggedAtDebug() throws Exception {
        Dovecot.requireOnThisMachine();
        try (Dovecot dovecot = Dovecot.start()) {
            deliver(dovecot);
            Path config = config(dovecot.port());
            Path out = folder.resolve("server.out");
            Path err = folder.resolve("server.err");
            Process server = Program.begin(config, out, err, List.of(), "server");
            try (HttpClient client = HttpClient.newHttpClient()) {
                String root = root(server, out, err);
                awaitMail(client, root);
                for (String error :
                        List.of(
                                "/conversations/canaryquery",
                                "/search?q=from:(canaryquery",
                                "/none/canaryquery")) {
                    HttpResponse<String> page = get(client, root + error);
                    assertThat(page.statusCode()).as(error).isGreaterThanOrEqualTo(400);
                    assertThat(page.body()).doesNotContain(WORDS);
                    assertThat(page.body()).doesNotContain("Exception", "at io.fraywatch");
                }
                assertThat(get(client, root + "/api/health").body())
                        .contains("\"healthy\":true")
                        .doesNotContain(WORDS);
            } finally {
                server.destroy();
                server.waitFor();
            }
            String log = Files.readString(err);
            assertThat(log).contains("account work: ").doesNotContain(NOT_LOGGED);
            // Read once more from the start, this time by a command.
            Files.move(folder.resolve("data"), folder.resolve("data-of-the-server"));
            Program.Ran sync = Program.runApart(config, List.of(), "sync", "--verbose");
            assertThat(sync.err()).contains("INFO");
            assertThat(sync.err() + sync.out()).doesNotContain(NOT_LOGGED);
        }
    }

    @Test
    void check55NoSettingShowsItsSecret() throws Exception {
        Setup setup = new Setup(SettingsFile.read(config(1)), Clock.systemUTC());
        assertThat(setup.accounts() + " " + setup.settings())
                .doesNotContain(Dovecot.PASSWORD + "]", Dovecot.PASSWORD + ",");
    }

    private static String root(Process server, Path out, Path err) throws Exception {
        for (int i = 0; i < 600; i++) {
            Matcher serves = SERVES.matcher(Files.readString(out));
            if (serves.find()) {
                return serves.group();
            }
            assertThat(server.isAlive()).as(Files.readString(err)).isTrue();
            Thread.sleep(100);
        }
        throw new AssertionError("the server doesn't serve");
    }

    private static void awaitMail(HttpClient client, String root) throws Exception {
        for (int i = 0; i < 300; i++) {
            if (get(client, root + "/search?q=canarybody").body().contains("Canarysubject")) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no mail came");
    }

    private static HttpResponse<String> get(HttpClient client, String url) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
