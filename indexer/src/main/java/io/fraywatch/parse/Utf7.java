package io.fraywatch.parse;

/// UTF-7 (RFC 2152), which Java doesn't bring: `+` starts base64 of UTF-16, `-` or anything else
/// outside base64 ends it.
final class Utf7 {
    private Utf7() {}

    static String decode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '+') {
                out.append(c);
            } else if (i < text.length() && text.charAt(i) == '-') {
                out.append('+');
                i++;
            } else {
                i = shifted(text, i, out);
            }
        }
        return out.toString();
    }

    private static int shifted(String text, int from, StringBuilder out) {
        int bits = 0;
        int held = 0;
        int i = from;
        for (; i < text.length(); i++) {
            int value = Base64Text.value(text.charAt(i));
            if (value < 0) {
                break;
            }
            bits = bits << 6 | value;
            held += 6;
            if (held >= 16) {
                held -= 16;
                out.append((char) (bits >>> held));
                bits &= (1 << held) - 1;
            }
        }
        return i < text.length() && text.charAt(i) == '-' ? i + 1 : i;
    }
}
