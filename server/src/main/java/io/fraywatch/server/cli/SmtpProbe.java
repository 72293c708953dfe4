package io.fraywatch.server.cli;

import io.fraywatch.server.config.SmtpSection;
import io.fraywatch.server.config.Tls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Connects to an SMTP server and waits for its greeting (RFC 5321 §3.1); logs in nowhere and sends
/// nothing.
final class SmtpProbe {
    private static final int SILENCE_MILLIS = 10_000;
    private static final String READY = "220";

    private final SmtpSection smtp;
    private final Duration most;

    /// @param most how long all of it may take, however often the server says a byte
    SmtpProbe(SmtpSection smtp, Duration most) {
        this.smtp = smtp;
        this.most = most;
    }

    /// Whether it greets as a mail server does.
    ///
    /// @throws IOException if it can't be reached, can't prove who it is, or takes too long
    boolean greets() throws IOException {
        try (Socket plain = new Socket()) {
            Thread patience = Thread.startVirtualThread(() -> closeLater(plain));
            try {
                plain.connect(
                        new InetSocketAddress(smtp.host(), smtp.portOrDefault()), SILENCE_MILLIS);
                plain.setSoTimeout(SILENCE_MILLIS);
                Socket socket = smtp.tlsOrDefault() == Tls.IMPLICIT ? secured(plain) : plain;
                byte[] greeting = socket.getInputStream().readNBytes(READY.length());
                return new String(greeting, StandardCharsets.US_ASCII).equals(READY);
            } finally {
                patience.interrupt();
            }
        }
    }

    private void closeLater(Socket socket) {
        try (socket) {
            Thread.sleep(most);
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        ((SSLSocketFactory) SSLSocketFactory.getDefault())
                                .createSocket(plain, smtp.host(), smtp.portOrDefault(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
