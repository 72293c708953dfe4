package io.fraywatch.parse;

/// Finds in a mail system's words the codes with which a server refused a mail.
final class SmtpCodes {
    private static final int LONGEST_PART = 3;

    private SmtpCodes() {}

    /// An enhanced status code such as `5.1.1` (RFC 3463), or empty.
    static String enhanced(String text) {
        for (int at = 0; at + 4 < text.length(); at++) {
            char c = text.charAt(at);
            if ((c == '4' || c == '5') && text.charAt(at + 1) == '.' && begins(text, at)) {
                int dot = digitsEnd(text, at + 2);
                int end =
                        dot < text.length() && text.charAt(dot) == '.'
                                ? digitsEnd(text, dot + 1)
                                : dot;
                boolean whole =
                        dot > at + 2
                                && end > dot + 1
                                && (end == text.length() || isBoundary(text.charAt(end)));
                if (whole) {
                    return text.substring(at, end);
                }
            }
        }
        return "";
    }

    /// A reply code such as `550` (RFC 5321 §4.2), or empty.
    static String basic(String text) {
        for (int at = 0; at + 2 < text.length(); at++) {
            char c = text.charAt(at);
            boolean code =
                    (c == '4' || c == '5')
                            && begins(text, at)
                            && text.charAt(at + 1) <= '5'
                            && digitsEnd(text, at) == at + 3
                            && (at + 3 == text.length() || isBoundary(text.charAt(at + 3)));
            if (code) {
                return text.substring(at, at + 3);
            }
        }
        return "";
    }

    private static boolean begins(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return !Character.isLetterOrDigit(before) && before != '.' && before != '@';
    }

    private static boolean isBoundary(char c) {
        return !Character.isLetterOrDigit(c) && c != '@';
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length()
                && end <= from + LONGEST_PART
                && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
