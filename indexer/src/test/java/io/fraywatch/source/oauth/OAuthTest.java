package io.fraywatch.source.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraywatch.source.SourceException;
import io.fraywatch.source.SourceException.Kind;
import io.fraywatch.testing.OAuthServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logging in and staying logged in, against a provider on this machine.
class OAuthTest {
    private static final String SECRET = "hush";

    @TempDir private Path folder;
    private OAuthServer server;
    private OAuthClient client;
    private TokenFile file;
    private final AtomicLong now = new AtomicLong();

    @BeforeEach
    void open() throws IOException {
        server = new OAuthServer("fraywatch", SECRET);
        client = client(SECRET);
        file = new TokenFile(folder, "work");
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private OAuthClient client(String secret) {
        OAuthProvider provider =
                new OAuthProvider(
                        "Local",
                        server.at("/authorize"),
                        server.at("/token"),
                        Optional.of(server.at("/device")),
                        "mail.read");
        return new OAuthClient(provider, "fraywatch", Optional.of(() -> secret), "work");
    }

    private static int visit(URI page) throws IOException, InterruptedException {
        try (HttpClient browser =
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build()) {
            return browser.send(
                            HttpRequest.newBuilder(page).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private OAuthClient.Tokens logIn() throws Exception {
        try (LoopbackLogin login = new LoopbackLogin(client)) {
            assertThat(visit(login.page())).isEqualTo(200);
            return login.await(Duration.ofSeconds(60));
        }
    }

    private RefreshedToken token() {
        return new RefreshedToken(client, file, "work", now::get);
    }

    private static void assertRefused(SourceException e, Kind kind, String remedy) {
        assertThat(e.kind()).isEqualTo(kind);
        assertThat(e.remedy()).contains(remedy);
    }

    @Test
    void logsInWithTheBrowserOfThisMachine() throws Exception {
        OAuthClient.Tokens tokens = logIn();
        assertThat(server.accepts(tokens.access())).isTrue();
        assertThat(tokens.refresh()).isPresent();
        assertThat(tokens.toString()).doesNotContain(tokens.access());
    }

    @Test
    void takesNoAnswerWithoutItsOwnState() throws Exception {
        try (LoopbackLogin login = new LoopbackLogin(client)) {
            String page = login.page().toString();
            String redirect =
                    java.net.URLDecoder.decode(
                            page.replaceAll(".*redirect_uri=([^&]*).*", "$1"),
                            StandardCharsets.UTF_8);
            assertThat(visit(URI.create(redirect + "?state=forged&code=code1"))).isEqualTo(400);
            assertThatThrownBy(() -> login.await(Duration.ofMillis(50)))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("Nobody agreed");
        }
    }

    @Test
    void saysThatTheUserDeclined() throws Exception {
        server.userAgrees(false);
        try (LoopbackLogin login = new LoopbackLogin(client)) {
            visit(login.page());
            assertThatThrownBy(() -> login.await(Duration.ofSeconds(60)))
                    .isInstanceOfSatisfying(
                            SourceException.class,
                            e -> assertRefused(e, Kind.REFUSED, "scripts/fraywatch login work"));
        }
    }

    @Test
    void logsInWithACodeOnAnotherDeviceAtTheProvidersPace() throws Exception {
        List<Duration> waits = new ArrayList<>();
        DeviceLogin login = DeviceLogin.start(client, waits::add);
        assertThat(login.code()).isEqualTo("WXYZ-1234");
        assertThat(login.page()).isEqualTo(server.at("/enter"));
        assertThat(server.accepts(login.await().access())).isTrue();
        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    @Test
    void keepsATokenWhileItIsGoodAndFetchesTheNextInTime() throws Exception {
        file.write(logIn().refresh().orElseThrow());
        RefreshedToken token = token();
        String first = token.reveal();
        now.addAndGet(Duration.ofMinutes(58).toNanos());
        assertThat(token.reveal()).isEqualTo(first);
        assertThat(server.refreshes()).isOne();
        now.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(token.reveal()).isNotEqualTo(first);
        assertThat(server.refreshes()).isEqualTo(2);
    }

    @Test
    void goesOnWithTheRefreshTokenThatReplacedTheFirst() throws Exception {
        file.write(logIn().refresh().orElseThrow());
        token().reveal();
        assertThat(server.accepts(token().reveal())).isTrue();
    }

    @Test
    void asksForALoginWhenThereIsNone() {
        assertThatThrownBy(() -> token().reveal())
                .isInstanceOfSatisfying(
                        SourceException.class,
                        e -> assertRefused(e, Kind.REFUSED, "scripts/fraywatch login work"));
    }

    @Test
    void asksForALoginWhenItWasRevoked() throws Exception {
        file.write(logIn().refresh().orElseThrow());
        server.revokeAll();
        assertThatThrownBy(() -> token().reveal())
                .isInstanceOfSatisfying(
                        SourceException.class,
                        e -> assertRefused(e, Kind.REFUSED, "scripts/fraywatch login work"));
    }

    @Test
    void saysThatTheClientSecretIsWrong() throws Exception {
        file.write(logIn().refresh().orElseThrow());
        try (OAuthClient wrong = client("guess")) {
            assertThatThrownBy(() -> new RefreshedToken(wrong, file, "work", now::get).reveal())
                    .isInstanceOfSatisfying(
                            SourceException.class,
                            e -> assertRefused(e, Kind.MISCONFIGURED, "oauth.clientId"));
        }
    }

    @Test
    void keepsTheTokenEncryptedAndPrivate() throws Exception {
        file.write("a-very-secret-token");
        Path kept = folder.resolve("work.token");
        assertThat(new String(Files.readAllBytes(kept), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret-token");
        for (Path each : List.of(kept, folder.resolve("token.key"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo("rw-------");
        }
        assertThat(file.read()).hasValue("a-very-secret-token");
    }

    @Test
    void noticesATokenOfAnotherAccountAndAFlippedBit() throws Exception {
        file.write("token");
        Path kept = folder.resolve("work.token");
        Files.copy(kept, folder.resolve("other.token"));
        assertThatThrownBy(() -> new TokenFile(folder, "other").read())
                .isInstanceOf(SourceException.class);
        byte[] bytes = Files.readAllBytes(kept);
        bytes[bytes.length - 1] ^= 1;
        Files.write(kept, bytes);
        assertThatThrownBy(file::read)
                .isInstanceOfSatisfying(
                        SourceException.class,
                        e -> assertRefused(e, Kind.REFUSED, "scripts/fraywatch login work"));
    }

    @Test
    void refusesProvidersThatWouldSendSecretsInTheClear() {
        URI safe = URI.create("https://login.example/");
        assertThatThrownBy(() ->
                        new OAuthProvider(
                                "X",
                                safe,
                                URI.create("http://login.example/token"),
                                Optional.empty(),
                                ""))
                .hasMessageContaining("https");
    }
}
