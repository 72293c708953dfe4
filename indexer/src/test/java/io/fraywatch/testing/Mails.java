package io.fraywatch.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.fraywatch.source.Secret;
import io.fraywatch.source.imap.ImapSettings;

/// Small mails for tests.
public final class Mails {
    private Mails() {}

    /// A mail that differs from that of any other number; every line ends with CRLF.
    public static byte[] numbered(int number) {
        return ("From: Kim <kim@harborlane.example>\r\nTo: dana@reyes-va.example\r\nSubject: Mail "
                        + number
                        + "\r\nMessage-ID: <"
                        + number
                        + "@harborlane.example>\r\n\r\nLine one of mail "
                        + number
                        + ".\r\n")
                .getBytes(US_ASCII);
    }

    /// The same as it stands in an mbox file.
    public static byte[] inMbox(byte[] mail) {
        return ("From kim@harborlane.example Mon Jan  5 08:00:00 2026\r\n"
                        + new String(mail, US_ASCII).replaceAll("(?m)^(>*From )", ">$1")
                        + "\r\n")
                .getBytes(US_ASCII);
    }

    /// How to reach the test user's mailbox without TLS.
    public static ImapSettings settings(int port) {
        return new ImapSettings(
                "127.0.0.1",
                port,
                ImapSettings.Tls.NONE,
                Dovecot.USER,
                new ImapSettings.Password(password()));
    }

    /// The test user's password, from a command.
    public static Secret password() {
        return Secret.command("echo " + Dovecot.PASSWORD);
    }
}
