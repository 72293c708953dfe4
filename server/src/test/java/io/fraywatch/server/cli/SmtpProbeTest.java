package io.fraywatch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraywatch.server.config.SmtpSection;
import io.fraywatch.server.config.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(8)
class SmtpProbeTest {
    @SuppressWarnings("NullAway.Init")
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    private SmtpProbe probe(Duration most) {
        return new SmtpProbe(
                new SmtpSection(
                        "127.0.0.1",
                        Optional.of(server.getLocalPort()),
                        Optional.of(Tls.NONE),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "Fraywatch <dana@reyes-va.example>"),
                most);
    }

    private boolean greetedBy(String greeting) throws IOException {
        Thread answering =
                Thread.startVirtualThread(() -> {
                    try (Socket socket = server.accept()) {
                        socket.getOutputStream()
                                .write(greeting.getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
        try {
            return probe(Duration.ofSeconds(60)).greets();
        } finally {
            answering.interrupt();
        }
    }

    @Test
    void knowsAMailServerByItsGreeting() throws IOException {
        assertThat(greetedBy("220 mail.example ESMTP\r\n")).isTrue();
    }

    @Test
    void takesNoOtherServerForOne() throws IOException {
        assertThat(greetedBy("HTTP/1.1 400 Bad Request\r\n")).isFalse();
    }

    @Test
    void check49GivesUpOnAServerThatNeverGreets() {
        assertThatThrownBy(() -> probe(Duration.ofMillis(300)).greets())
                .isInstanceOf(IOException.class);
    }
}
