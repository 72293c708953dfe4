package io.fraywatch.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.fraywatch.server.cli.Serving;
import io.fraywatch.server.config.SettingsException;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.demo.SampleMailbox;
import io.fraywatch.server.setup.LivePolicy;
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
import org.slf4j.LoggerFactory;

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
            sayOnChange(client, served);
        }
    }

    /// What was changed while the server runs is told in its log, and what needs a restart on its
    /// page, too.
    private void sayOnChange(HttpClient client, Serving.Served served) throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger(LivePolicy.class);
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        log.addAppender(said);
        try {
            settings(
                    "server: {connector: {port: 0}}\npause: [{from: 2026-12-24, to: 2027-01-04}]\nsyncEveryMinutes: 9\n");
            for (int i = 0; i < 300 && said.list.size() < 2; i++) {
                Thread.sleep(Duration.ofMillis(100));
            }
            assertThat(said.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .satisfiesExactly(
                            live -> assertThat(live).endsWith("from now on these hold: pause"),
                            waiting ->
                                    assertThat(waiting).contains("under syncEveryMinutes holds"));
            assertThat(
                            client.send(
                                            HttpRequest.newBuilder(page(served, "/")).build(),
                                            HttpResponse.BodyHandlers.ofString())
                                    .body())
                    .contains("under syncEveryMinutes holds once the server is started again");
        } finally {
            log.detachAppender(said);
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
        return client.send(
                        HttpRequest.newBuilder(page(served, path)).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static URI page(Serving.Served served, String path) {
        return URI.create("http://127.0.0.1:" + served.port() + path);
    }

    private SettingsFile settings(String server) throws Exception {
        return SettingsFile.read(
                Files.writeString(folder.resolve("fraywatch.yml"), MAILDIR + server));
    }
}
