package io.fraywatch.parse;

/// The lines of a signature block that tell how to reach somebody.
final class ContactLines {
    private static final WordList STARTS = WordList.of("courtesies", "contact");

    private ContactLines() {}

    /// Whether a line holds a telephone number, an address of the web or of mail.
    ///
    /// @param lower the line in lower case
    static boolean isContact(String lower) {
        int at = lower.indexOf('@');
        if (at > 0 && lower.indexOf('.', at) > 0) {
            return true;
        }
        for (int word = 0; word >= 0; word = nextWord(lower, word)) {
            if (STARTS.atStart(lower, word) > 0) {
                return true;
            }
        }
        return isPhone(lower);
    }

    private static int nextWord(String line, int from) {
        int blank = line.indexOf(' ', from);
        return blank < 0 || blank + 1 >= line.length() ? -1 : blank + 1;
    }

    private static boolean isPhone(String line) {
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < line.length(); i++) {
            digits += Character.isDigit(line.charAt(i)) ? 1 : 0;
            letters += Character.isLetter(line.charAt(i)) ? 1 : 0;
        }
        return digits >= 7 && digits <= 20 && letters <= 12;
    }
}
