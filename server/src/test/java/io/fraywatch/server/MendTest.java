package io.fraywatch.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.fraywatch.server.Program.Ran;
import io.fraywatch.testing.Dovecot;
import io.fraywatch.testing.Dovecot.Certificate;
import io.fraywatch.testing.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is wrong with the configuration or the world ends `sync` with its exit status, and says
/// where it is and how to mend it.
final class MendTest {
    private static final Clock FRIDAY =
            Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path folder;

    static List<Arguments> mistakes() {
        return List.of(
                arguments("unknown key", "host:", "hots:", 4, "did you mean 'host'?"),
                arguments("wrong type", "port: 993", "port: many", 5, "a whole number"),
                arguments("missing secret", "password\n", "passwort\n", 8, "doesn't exist"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeInTheFileIsNamedByItsLine(
            String what, String good, String bad, int line, String mend) throws IOException {
        Path config = configured("localhost", 993, "implicit", Dovecot.PASSWORD);
        String text = Files.readString(config);
        assertThat(text).as(what).contains(good);
        Files.writeString(config, text.replace(good, bad));
        refused(config, line, mend);
    }

    @Test
    void aSecretThatOthersCanReadIsRefused() throws IOException {
        Path config = configured("localhost", 993, "implicit", Dovecot.PASSWORD);
        Files.setPosixFilePermissions(
                folder.resolve("password"), PosixFilePermissions.fromString("rw-r--r--"));
        refused(config, 8, "chmod 600");
    }

    @Test
    void anUnreachableHostIsNamed() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        failed(
                sync(configured("localhost", free, "implicit", Dovecot.PASSWORD)),
                "localhost:" + free + " refuses connections",
                "Check host and port");
        failed(
                sync(configured("imap.fraywatch.invalid", 993, "implicit", Dovecot.PASSWORD)),
                "imap.fraywatch.invalid",
                "Check the spelling of the host");
    }

    @Test
    void aWrongPasswordIsToldFromEverythingElse() throws IOException {
        Dovecot.requireOnThisMachine();
        try (Dovecot dovecot = Dovecot.start()) {
            Ran ran = sync(configured("localhost", dovecot.port(), "none", "mistyped"));
            failed(
                    ran,
                    "localhost:" + dovecot.port() + " refuses the password of dana",
                    "Check username and password");
            assertThat(ran.err()).doesNotContain("mistyped");
        }
    }

    @Test
    void certificatesThatProveNothingAreRefused() throws Exception {
        Dovecot.requireOnThisMachine();
        TestAuthority authority = new TestAuthority(folder);
        try (Dovecot dovecot = secured(authority.expired("localhost"))) {
            failed(
                    sync(dovecot, authority.trustingFlags()),
                    "localhost:" + dovecot.port() + " has a certificate that has expired",
                    "Ask whoever runs the server to renew it");
        }
        try (Dovecot dovecot = secured(authority.valid("mail.harborlane.example"))) {
            failed(
                    sync(dovecot, authority.trustingFlags()),
                    "localhost:" + dovecot.port() + " has a certificate for another host name",
                    "Use the name that your provider gives");
            failed(
                    sync(dovecot, List.of()),
                    "localhost:"
                            + dovecot.port()
                            + " has a certificate that nobody we trust has signed",
                    "trust store of Java");
        }
    }

    private void refused(Path config, int line, String mend) {
        for (String command : List.of("check", "sync")) {
            Ran ran = Program.run(FRIDAY, config, command);
            assertThat(ran.status()).as(command).isEqualTo(2);
            assertThat(ran.err()).contains(config + ":" + line + ": ", mend);
            assertThat(ran.out()).isEmpty();
        }
    }

    private static void failed(Ran ran, String... said) {
        assertThat(ran.status()).as(ran.err()).isEqualTo(1);
        assertThat(ran.err()).startsWith("fraywatch: work: ").contains(said);
        assertThat(ran.out()).isEmpty();
    }

    private static Ran sync(Path config) {
        return Program.run(FRIDAY, config, "sync");
    }

    private Ran sync(Dovecot dovecot, List<String> javaFlags) throws Exception {
        Path config = configured("localhost", dovecot.port(), "implicit", Dovecot.PASSWORD);
        return Program.runApart(config, javaFlags, "sync");
    }

    private static Dovecot secured(Certificate certificate) {
        return Dovecot.start(new Dovecot.Options(false, Optional.of(certificate), true));
    }

    private Path configured(String host, int port, String tls, String password) throws IOException {
        Path secret = Files.writeString(folder.resolve("password"), password);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        return Files.writeString(
                folder.resolve("fraywatch.yml"),
                """
                accounts:
                  - name: work
                    kind: imap
                    host: %s
                    port: %d
                    tls: %s
                    username: dana
                    passwordFile: password
                    me: [dana@reyes-va.example]
                """
                        .formatted(host, port, tls));
    }
}
