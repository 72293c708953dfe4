package io.fraywatch.parse;

/// The dashes, stars and brackets around lines, and characters that nobody sees.
final class Marks {
    private Marks() {}

    /// Without the dashes, stars and the like around it, and a closing colon.
    static String bare(String line) {
        return trimmed(line, "-*_=> <[", "-*_=> <]:").strip();
    }

    /// Without the dashes, stars and brackets around it.
    static String undecorated(String line) {
        return trimmed(line, "-*_=[ ", "-*_=] ");
    }

    private static String trimmed(String line, String before, String behind) {
        int from = 0;
        int to = line.length();
        while (from < to && before.indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && behind.indexOf(line.charAt(to - 1)) >= 0) {
            to--;
        }
        return line.substring(from, to);
    }

    /// Without the marks that turn the direction of writing, which Hebrew, Arabic and Windows' own
    /// mails are full of (UAX #9).
    static String visible(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (turns(line.charAt(i))) {
                return withoutTurns(line);
            }
        }
        return line;
    }

    private static String withoutTurns(String line) {
        StringBuilder rest = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            if (!turns(line.charAt(i))) {
                rest.append(line.charAt(i));
            }
        }
        return rest.toString();
    }

    private static boolean turns(char c) {
        return c == '\u200E'
                || c == '\u200F'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }
}
