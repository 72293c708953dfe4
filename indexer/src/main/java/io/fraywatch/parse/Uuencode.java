package io.fraywatch.parse;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/// Unix-to-Unix encoding, from before MIME: a line `begin 644 name`, lines that each start with
/// their length, and `end`.
final class Uuencode {
    private static final Set<String> NAMES =
            Set.of("x-uuencode", "uuencode", "x-uue", "uue", "x-uu");

    private Uuencode() {}

    /// Whether a transfer encoding of this name is meant.
    static boolean isNameOf(String encoding) {
        return NAMES.contains(encoding);
    }

    /// The file name of a line that begins a file, empty when it doesn't.
    static String nameIn(String line) {
        if (!line.startsWith("begin ")) {
            return "";
        }
        int at = 6;
        while (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '7') {
            at++;
        }
        boolean mode = at - 6 >= 3 && at - 6 <= 6 && at < line.length() && line.charAt(at) == ' ';
        return mode ? line.substring(at).strip() : "";
    }

    /// How many bytes a line holds, or -1 when it isn't an encoded line.
    static int bytesIn(String line) {
        if (line.isEmpty() || line.length() > 200) {
            return -1;
        }
        int count = value(line.charAt(0));
        int digits = (count + 2) / 3 * 4;
        if (count < 0 || line.length() > digits + 4 || line.length() < (count * 8 + 5) / 6) {
            return -1;
        }
        for (int i = 1; i < line.length(); i++) {
            if (value(line.charAt(i)) < 0) {
                return -1;
            }
        }
        return count;
    }

    /// Adds the bytes that an encoded line holds.
    static void decode(String line, ByteArrayOutputStream out) {
        int left = bytesIn(line);
        for (int i = 1; left > 0; i += 4) {
            int bits = 0;
            for (int j = i; j < i + 4; j++) {
                bits = bits << 6 | (j < line.length() ? value(line.charAt(j)) : 0);
            }
            for (int shift = 16; shift >= 0 && left > 0; shift -= 8) {
                out.write(bits >> shift);
                left--;
            }
        }
    }

    private static int value(char c) {
        return c >= ' ' && c <= '`' ? (c - ' ') & 0x3F : -1;
    }
}
