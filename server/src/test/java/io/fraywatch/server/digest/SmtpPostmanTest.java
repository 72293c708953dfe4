package io.fraywatch.server.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.fraywatch.mail.Address;
import io.fraywatch.server.digest.SmtpServer.Login;
import io.fraywatch.server.digest.SmtpServer.Protection;
import io.fraywatch.source.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against GreenMail where a well-behaved server will do, else against a few lines that misbehave
/// on purpose.
final class SmtpPostmanTest {
    private static final Address DANA = Address.of("dana@reyes-va.example");
    private static final byte[] MAIL =
            "Subject: Morning\r\nMIME-Version: 1.0\r\n\r\n.A line with a dot.\r\nCalm.\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void deliversTheMailAsItIs() throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
        try {
            server.setUser(DANA.address(), "dana", "secret");
            SmtpServer settings =
                    new SmtpServer(
                            "127.0.0.1",
                            server.getSmtp().getPort(),
                            Protection.NONE,
                            Optional.of(new Login("dana", secret("secret"))));
            assertThat(deliver(settings)).isEqualTo(new Delivery.Sent());
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("Morning");
            assertThat(
                            new String(
                                    server.getReceivedMessages()[0]
                                            .getRawInputStream()
                                            .readAllBytes(),
                                    StandardCharsets.US_ASCII))
                    .isEqualToNormalizingNewlines(".A line with a dot.\r\nCalm.");
        } finally {
            server.stop();
        }
    }

    @Test
    void aRefusedLoginIsForGood() throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
        try {
            server.setUser(DANA.address(), "dana", "secret");
            SmtpServer settings =
                    new SmtpServer(
                            "127.0.0.1",
                            server.getSmtp().getPort(),
                            Protection.NONE,
                            Optional.of(new Login("dana", secret("wrong"))));
            assertThat(deliver(settings))
                    .isInstanceOfSatisfying(
                            Delivery.Never.class,
                            never ->
                                    assertThat(never.why())
                                            .contains("refuses the login", "127.0.0.1")
                                            .doesNotContain("wrong"));
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatCantProveWhoItIsGetsNothing() throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTPS);
        try {
            SmtpServer settings =
                    new SmtpServer(
                            "127.0.0.1",
                            server.getSmtps().getPort(),
                            Protection.IMPLICIT,
                            Optional.empty());
            assertThat(deliver(settings))
                    .isInstanceOfSatisfying(
                            Delivery.Never.class,
                            never -> assertThat(never.why()).contains("can't prove who it is"));
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerWithoutStarttlsGetsNothing() throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
        try {
            SmtpServer settings =
                    new SmtpServer(
                            "127.0.0.1",
                            server.getSmtp().getPort(),
                            Protection.STARTTLS,
                            Optional.empty());
            assertThat(deliver(settings)).isNotInstanceOf(Delivery.Sent.class);
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatIsNotThereMayBeLater() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(deliver(new SmtpServer("127.0.0.1", free, Protection.NONE, Optional.empty())))
                .isInstanceOf(Delivery.Later.class);
    }

    @Test
    void aReplyDecidesByItsFirstDigit() throws Exception {
        assertThat(against("451 later")).isInstanceOf(Delivery.Later.class);
        assertThat(against("550 no")).isInstanceOf(Delivery.Never.class);
        assertThat(against("250 taken")).isEqualTo(new Delivery.Sent());
    }

    @Test
    void aConnectionCutAfterTheLastDotLeavesItsFateUnknown() throws Exception {
        assertThat(against("")).isInstanceOf(Delivery.Unknown.class);
    }

    @Test
    void aServerThatSaysNothingAfterTheLastDotLeavesItsFateUnknownWithinTheDeadline()
            throws Exception {
        assertThat(against("hang")).isInstanceOf(Delivery.Unknown.class);
    }

    @Test
    void aPasswordFileThatIsNotThereIsSaid() {
        SmtpServer settings =
                new SmtpServer(
                        "127.0.0.1",
                        1,
                        Protection.NONE,
                        Optional.of(new Login("dana", Secret.file(folder.resolve("none")))));
        assertThat(deliver(settings))
                .isInstanceOfSatisfying(
                        Delivery.Never.class,
                        never -> assertThat(never.why()).contains("password", "none"));
    }

    /// Delivers to a server that answers the last dot like this; with "" it hangs up, with "hang"
    /// it says nothing.
    private static Delivery against(String answer) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(listening, answer));
            SmtpServer settings =
                    new SmtpServer(
                            "127.0.0.1",
                            listening.getLocalPort(),
                            Protection.NONE,
                            Optional.empty());
            Duration patience = Duration.ofSeconds(answer.equals("hang") ? 3 : 60);
            return new SmtpPostman(settings, patience).deliver(MAIL, DANA, DANA);
        }
    }

    private static void serve(ServerSocket listening, String answer) {
        try (Socket socket = listening.accept();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII))) {
            boolean inMail = false;
            say(socket, "220 hello");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("DATA")) {
                    inMail = true;
                    say(socket, "354 go on");
                } else if (line.equals(".")) {
                    inMail = false;
                    if (answer.isEmpty()) {
                        return;
                    }
                    if (!answer.equals("hang")) {
                        say(socket, answer);
                    }
                } else if (!inMail) {
                    say(socket, "250 fine");
                }
            }
        } catch (IOException e) {
            // The other side hung up, as it may.
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static Delivery deliver(SmtpServer settings) {
        return new SmtpPostman(settings, Duration.ofSeconds(60)).deliver(MAIL, DANA, DANA);
    }

    private Secret secret(String value) throws IOException {
        Path file =
                Files.createTempFile(
                        folder,
                        "secret",
                        "",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, value);
        return Secret.file(file);
    }

    private static GreenMail greenMail(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(120_000);
        GreenMail server = new GreenMail(setup);
        server.start();
        return server;
    }
}
