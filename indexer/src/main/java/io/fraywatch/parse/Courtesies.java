package io.fraywatch.parse;

/// What mails open and close with: greetings and sign-offs.
final class Courtesies {
    private static final int LONGEST_GREETING = 60;
    private static final int LONGEST_SIGN_OFF = 60;
    private static final int LONGEST_HONOURED = 20;

    private static final WordList GREETINGS = WordList.of("courtesies", "greeting");
    private static final WordList HONORIFICS = WordList.of("courtesies", "honorific");
    private static final WordList SIGN_OFFS = WordList.of("courtesies", "sign-off");
    private static final WordList BEHIND_SIGN_OFF = WordList.of("courtesies", "behind-sign-off");
    private static final WordList ANSWERS = WordList.of("courtesies", "answer");

    private Courtesies() {}

    /// How many characters of the line are a greeting; 0 when it isn't one.
    ///
    /// @param lower the line in lower case
    static int greeting(String line, String lower) {
        int end = endOfGreeting(line);
        if (end > 0 && beginsGreeting(lower)) {
            return end;
        }
        if (line.length() <= LONGEST_HONOURED && HONORIFICS.atEnd(PersonNames.trimmed(line)) > 0) {
            return line.length();
        }
        boolean nameOnly =
                end == line.length()
                        && (line.endsWith(",") || line.endsWith(":") || line.endsWith(" -"))
                        && PersonNames.isName(line.substring(0, line.length() - 1))
                        && !isSignOff(line, lower);
        return nameOnly ? end : 0;
    }

    /// Whether a line is a greeting from end to end, and needs no name to be one.
    ///
    /// @param lower the line in lower case
    static boolean onlyGreets(String line, String lower) {
        return endOfGreeting(line) == line.length() && beginsGreeting(lower);
    }

    private static boolean beginsGreeting(String lower) {
        return GREETINGS.wordAtStart(lower) > 0
                || (lower.startsWith("good ") && GREETINGS.atStart(lower, "good ".length()) > 0);
    }

    /// One behind the comma or the like that ends a greeting; the whole line if that is short.
    private static int endOfGreeting(String line) {
        int words = 0;
        for (int i = 0; i < line.length() && i < LONGEST_GREETING; i++) {
            char c = line.charAt(i);
            words += c == ' ' ? 1 : 0;
            if (",!:，、。！：".indexOf(c) >= 0 || (c == '.' && i + 1 == line.length())) {
                return words <= 6 ? i + 1 : 0;
            }
            if (c == '?' || c == ';') {
                return 0;
            }
        }
        return line.length() < LONGEST_GREETING && words <= 3 ? line.length() : 0;
    }

    /// @param lower the line in lower case
    static boolean isSignOff(String line, String lower) {
        if (line.length() > LONGEST_SIGN_OFF) {
            return false;
        }
        String words = PersonNames.trimmed(lower);
        int phrase = SIGN_OFFS.wordAtStart(words);
        if (phrase == 0) {
            return false;
        }
        if (phrase == words.length()) {
            return true;
        }
        String tail = PersonNames.trimmed(words.substring(phrase));
        int start = lower.lastIndexOf(tail);
        String written = line.substring(start, start + tail.length());
        int count = PersonNames.words(tail);
        return tail.isEmpty()
                || (BEHIND_SIGN_OFF.wordAtStart(tail) > 0 && count <= 4)
                || (count <= 3 && PersonNames.isName(written));
    }

    /// Whether a line is a one-word answer such as `Done.`, which looks like a name.
    ///
    /// @param lower the line in lower case
    static boolean isAnswer(String lower) {
        return ANSWERS.contains(PersonNames.trimmed(lower));
    }

    static boolean isPostscript(String lower) {
        return (lower.startsWith("ps")
                        && lower.length() > 2
                        && !Character.isLetter(lower.charAt(2)))
                || lower.startsWith("p.s")
                || lower.startsWith("p. s")
                || lower.startsWith("nb:");
    }
}
