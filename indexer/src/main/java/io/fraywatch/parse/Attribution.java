package io.fraywatch.parse;

/// The line that introduces a quote: `On Tuesday, Dana wrote:`, in the languages of the usual mail
/// programs, on one line or wrapped over several, at the start of a line or behind the reply's last
/// words.
final class Attribution {
    private static final int MOST_LINES = 6;
    private static final int LONGEST = 500;
    private static final int LONGEST_LINE = 300;

    private static final WordList ENGLISH = WordList.of("attributions", "english");
    private static final WordList VERBS = WordList.of("attributions", "verbs");
    private static final WordList MYSELF = WordList.of("attributions", "myself");
    private static final WordList STARTS = WordList.of("attributions", "starts");
    private static final WordList DATED = WordList.of("attributions", "dated");

    private Attribution() {}

    /// One behind the last line of an attribution that starts at the beginning of line `i`, or -1.
    static int end(Lines lines, int i) {
        if (!mayStart(lines, i)) {
            return bareEnd(lines, i);
        }
        StringBuilder joined = new StringBuilder();
        int blanks = 0;
        for (int j = i; j < Math.min(lines.count(), i + MOST_LINES) && blanks < 2; j++) {
            if (lines.isBlank(j)) {
                blanks++;
                continue;
            }
            if (lines.line(j).length() > LONGEST_LINE || joined.length() > LONGEST) {
                return -1;
            }
            String line = Marks.visible(lines.lower(j));
            joined.append(joined.isEmpty() ? "" : " ").append(line);
            if (mayClose(line) && closes(joined.toString(), lines.isQuotedBehind(j))) {
                return j + 1;
            }
        }
        return bareEnd(lines, i);
    }

    /// Whether the line begins as an attribution may: with one of its words or a date, or with a
    /// name and an address; or it is a whole line with a date before its colon.
    private static boolean mayStart(Lines lines, int i) {
        if (lines.line(i).length() > LONGEST_LINE) {
            return false;
        }
        String lower = Marks.visible(lines.lower(i));
        String line = Marks.undecorated(lower);
        if (line.isEmpty()) {
            return false;
        }
        boolean mailed = line.indexOf('@') > 0;
        boolean digits = hasDigit(line);
        boolean starts = STARTS.wordAtStart(line) > 0 || Character.isDigit(line.charAt(0));
        return (starts && (digits || mailed))
                || (mailed && (lower.startsWith("--") || line.indexOf('<') > 0))
                || (digits && isColon(line.charAt(line.length() - 1)));
    }

    private static boolean isColon(char c) {
        return c == ':' || c == '：';
    }

    private static boolean mayClose(String line) {
        return !line.isEmpty()
                && (":：-*>=_".indexOf(line.charAt(line.length() - 1)) >= 0 || endsWithVerb(line));
    }

    /// Whether what has been joined so far is a whole attribution.
    ///
    /// @param quoted whether marked lines follow
    private static boolean closes(String joined, boolean quoted) {
        String text = Marks.undecorated(joined);
        if (text.isEmpty()) {
            return false;
        }
        boolean colon = isColon(text.charAt(text.length() - 1));
        String words = colon ? text.substring(0, text.length() - 1).strip() : text;
        boolean mailed = words.indexOf('@') >= 0;
        if (words.isEmpty() || (!mailed && !hasDigit(words))) {
            return false;
        }
        boolean dashed = !joined.equals(text);
        boolean sure = quoted || mailed || QuoteDates.isDated(words);
        if (endsWithVerb(words) && (colon || dashed || quoted) && sure) {
            return true;
        }
        boolean timed = QuoteDates.hasTime(words);
        boolean addressLast = mailed && (words.endsWith(">") || words.endsWith(")"));
        boolean digitFirst = Character.isDigit(words.charAt(0));
        return (colon && (timed || digitFirst) && (addressLast || namesVerb(words, quoted)))
                || (digitFirst && quoted && mailed && words.endsWith(">"));
    }

    /// `Dana Reyes wrote:` without any date: only right before quoted lines.
    private static int bareEnd(Lines lines, int i) {
        if (lines.line(i).length() >= LONGEST_LINE) {
            return -1;
        }
        String lower = lines.lower(i);
        String line = Marks.undecorated(lower);
        if (line.isEmpty()) {
            return -1;
        }
        boolean colon = isColon(line.charAt(line.length() - 1));
        String words = colon ? line.substring(0, line.length() - 1).strip() : line;
        boolean dashes = lower.startsWith("--") && lower.endsWith("--");
        boolean sure = (colon && (words.indexOf('@') > 0 || lines.isQuotedBehind(i))) || dashes;
        return sure && endsWithVerb(words) ? i + 1 : -1;
    }

    /// GroupWise's `>>> Dana Reyes 2/16/01 10:41:43 am >>>`.
    static boolean isGroupWise(Lines lines, int i) {
        String line = lines.line(i);
        return line.length() > 12
                && line.length() < LONGEST_LINE
                && line.startsWith(">>> ")
                && line.endsWith(">>>")
                && QuoteDates.isDated(line);
    }

    /// Where in line `i` an attribution starts behind other words (`reply On Wed, Apr 4 … wrote:`),
    /// or -1.
    static int inner(Lines lines, int i) {
        String line = lines.line(i);
        if (line.length() > LONGEST_LINE
                || !line.endsWith(":")
                || !endsWithVerb(Marks.undecorated(withoutColon(lines.lower(i))))) {
            return -1;
        }
        int at = line.lastIndexOf("On ");
        if (at <= 0 || Character.isLetterOrDigit(line.charAt(at - 1))) {
            return -1;
        }
        String behind = lines.lower(i).substring(at + "On ".length());
        boolean dated = DATED.atStart(behind) > 0 || Character.isDigit(behind.charAt(0));
        int start = at;
        while (start > 0 && (line.charAt(start - 1) == '-' || line.charAt(start - 1) == ' ')) {
            start--;
        }
        return dated ? start : -1;
    }

    private static String withoutColon(String line) {
        return line.substring(0, line.length() - 1).strip();
    }

    private static boolean endsWithVerb(String words) {
        return ENGLISH.atEnd(words) > 0
                || VERBS.atEnd(words) > 0
                || words.endsWith("(a)")
                || words.endsWith("(а)")
                || words.endsWith("(-a)")
                || words.endsWith("(la)");
    }

    /// Some languages put the name behind the verb: `Op 13 maart schreef Dana:`. English doesn't,
    /// so that `On 3 March I wrote three drafts:` stays a sentence; nor does who writes of
    /// themselves.
    private static boolean namesVerb(String words, boolean quoted) {
        for (int at = 0; at < words.length(); at++) {
            boolean begins = at == 0 || !Character.isLetter(words.charAt(at - 1));
            int verb = begins || words.charAt(at) >= '\u2000' ? VERBS.atStart(words, at) : 0;
            if (verb > 0) {
                String behind = words.substring(at + verb).strip();
                return quoted || MYSELF.wordAtStart(behind) == 0;
            }
        }
        return words.contains(" wrote on ") && QuoteDates.isDated(words);
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
