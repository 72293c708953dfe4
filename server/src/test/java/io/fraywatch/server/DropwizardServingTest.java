package io.fraywatch.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraywatch.server.cli.Serving;
import io.fraywatch.server.config.SettingsException;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.demo.SampleMailbox;
import io.fraywatch.server.setup.Setup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DropwizardServingTest {
    private static final String MAILDIR =
            "accounts: [{name: dana, kind: maildir, path: mailbox, me: [dana@reyes-va.example]}]\n";

    @TempDir private Path folder;

    @Test
    void servesPagesAndTakesMailInByItself() throws Exception {
        SampleMailbox.write(folder.resolve("mailbox"), LocalDate.parse("2026-11-20"));
        Setup setup =
                new Setup(
                        settings("server: {connector: {port: 0}}\n"),
                        Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), SampleMailbox.ZONE));
        try (Serving.Served served = new DropwizardServing().start(setup);
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(status(client, served, "/")).isEqualTo(200);
            assertThat(status(client, served, "/admin/")).isEqualTo(404);
            assertThat(status(client, served, "/admin/metrics")).isEqualTo(404);
            awaitMail(setup);
        }
    }

    @Test
    void refusesToListenForOtherMachines() throws Exception {
        SettingsFile file = settings("server:\n  connector:\n    bindHost: 0.0.0.0\n");
        assertThatThrownBy(() -> new DropwizardServing().check(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("fraywatch.yml:4")
                .hasMessageContaining("bindHost: 127.0.0.1");
    }

    @Test
    void misspeltKeysOfTheServerAreRefused() throws Exception {
        SettingsFile file = settings("server:\n  connector:\n    prot: 8420\n");
        assertThatThrownBy(() -> new DropwizardServing().check(file))
                .hasMessageContaining("fraywatch.yml:4")
                .hasMessageContaining("did you mean 'port'?");
    }

    private static void awaitMail(Setup setup) throws Exception {
        for (int i = 0; i < 300 && setup.desk().stats().getFirst().mails() < 205; i++) {
            Thread.sleep(Duration.ofMillis(100));
        }
        assertThat(setup.desk().stats().getFirst().mails()).isEqualTo(205);
    }

    private static int status(HttpClient client, Serving.Served served, String path)
            throws IOException, InterruptedException {
        URI page = URI.create("http://127.0.0.1:" + served.port() + path);
        return client.send(
                        HttpRequest.newBuilder(page).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private SettingsFile settings(String server) throws Exception {
        return SettingsFile.read(
                Files.writeString(folder.resolve("fraywatch.yml"), MAILDIR + server));
    }
}
