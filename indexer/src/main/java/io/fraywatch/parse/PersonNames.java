package io.fraywatch.parse;

/// Whether a line looks like somebody's name.
final class PersonNames {
    private static final String AROUND = ",.!-–—~*_ ;:。！，、";
    private static final int LONGEST = 40;

    private PersonNames() {}

    /// One to four words that look like somebody's name.
    static boolean isName(String line) {
        String name = trimmed(line);
        if (name.isEmpty() || name.length() > LONGEST || words(name) > 4) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetter(c)
                    && Character.getType(c) != Character.NON_SPACING_MARK
                    && " .-'’&".indexOf(c) < 0) {
                return false;
            }
        }
        return !Character.isLowerCase(name.charAt(0)) || (words(name) == 1 && name.length() <= 12);
    }

    /// At least two words, each with a capital.
    static boolean isFullName(String line) {
        String name = trimmed(line);
        return words(name) >= 2 && isName(line) && hasCapitals(name);
    }

    /// One to three words, each with a capital.
    static boolean isShortName(String line) {
        String name = trimmed(line);
        return words(name) <= 3 && isName(line) && hasCapitals(name);
    }

    private static boolean hasCapitals(String name) {
        for (int i = 0; i + 1 < name.length(); i++) {
            boolean wordStart = i == 0 || name.charAt(i - 1) == ' ';
            if (wordStart
                    && Character.isLowerCase(name.charAt(i))
                    && (i == 0 || name.indexOf(' ', i) - i > 3)) {
                return false;
            }
        }
        return true;
    }

    /// `- roman`, `--Sally`, `-Lev.`
    static boolean isDashedName(String line) {
        return !line.isEmpty()
                && "-–—~".indexOf(line.charAt(0)) >= 0
                && words(trimmed(line)) <= 3
                && isName(line);
    }

    /// Without the marks and blanks around it.
    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && AROUND.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && AROUND.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    /// How many words, told by the blanks between.
    static int words(String text) {
        int words = text.isEmpty() ? 0 : 1;
        for (int i = 1; i < text.length(); i++) {
            words += text.charAt(i) == ' ' && text.charAt(i - 1) != ' ' ? 1 : 0;
        }
        return words;
    }
}
