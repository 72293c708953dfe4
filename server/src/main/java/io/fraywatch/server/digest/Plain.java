package io.fraywatch.server.digest;

/// Foreign text made fit for one line of a mail.
final class Plain {
    private Plain() {}

    /// One line: runs of white space and control characters become a blank, marks that turn the
    /// direction of writing are dropped, and what is longer than `longest` characters ends in "…".
    static String line(String text, int longest) {
        StringBuilder line = new StringBuilder();
        int count = 0;
        boolean gap = false;
        for (int c : (Iterable<Integer>) text.codePoints()::iterator) {
            if (turnsDirection(c)) {
                continue;
            }
            if (Character.isWhitespace(c)
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.SURROGATE) {
                gap = !line.isEmpty();
                continue;
            }
            if (count >= longest) {
                return line.append('…').toString();
            }
            if (gap) {
                line.append(' ');
                gap = false;
            }
            line.appendCodePoint(c);
            count++;
        }
        return line.toString();
    }

    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F;
    }
}
