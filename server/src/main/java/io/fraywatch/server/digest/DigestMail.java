package io.fraywatch.server.digest;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.MessageId;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Properties;

/// A digest as a mail (RFC 5322, multipart/alternative): the same digest to the same person gives
/// the same bytes.
final class DigestMail {
    private DigestMail() {}

    /// The Message-ID of the digest of one day to one person.
    ///
    /// @param from the sender, whose domain it carries
    static MessageId messageId(Address from, Address recipient, LocalDate day) {
        return new MessageId(
                "digest."
                        + day
                        + "."
                        + hash(recipient.address() + "\n" + day)
                        + "@"
                        + from.domain());
    }

    /// Writes the mail; all of it is ASCII.
    ///
    /// @param zone of the `Date` header
    /// @throws IllegalArgumentException if an address or the subject can't stand in a header
    static byte[] write(
            DigestRenderer.Rendered rendered,
            Address from,
            Address recipient,
            LocalDate day,
            Instant date,
            ZoneId zone) {
        MessageId id = messageId(from, recipient, day);
        try {
            MimeMessage message = new Letter();
            set(message, "Message-ID", "<" + id + ">");
            set(
                    message,
                    "Date",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            date.atZone(zone).toOffsetDateTime()));
            set(message, "From", written(from));
            set(message, "To", written(recipient));
            set(message, "Subject", rendered.subject());
            set(message, "Auto-Submitted", "auto-generated");
            set(message, "X-Auto-Response-Suppress", "All");
            message.setContent(
                    new Alternatives(
                            "=_fraywatch_" + hash(id.value()),
                            part(rendered.text(), "plain"),
                            part(rendered.html(), "html")));
            message.saveChanges();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            message.writeTo(out);
            return out.toByteArray();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(
                    "the digest of " + day + " can't be written as a mail", e);
        }
    }

    /// The only way a header of ours is set: CR, LF and NUL are refused, and what isn't ASCII is
    /// encoded (RFC 2047), so that no value can end its line.
    static void set(Part part, String name, String value) throws MessagingException {
        if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException(
                    "header " + name + " holds a line break or a NUL; take it out first");
        }
        try {
            String line = MimeUtility.encodeText(value, "UTF-8", "B").replace("\r\n", "");
            if (!line.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == '\t')) {
                throw new IllegalArgumentException(
                        "header " + name + " holds a control character; take it out first");
            }
            part.setHeader(name, MimeUtility.fold(name.length() + 2, line));
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }

    private static String written(Address address) throws MessagingException, IOException {
        InternetAddress written = new InternetAddress(address.address(), true);
        if (!address.name().isEmpty()) {
            written.setPersonal(Plain.line(address.name(), 60), "UTF-8");
        }
        return written.toString();
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        set(part, "Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static String hash(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Keeps our Message-ID, where Angus would make one up.
    private static final class Letter extends MimeMessage {
        Letter() {
            super(Session.getInstance(new Properties()));
        }

        @Override
        protected void updateMessageID() {
            // Set before, and never again.
        }
    }

    /// Two forms of the same text with a boundary that isn't made of the time of day.
    private static final class Alternatives extends MimeMultipart {
        Alternatives(String boundary, MimeBodyPart plain, MimeBodyPart html)
                throws MessagingException {
            super("alternative", plain, html);
            ContentType type = new ContentType(contentType);
            type.setParameter("boundary", boundary);
            contentType = type.toString();
        }
    }
}
