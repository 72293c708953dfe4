package io.fraywatch.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where the header fields of a mail lie in its bytes (RFC 5322 §2.2). Takes what mailboxes really
/// hold: any line ending, a leading mbox `From ` line, stray lines between the fields, no header at
/// all.
///
/// @param fields in the order written
/// @param bodyStart first byte of the body; the length of the mail when there is none
/// @param stray whether lines that are no field stood between the fields
record HeaderBlock(List<Field> fields, int bodyStart, boolean stray) {
    private static final int LONGEST_NAME = 128;

    /// One field.
    ///
    /// @param name in lower case
    /// @param start first byte of its name
    /// @param value first byte behind the colon
    /// @param end one behind its last byte, line end included
    record Field(String name, int start, int value, int end) {}

    HeaderBlock {
        fields = List.copyOf(fields);
    }

    static HeaderBlock of(byte[] raw) {
        List<Field> fields = new ArrayList<>();
        boolean stray = false;
        int at = skipPreamble(raw);
        while (at < raw.length) {
            int end = lineEnd(raw, at);
            if (contentEnd(raw, at, end) == at) {
                return new HeaderBlock(fields, end, stray);
            }
            int colon = colon(raw, at, end);
            if (colon > at) {
                end = foldedEnd(raw, end);
                fields.add(new Field(name(raw, at, colon), at, colon + 1, end));
            } else if (!fields.isEmpty()
                    && (isMboxLine(raw, at, end) || colon(raw, end, lineEnd(raw, end)) > end)) {
                stray = true;
            } else {
                return new HeaderBlock(fields, at, true);
            }
            at = end;
        }
        return new HeaderBlock(fields, raw.length, stray);
    }

    /// One behind the line that starts at `from`, its line end (LF, CRLF or a lone CR) included.
    static int lineEnd(byte[] raw, int from) {
        for (int i = from; i < raw.length; i++) {
            if (raw[i] == '\n') {
                return i + 1;
            }
            if (raw[i] == '\r') {
                return i + 1 < raw.length && raw[i + 1] == '\n' ? i + 2 : i + 1;
            }
        }
        return raw.length;
    }

    private static int contentEnd(byte[] raw, int start, int end) {
        int last = end;
        while (last > start && (raw[last - 1] == '\n' || raw[last - 1] == '\r')) {
            last--;
        }
        return last;
    }

    private static int foldedEnd(byte[] raw, int end) {
        int next = end;
        while (next < raw.length && (raw[next] == ' ' || raw[next] == '\t')) {
            next = lineEnd(raw, next);
        }
        return next;
    }

    private static int skipPreamble(byte[] raw) {
        int at =
                raw.length >= 3
                                && raw[0] == (byte) 0xEF
                                && raw[1] == (byte) 0xBB
                                && raw[2] == (byte) 0xBF
                        ? 3
                        : 0;
        while (at < raw.length) {
            int end = lineEnd(raw, at);
            if (!isBlank(raw, at, end) && !isMboxLine(raw, at, end)) {
                break;
            }
            at = end;
        }
        return at;
    }

    private static boolean isBlank(byte[] raw, int start, int end) {
        for (int i = start; i < end; i++) {
            if (raw[i] > ' ' || raw[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMboxLine(byte[] raw, int start, int end) {
        int at = start < end && raw[start] == '>' ? start + 1 : start;
        return end - at > 5
                && raw[at] == 'F'
                && raw[at + 1] == 'r'
                && raw[at + 2] == 'o'
                && raw[at + 3] == 'm'
                && raw[at + 4] == ' ';
    }

    /// The colon that ends a field's name, or -1 when the line isn't a field.
    private static int colon(byte[] raw, int start, int end) {
        boolean blank = false;
        int last = Math.min(end, start + LONGEST_NAME);
        for (int i = start; i < last; i++) {
            int c = raw[i];
            if (c == ':') {
                return i;
            }
            if (c == ' ' || c == '\t') {
                blank = true;
            } else if (blank || c <= ' ' || c == 127) {
                return -1;
            }
        }
        return -1;
    }

    private static String name(byte[] raw, int start, int colon) {
        return new String(raw, start, colon - start, StandardCharsets.US_ASCII)
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
