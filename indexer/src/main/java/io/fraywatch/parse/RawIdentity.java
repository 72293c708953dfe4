package io.fraywatch.parse;

import io.fraywatch.mail.MailId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/// Recognises one mail again wherever it lies: the same bytes over IMAP, in a Maildir and in an
/// mbox give the same id.
public final class RawIdentity {
    /// Headers that servers and mailbox formats add, change or drop on their way.
    private static final Set<String> REWRITTEN =
            Set.of(
                    "received",
                    "return-path",
                    "delivered-to",
                    "x-delivered-to",
                    "x-original-to",
                    "envelope-to",
                    "delivery-date",
                    "status",
                    "x-status",
                    "x-uid",
                    "x-uidl",
                    "x-imap",
                    "x-imapbase",
                    "x-keywords",
                    "x-evolution-source",
                    "content-length",
                    "lines",
                    "x-tuid");

    private RawIdentity() {}

    /// The id of a mail: 192 bits of SHA-256 over its bytes less the headers that servers rewrite,
    /// with line ends and the space behind the last line evened out.
    public static MailId of(byte[] raw) {
        HeaderBlock header = HeaderBlock.of(raw);
        Digest digest = new Digest();
        for (HeaderBlock.Field field : header.fields()) {
            if (!isRewritten(field.name())) {
                digest.add(raw, field.start(), field.end());
            }
        }
        digest.endHeader();
        digest.add(raw, header.bodyStart(), raw.length);
        return new MailId(digest.text());
    }

    private static boolean isRewritten(String name) {
        return REWRITTEN.contains(name)
                || name.startsWith("x-mozilla-")
                || name.startsWith("x-gm-")
                || name.startsWith("x-gmail-");
    }

    /// Hashes text in blocks, every line end as LF; line ends at the very end are held back and so
    /// dropped.
    private static final class Digest {
        private static final int BYTES = 24;

        private final MessageDigest sha = sha256();
        private final byte[] block = new byte[8192];
        private int filled;
        private int heldLines;

        void add(byte[] raw, int from, int to) {
            int at = from;
            while (at < to) {
                int end = lineEnd(raw, at, to);
                if (end > at) {
                    endHeldLines();
                    put(raw, at, end);
                }
                if (end < to) {
                    heldLines++;
                }
                boolean pair = end + 1 < to && raw[end] == '\r' && raw[end + 1] == '\n';
                at = end + (pair ? 2 : 1);
            }
        }

        private static int lineEnd(byte[] raw, int from, int to) {
            int at = from;
            while (at < to && raw[at] != '\n' && raw[at] != '\r') {
                at++;
            }
            return at;
        }

        private void endHeldLines() {
            while (heldLines > 0) {
                put((byte) '\n');
                heldLines--;
            }
        }

        /// A header's last line end is no accident, however the header ended.
        void endHeader() {
            heldLines = 0;
            put((byte) '\n');
            put((byte) '\n');
        }

        private void put(byte b) {
            if (filled == block.length) {
                flush();
            }
            block[filled++] = b;
        }

        private void put(byte[] raw, int from, int to) {
            if (to - from > block.length - filled) {
                flush();
            }
            if (to - from > block.length) {
                sha.update(raw, from, to - from);
            } else {
                System.arraycopy(raw, from, block, filled, to - from);
                filled += to - from;
            }
        }

        private void flush() {
            sha.update(block, 0, filled);
            filled = 0;
        }

        String text() {
            flush();
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Arrays.copyOf(sha.digest(), BYTES));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this Java has no SHA-256; use a complete JDK", e);
            }
        }
    }
}
