package io.fraywatch.source.imap;

import io.fraywatch.source.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// How to reach one IMAP mailbox.
///
/// @param tls how the connection is encrypted; `NONE` only to this machine itself
/// @param alsoRead folders to read besides INBOX, Sent and Archive, as the user sees their names; a
///   `*` at the end stands for any rest
/// @param compression whether what is sent is compressed (RFC 4978), where the server offers it
public record ImapSettings(
        @NotBlank String host,
        @Min(1) @Max(65535) int port,
        @NotNull Tls tls,
        @NotBlank String username,
        @NotNull Login login,
        @NotNull List<String> alsoRead,
        @NotNull Deadlines deadlines,
        @NotNull Compression compression) {

    /// When encryption begins.
    public enum Tls {
        /// From the first byte; port 993.
        IMPLICIT,
        /// After the STARTTLS command, which must be offered; port 143.
        STARTTLS,
        /// Never.
        NONE
    }

    /// When to spend time of both processors to save bytes on the wire.
    public enum Compression {
        /// Unless the server is reached on this machine itself, where bytes cost nothing.
        AUTO,
        /// Wherever the server is; for a tunnel that ends on this machine.
        ALWAYS,
        NEVER
    }

    /// How we prove who we are.
    public sealed interface Login {}

    /// By password, or by an app password where the provider wants one.
    public record Password(Secret secret) implements Login {}

    /// By an OAuth 2 access token (XOAUTH2).
    public record AccessToken(Secret token) implements Login {}

    /// How long we wait.
    ///
    /// @param connect for the connection, and again for the TLS handshake
    /// @param read for the next byte
    /// @param command for all of one answer, plus a second for each 8 KiB that did arrive
    public record Deadlines(Duration connect, Duration read, Duration command) {
        /// 20 s, 60 s, 90 s.
        public static final Deadlines USUAL =
                new Deadlines(
                        Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(90));

        public Deadlines {
            for (Duration wait : List.of(connect, read, command)) {
                if (!wait.isPositive() || wait.compareTo(Duration.ofHours(1)) > 0) {
                    throw new IllegalArgumentException(
                            "deadline " + wait + " must be more than 0 and at most 1 hour");
                }
            }
        }
    }

    public ImapSettings {
        alsoRead = List.copyOf(alsoRead);
        if (tls == Tls.NONE && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    "tls: none would send the password to "
                            + host
                            + " for all to read; use implicit (port 993) or starttls (port 143)");
        }
    }

    public ImapSettings(String host, int port, Tls tls, String username, Login login) {
        this(host, port, tls, username, login, List.of(), Deadlines.USUAL, Compression.AUTO);
    }

    public ImapSettings alsoReading(List<String> folders) {
        return new ImapSettings(host, port, tls, username, login, folders, deadlines, compression);
    }

    public ImapSettings within(Deadlines waits) {
        return new ImapSettings(host, port, tls, username, login, alsoRead, waits, compression);
    }

    public ImapSettings compressing(Compression when) {
        return new ImapSettings(host, port, tls, username, login, alsoRead, deadlines, when);
    }

    /// Host and port, for messages.
    String address() {
        return host + ":" + port;
    }

    private static boolean isLoopback(String host) {
        if (host.toLowerCase(Locale.ROOT).equals("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
