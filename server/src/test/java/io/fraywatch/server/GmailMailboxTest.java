package io.fraywatch.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraywatch.server.cli.CommandLine;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.OAuthServer;
import io.fraywatch.testing.gmail.FakeGmail;
import io.fraywatch.testing.gmail.FakeMailbox;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Gmail account as its owner meets it: logging in, reading, what the commands say when it ends.
class GmailMailboxTest {
    @TempDir private Path folder;
    private FakeMailbox mailbox;
    private FakeGmail gmail;
    private OAuthServer login;
    private Path config;

    @BeforeEach
    void start() throws Exception {
        mailbox = new FakeMailbox("dana@reyes-va.example");
        gmail = new FakeGmail(mailbox);
        login = new OAuthServer("desktop", "hush");
        gmail.acceptReaders(login::accepts);
        Path secret = Files.writeString(folder.resolve("google.secret"), "hush");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        config =
                Files.writeString(
                        folder.resolve("fraywatch.yml"),
                        """
                        zone: UTC
                        accounts:
                          - name: work
                            kind: gmail
                            apiUrl: %s
                            me: [dana@reyes-va.example]
                            oauth:
                              clientId: desktop
                              clientSecretFile: google.secret
                              authorizeUrl: %s
                              tokenUrl: %s
                        """
                                .formatted(
                                        gmail.url(), login.at("/authorize"), login.at("/token")));
        for (int i = 0; i < 3; i++) {
            mailbox.add(Mails.numbered(i), "INBOX");
        }
    }

    @AfterEach
    void stop() {
        gmail.close();
        login.close();
    }

    private Program.Ran typed(String... arguments) {
        return Program.run(Clock.systemUTC(), config, arguments);
    }

    /// Types `login work`, and opens the page it names as soon as it does.
    private int logIn() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream said = new PrintStream(out, true, StandardCharsets.UTF_8);
        CompletableFuture<Integer> status =
                CompletableFuture.supplyAsync(() ->
                        new CommandLine(Clock.systemUTC(), Map.of(), new DropwizardServing())
                                .run(
                                        new String[] {
                                            "--config", config.toString(), "login", "work"
                                        },
                                        InputStream.nullInputStream(),
                                        said,
                                        said));
        Optional<String> page = Optional.empty();
        for (int tries = 0; tries < 5_000 && page.isEmpty(); tries++) {
            Thread.sleep(Duration.ofMillis(20));
            page =
                    out.toString(StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> line.startsWith("http"))
                            .findFirst();
        }
        try (HttpClient browser =
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build()) {
            browser.send(
                    HttpRequest.newBuilder(URI.create(page.orElseThrow())).build(),
                    HttpResponse.BodyHandlers.discarding());
        }
        return status.get(2, TimeUnit.MINUTES);
    }

    @Test
    void isReadAfterALogin() throws Exception {
        assertThat(logIn()).isZero();
        JsonNode first = typed("sync", "--json").line();
        assertThat(first.get("indexed").asInt()).isEqualTo(3);
        mailbox.delete(mailbox.newestFirst().getFirst().id());
        mailbox.add(Mails.numbered(7), "SENT");
        JsonNode second = typed("sync", "--json").line();
        assertThat(second.get("fetched").asInt()).isOne();
        assertThat(second.get("removed").asInt()).isOne();
        JsonNode verified = typed("verify", "--json").line();
        assertThat(verified.get("messages").asInt()).isEqualTo(3);
        assertThat(verified.get("missing").asInt() + verified.get("extra").asInt()).isZero();
    }

    @Test
    void goesOnAfterAnInterruptedFirstPassWithoutFetchingTwice() throws Exception {
        assertThat(logIn()).isZero();
        typed("sync");
        mailbox.expireHistory();
        mailbox.add(Mails.numbered(8), "INBOX");
        mailbox.expireHistory();
        JsonNode after = typed("sync", "--json").line();
        assertThat(after.get("fetched").asInt()).isOne();
        assertThat(after.get("duplicates").asInt()).isZero();
    }

    @Test
    void doctorTellsOfAnAddressThatIsYoursAndNotListed() throws Exception {
        assertThat(logIn()).isZero();
        mailbox.mayAlsoSendAs("hello@reyes-va.example");
        assertThat(typed("doctor").out())
                .contains("hello@reyes-va.example is an address that you may send from")
                .doesNotContain("dana@reyes-va.example is an address");
    }

    @Test
    void saysToLogInFirst() {
        Program.Ran ran = typed("sync");
        assertThat(ran.status()).isOne();
        assertThat(ran.err()).contains("scripts/fraywatch login work");
    }

    @Test
    void saysToLogInAgainWhenTheLoginEnded() throws Exception {
        assertThat(logIn()).isZero();
        login.revokeAll();
        assertThat(typed("sync").err()).contains("no longer accepts").contains("login work");
    }

    @Test
    void saysThatOtherAccountsNeedNoLogin() throws Exception {
        Files.writeString(
                config,
                "accounts:\n  - {name: old, kind: maildir, path: "
                        + folder
                        + ", me: [d@reyes-va.example]}\n");
        Program.Ran ran = typed("login", "old");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("nothing to log in to");
    }
}
