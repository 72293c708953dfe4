package io.fraywatch.parse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;

/// Reads parts that hold no parts: undoes their transfer encoding, keeps the bytes of those that
/// are looked into and counts those of the others. One for a mail: the limits hold for all its
/// parts together.
final class Leaves {
    private static final int PREAMBLE = 64 * 1024;
    private static final int REPORT = 64 * 1024;
    private static final int WRAPPING = 4 * 1024 * 1024;

    /// Parts for machines that say something of the mail or of a file.
    private static final Set<String> REPORTS =
            Set.of(
                    "message/delivery-status",
                    "message/global-delivery-status",
                    "message/disposition-notification",
                    "message/feedback-report",
                    "message/external-body",
                    "message/global-headers");

    private final Limits limits;
    private final Problems problems;
    private final byte[] buffer = new byte[8192];
    private int parts;
    private int textLeft;

    Leaves(Limits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
        this.textLeft = limits.mailText();
    }

    /// Whether one more part may be read.
    boolean next() {
        parts++;
        if (tooMany()) {
            problems.add("more than " + limits.parts() + " parts; the rest wasn't read");
        }
        return !tooMany();
    }

    boolean tooMany() {
        return parts > limits.parts();
    }

    byte[] preamble(InputStream in) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
        copy(in, kept, PREAMBLE);
        return kept.toByteArray();
    }

    /// @param encoding the transfer encoding in lower case, empty when none is given
    /// @param in the part's bytes as they lie in the mail
    Part read(Part part, String encoding, InputStream in) throws IOException {
        if (part.isTnef()) {
            return tnef(part, decoded(encoding, in));
        }
        int most = most(part);
        if (most == 0 && encoding.equals("base64")) {
            return part.filled(new byte[0], base64Size(in));
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream(most == 0 ? 0 : 1024);
        long size = copy(decoded(encoding, in), kept, most);
        byte[] content = kept.toByteArray();
        if (part.mediaType().startsWith("text/")) {
            textLeft -= content.length;
            if (size > most) {
                problems.add(
                        "a text of more than " + limits.partText() / 1024 + " KiB was cut short");
            }
        }
        return part.filled(content, size);
    }

    private Part tnef(Part part, InputStream in) throws IOException {
        int most = Math.min(limits.partText(), Math.max(0, textLeft));
        TnefReader reader = new TnefReader(in, most, limits.parts(), problems);
        Optional<Part> within = reader.read();
        within.ifPresent(mail ->
                textLeft -= mail.children().stream().mapToInt(p -> p.content().length).sum());
        return part.filled(new byte[0], reader.size()).holding(within);
    }

    private int most(Part part) {
        return switch (part.mediaType()) {
            case String type when type.startsWith("text/") -> Math.min(limits.partText(), textLeft);
            case String type when REPORTS.contains(type) -> REPORT;
            case "message/rfc822", "message/global" -> Math.min(limits.partText(), textLeft);
            default -> part.isCms() ? WRAPPING : 0;
        };
    }

    private static InputStream decoded(String encoding, InputStream in) {
        return switch (encoding) {
            case "base64" -> new Base64InputStream(in, DecodeMonitor.SILENT);
            case "quoted-printable" -> new QuotedPrintable(in);
            default -> Uuencode.isNameOf(encoding) ? new UuencodedFile(in) : in;
        };
    }

    /// Reads to the end, keeps at most so many bytes, and returns how many there were.
    private long copy(InputStream in, ByteArrayOutputStream kept, int most) throws IOException {
        long size = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            int room = Math.min(n, most - kept.size());
            if (room > 0) {
                kept.write(buffer, 0, room);
            }
            size += n;
        }
        return size;
    }

    /// Counting base64 up to its padding is several times cheaper than decoding it, and attachments
    /// are most of a mailbox's bytes.
    private long base64Size(InputStream in) throws IOException {
        long digits = 0;
        boolean padded = false;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n && !padded; i++) {
                digits += Base64Text.value(buffer[i]) >= 0 ? 1 : 0;
                padded = buffer[i] == '=';
            }
        }
        return digits * 3 / 4;
    }
}
