package io.fraywatch.source.mbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.fraywatch.mail.Location;
import io.fraywatch.source.RawMail;
import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One mail as it stands in an mbox file, back in its own form: without the From line, the quoting
/// of `From ` lines (mboxrd and mboxo) and the empty line that ends it.
final class MboxMail {
    private static final DateTimeFormatter PLAIN =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ROOT);
    private static final DateTimeFormatter ZONED =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss xx yyyy", Locale.ROOT);

    private MboxMail() {}

    /// @param raw from the mail's From line to the next one
    static RawMail of(Location location, byte[] raw) {
        int end = lineEnd(raw, 0);
        byte[] bytes = bytes(raw);
        TakeoutHeaders headers = TakeoutHeaders.of(bytes);
        return new RawMail(
                location,
                time(new String(raw, 0, end, ISO_8859_1)),
                bytes,
                Optional.empty(),
                headers.thread(),
                headers.labels());
    }

    /// The mail alone.
    static byte[] bytes(byte[] raw) {
        return unquoted(raw, Math.min(lineEnd(raw, 0) + 1, raw.length));
    }

    private static byte[] unquoted(byte[] raw, int from) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream(raw.length - from);
        int at = from;
        while (at < raw.length) {
            int next = Math.min(lineEnd(raw, at) + 1, raw.length);
            int start = isQuotedFrom(raw, at, next) ? at + 1 : at;
            mail.write(raw, start, next - start);
            at = next;
        }
        byte[] all = mail.toByteArray();
        return Arrays.copyOf(all, all.length - separator(all));
    }

    /// The length of the empty line at the end.
    private static int separator(byte[] mail) {
        int last = mail.length;
        if (last >= 4
                && mail[last - 1] == '\n'
                && mail[last - 2] == '\r'
                && mail[last - 3] == '\n') {
            return 2;
        }
        return last >= 2 && mail[last - 1] == '\n' && mail[last - 2] == '\n' ? 1 : 0;
    }

    private static boolean isQuotedFrom(byte[] raw, int from, int to) {
        int at = from;
        while (at < to && raw[at] == '>') {
            at++;
        }
        return at > from
                && to - at >= 5
                && raw[at] == 'F'
                && raw[at + 1] == 'r'
                && raw[at + 2] == 'o'
                && raw[at + 3] == 'm'
                && raw[at + 4] == ' ';
    }

    private static int lineEnd(byte[] raw, int from) {
        int at = from;
        while (at < raw.length && raw[at] != '\n') {
            at++;
        }
        return at;
    }

    /// The time in a From line (RFC 4155: in UTC); empty for none, and for 1970, which programs
    /// write when they don't know.
    private static Optional<Instant> time(String fromLine) {
        String[] words = fromLine.strip().split("\\s+");
        if (words.length < 7) {
            return Optional.empty();
        }
        String text = String.join(" ", List.of(words).subList(2, words.length));
        return parsed(text).filter(time -> time.getEpochSecond() > 86_400);
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, ZONED).toInstant());
        } catch (DateTimeException withoutZone) {
            try {
                return Optional.of(
                        LocalDateTime.parse(text, PLAIN).toInstant(java.time.ZoneOffset.UTC));
            } catch (DateTimeException unknown) {
                return Optional.empty();
            }
        }
    }
}
