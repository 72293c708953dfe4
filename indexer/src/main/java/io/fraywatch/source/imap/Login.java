package io.fraywatch.source.imap;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fraywatch.source.SourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/// Connects, encrypts, logs in and switches on what we use, with a round trip no more than needed.
final class Login {
    private final ImapSettings settings;
    private final SSLSocketFactory tls;
    private final Failures failures;

    Login(ImapSettings settings, SSLSocketFactory tls, Failures failures) {
        this.settings = settings;
        this.tls = tls;
        this.failures = failures;
    }

    ImapConnection open() throws SourceException {
        Wire wire;
        try {
            wire = Wire.connect(settings.host(), settings.port(), settings.deadlines());
        } catch (IOException e) {
            throw failures.lost(e);
        }
        try {
            ImapConnection connection = greeted(wire);
            prove(connection);
            askCapabilities(connection);
            enable(connection);
            return connection;
        } catch (IOException e) {
            wire.close();
            throw failures.lost(e);
        } catch (CommandFailedException e) {
            wire.close();
            throw failures.refused(e);
        } catch (ProtocolException e) {
            wire.close();
            throw failures.unreadable(e);
        } catch (SourceException e) {
            wire.close();
            throw e;
        }
    }

    private ImapConnection greeted(Wire wire)
            throws IOException, ProtocolException, SourceException {
        if (settings.tls() == ImapSettings.Tls.IMPLICIT) {
            wire.encrypt(tls);
        }
        ImapConnection plain = new ImapConnection(wire);
        plain.greeting();
        askCapabilities(plain);
        if (settings.tls() != ImapSettings.Tls.STARTTLS) {
            return plain;
        }
        if (!plain.can("STARTTLS")) {
            throw failures.withoutStartTls();
        }
        plain.perform("STARTTLS", 0, ignored -> {});
        wire.encrypt(tls);
        // What was said in the clear doesn't count any more.
        ImapConnection encrypted = new ImapConnection(wire);
        askCapabilities(encrypted);
        return encrypted;
    }

    private static void askCapabilities(ImapConnection connection)
            throws IOException, ProtocolException {
        if (!connection.protocol().toldCapabilities()) {
            connection.perform("CAPABILITY", 0, ignored -> {});
        }
    }

    private void prove(ImapConnection connection)
            throws IOException, ProtocolException, SourceException {
        connection.protocol().forgetCapabilities();
        String user = settings.username();
        switch (settings.login()) {
            case ImapSettings.AccessToken(var token) ->
                    authenticate(
                            connection,
                            "XOAUTH2",
                            "user=" + user + "\1auth=Bearer " + token.reveal() + "\1\1");
            case ImapSettings.Password(var password) -> {
                String secret = password.reveal();
                if (connection.can("AUTH=PLAIN")) {
                    authenticate(connection, "PLAIN", "\0" + user + "\0" + secret);
                } else if (connection.can("LOGINDISABLED")) {
                    throw failures.loginDisabled();
                } else {
                    Argument words =
                            new Argument().writeString(user, UTF_8).writeString(secret, UTF_8);
                    connection.receive(connection.send("LOGIN", words), 0, ignored -> {});
                }
            }
        }
    }

    /// RFC 9051 §6.2.2; a second challenge brings an error's details and is answered with an empty
    /// line.
    private static void authenticate(ImapConnection connection, String mechanism, String response)
            throws IOException, ProtocolException {
        String secret = Base64.getEncoder().encodeToString(response.getBytes(UTF_8));
        boolean atOnce = connection.can("SASL-IR");
        String tag = connection.send("AUTHENTICATE " + mechanism + (atOnce ? " " + secret : ""));
        List<String> answers = new ArrayList<>(atOnce ? List.of("") : List.of(secret, ""));
        connection.receive(
                tag,
                0,
                answer -> {
                    if (answer.isContinuation() && !answers.isEmpty()) {
                        connection.protocol().answer(answers.removeFirst());
                    }
                });
    }

    /// Both in one round trip.
    private void enable(ImapConnection connection) throws IOException, ProtocolException {
        List<String> wanted = new ArrayList<>(List.of("QRESYNC", "UTF8=ACCEPT"));
        wanted.removeIf(each -> !connection.can(each));
        boolean enables = !wanted.isEmpty() && connection.can("ENABLE");
        boolean compresses = connection.can("COMPRESS=DEFLATE") && isWorthCompressing(connection);
        String enable = enables ? connection.send("ENABLE " + String.join(" ", wanted)) : "";
        String compress = compresses ? connection.send("COMPRESS DEFLATE") : "";
        if (enables) {
            receiveEnabled(connection, enable);
        }
        if (compresses) {
            receiveCompressed(connection, compress);
        }
    }

    /// RFC 5161; a server that offers something and then won't enable it goes without.
    private static void receiveEnabled(ImapConnection connection, String tag)
            throws IOException, ProtocolException {
        try {
            connection.receive(
                    tag,
                    0,
                    answer -> {
                        if (answer instanceof IMAPResponse line && line.keyEquals("ENABLED")) {
                            connection.enabled(line.getRest().toUpperCase(Locale.ROOT));
                        }
                    });
        } catch (CommandFailedException unwilling) {
            // The lower tier does without.
            return;
        }
    }

    private boolean isWorthCompressing(ImapConnection connection) {
        return switch (settings.compression()) {
            case AUTO -> !connection.isLocal();
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }

    /// RFC 4978, with the same leniency: the server may be compressing below us already.
    private static void receiveCompressed(ImapConnection connection, String tag)
            throws IOException, ProtocolException {
        try {
            connection.receiveCompress(tag);
        } catch (CommandFailedException unwilling) {
            // Goes on as it is.
            return;
        }
    }
}
