package io.fraywatch.source.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fraywatch.source.Secret;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.SourceException.Kind;
import io.fraywatch.source.imap.ImapSettings.Tls;
import io.fraywatch.testing.Dovecot;
import io.fraywatch.testing.Dovecot.Certificate;
import io.fraywatch.testing.Dovecot.Options;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.ScriptedImap;
import io.fraywatch.testing.TestAuthority;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Whatever can be wrong about host, encryption, password and folders (acceptance checks 27 and
/// 57).
@Execution(ExecutionMode.CONCURRENT)
class ImapSetupTest {
    @TempDir private Path directory;

    private static ImapSettings settings(String host, int port, Tls tls, Secret password) {
        return new ImapSettings(host, port, tls, Dovecot.USER, new ImapSettings.Password(password));
    }

    private static SourceException failure(ImapSource source) {
        return catchThrowableOfType(SourceException.class, source::probe);
    }

    private static Dovecot withTls(Certificate certificate, boolean fromTheFirstByte) {
        return Dovecot.start(new Options(false, Optional.of(certificate), fromTheFirstByte));
    }

    @Test
    void readsOverTlsFromTheFirstByte() throws Exception {
        Dovecot.requireOnThisMachine();
        TestAuthority authority = new TestAuthority(directory);
        try (Dovecot dovecot = withTls(authority.valid("localhost"), true)) {
            ImapSettings settings =
                    settings("localhost", dovecot.port(), Tls.IMPLICIT, Mails.password());
            assertThat(new ImapSource(settings, authority.trusting()).probe()).hasSize(1);
        }
    }

    @Test
    void readsOverStartTls() throws Exception {
        Dovecot.requireOnThisMachine();
        TestAuthority authority = new TestAuthority(directory);
        try (Dovecot dovecot = withTls(authority.valid("localhost"), false)) {
            ImapSettings settings =
                    settings("localhost", dovecot.port(), Tls.STARTTLS, Mails.password());
            assertThat(new ImapSource(settings, authority.trusting()).probe()).hasSize(1);
        }
    }

    @Test
    void refusesAnExpiredCertificate_check57() {
        Dovecot.requireOnThisMachine();
        TestAuthority authority = new TestAuthority(directory);
        try (Dovecot dovecot = withTls(authority.expired("localhost"), true)) {
            ImapSettings settings =
                    settings("localhost", dovecot.port(), Tls.IMPLICIT, Mails.password());
            SourceException failure = failure(new ImapSource(settings, authority.trusting()));
            assertThat(failure.kind()).isEqualTo(Kind.INSECURE);
            assertThat(failure)
                    .hasMessage(
                            "localhost:" + dovecot.port() + " has a certificate that has expired");
        }
    }

    @Test
    void refusesACertificateOfAnotherHost_check57() {
        Dovecot.requireOnThisMachine();
        TestAuthority authority = new TestAuthority(directory);
        try (Dovecot dovecot = withTls(authority.valid("mail.harborlane.example"), true)) {
            ImapSettings settings =
                    settings("localhost", dovecot.port(), Tls.IMPLICIT, Mails.password());
            SourceException failure = failure(new ImapSource(settings, authority.trusting()));
            assertThat(failure.kind()).isEqualTo(Kind.INSECURE);
            assertThat(failure).hasMessageContaining("another host name");
        }
    }

    @Test
    void refusesACertificateThatNobodyKnows_check57() {
        Dovecot.requireOnThisMachine();
        TestAuthority authority = new TestAuthority(directory);
        try (Dovecot dovecot = withTls(authority.valid("localhost"), true)) {
            ImapSettings settings =
                    settings("localhost", dovecot.port(), Tls.IMPLICIT, Mails.password());
            SourceException failure = failure(new ImapSource(settings));
            assertThat(failure.kind()).isEqualTo(Kind.INSECURE);
            assertThat(failure).hasMessageContaining("nobody we trust");
        }
    }

    @Test
    void sendsNoPasswordWhereStartTlsIsMissing_check57() {
        try (ScriptedImap server = ScriptedImap.start(1, (talk, tag, command) -> false)) {
            SourceException failure =
                    failure(
                            new ImapSource(
                                    settings(
                                            "127.0.0.1",
                                            server.port(),
                                            Tls.STARTTLS,
                                            Mails.password())));
            assertThat(failure.kind()).isEqualTo(Kind.INSECURE);
            assertThat(server.commands()).noneMatch(command -> command.startsWith("LOGIN"));
        }
    }

    @Test
    void refusesToSendAPasswordInTheClearToAnotherMachine() {
        assertThatThrownBy(
                        () -> settings("imap.harborlane.example", 143, Tls.NONE, Mails.password()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("starttls");
    }

    @Test
    void saysThatAPortWithoutTlsSpeaksNone() {
        try (ScriptedImap server = ScriptedImap.start(1, (talk, tag, command) -> false)) {
            SourceException failure =
                    failure(
                            new ImapSource(
                                    settings(
                                            "127.0.0.1",
                                            server.port(),
                                            Tls.IMPLICIT,
                                            Mails.password())));
            assertThat(failure.kind()).isEqualTo(Kind.INSECURE);
            assertThat(failure.remedy()).contains("993");
        }
    }

    @Test
    void saysThatThePasswordIsWrong() {
        try (Dovecot dovecot = Dovecot.start()) {
            SourceException failure =
                    failure(
                            new ImapSource(
                                    settings(
                                            "127.0.0.1",
                                            dovecot.port(),
                                            Tls.NONE,
                                            Secret.command("echo wrong"))));
            assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
            assertThat(failure.remedy()).contains("app password");
        }
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        SourceException failure =
                failure(new ImapSource(settings("127.0.0.1", port, Tls.NONE, Mails.password())));
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessage("127.0.0.1:" + port + " refuses connections");
    }

    @Test
    void saysThatTheHostIsUnknown() {
        SourceException failure =
                failure(
                        new ImapSource(
                                settings(
                                        "no-such-host.invalid",
                                        993,
                                        Tls.IMPLICIT,
                                        Mails.password())));
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("no-such-host.invalid");
    }

    @Test
    void findsSentAndArchiveBySpecialUse_check27() throws Exception {
        try (Dovecot dovecot = Dovecot.start(new Options(true, Optional.empty(), false))) {
            dovecot.makeFolder("Sent");
            assertThat(new ImapSource(Mails.settings(dovecot.port())).folders())
                    .containsExactly("INBOX", "Postausgang", "Ablage");
        }
    }

    @Test
    void findsLocalisedNamesInModifiedUtf7_check27() throws Exception {
        try (Dovecot dovecot = Dovecot.start()) {
            dovecot.makeFolder("&AMk-l&AOk-ments envoy&AOk-s");
            dovecot.makeFolder("Archives.2024");
            dovecot.makeFolder("Brouillons");
            dovecot.deliver("&AMk-l&AOk-ments envoy&AOk-s", Mails.numbered(1), "S");
            assertThat(new ImapSource(Mails.settings(dovecot.port())).probe())
                    .containsExactly(
                            new ImapSource.Counted("INBOX", 0),
                            new ImapSource.Counted("Éléments envoyés", 1),
                            new ImapSource.Counted("Archives/2024", 0));
        }
    }

    @Test
    void readsFoldersAskedForByName() throws Exception {
        try (Dovecot dovecot = Dovecot.start()) {
            dovecot.makeFolder("Clients.Harbor Lane");
            ImapSettings usual = Mails.settings(dovecot.port());
            assertThat(new ImapSource(also(usual, "Clients/*")).folders())
                    .containsExactly("INBOX", "Clients/Harbor Lane");
            assertThat(failure(new ImapSource(also(usual, "Customers"))).kind())
                    .isEqualTo(Kind.MISCONFIGURED);
        }
    }

    private static ImapSettings also(ImapSettings usual, String folder) {
        return usual.alsoReading(List.of(folder));
    }

    @Test
    void sendsAnAccessTokenWhenChallenged() throws Exception {
        AtomicReference<String> authenticate = new AtomicReference<>("");
        try (ScriptedImap server =
                ScriptedImap.start(
                        1,
                        (talk, tag, command) -> {
                            if (command.equals("AUTHENTICATE XOAUTH2")) {
                                authenticate.set(tag);
                                talk.line("+ ");
                                return true;
                            }
                            if (tag.isEmpty()) {
                                talk.line(authenticate.get() + " OK welcome");
                            }
                            return tag.isEmpty();
                        })) {
            ImapSettings settings =
                    new ImapSettings(
                            "127.0.0.1",
                            server.port(),
                            Tls.NONE,
                            Dovecot.USER,
                            new ImapSettings.AccessToken(Secret.command("echo token")));
            assertThat(new ImapSource(settings).probe()).hasSize(1);
            String answer =
                    Base64.getEncoder()
                            .encodeToString(
                                    "user=dana\1auth=Bearer token\1\1"
                                            .getBytes(StandardCharsets.UTF_8));
            assertThat(server.commands()).contains(answer);
        }
    }
}
