package io.fraywatch.parse;

/// Whether a line holds a date or a time of day, as the heads of quotes write them in any language.
final class QuoteDates {
    private static final int LONGEST_NOTES_LINE = 160;
    private static final int LONGEST_TIME = 11;

    private QuoteDates() {}

    /// A time of day, a year or a date in figures: what every mail program puts there.
    static boolean isDated(String text) {
        return scan(text, true);
    }

    /// A time of day: `10:15`, `10.15` or `10时15`, also in Chinese and Japanese.
    static boolean hasTime(String text) {
        return scan(text, false);
    }

    private static boolean scan(String text, boolean dates) {
        int at = 0;
        while (at < text.length()) {
            if (!isDigit(text, at)) {
                at++;
                continue;
            }
            int end = at;
            while (isDigit(text, end)) {
                end++;
            }
            boolean year = dates && end - at == 4 && isYear(text, at);
            if (year || isTime(text, at, end) || (dates && isDate(text, at, end))) {
                return true;
            }
            at = end;
        }
        return false;
    }

    /// One or two digits, a colon or point, and two more.
    private static boolean isTime(String text, int from, int to) {
        char mark = to < text.length() ? text.charAt(to) : ' ';
        boolean marked = mark == ':' || mark == '.' || mark == '：' || mark == '時' || mark == '点';
        boolean two = isDigit(text, to + 1) && isDigit(text, to + 2) && !isDigit(text, to + 3);
        boolean alone =
                mark != '.' || (isEnd(text, to + 3) && (from == 0 || isGap(text, from - 1)));
        return to - from <= 2 && marked && two && alone;
    }

    private static boolean isGap(String text, int at) {
        return text.charAt(at) != '.' && text.charAt(at) != '/' && text.charAt(at) != '-';
    }

    private static boolean isEnd(String text, int at) {
        return at >= text.length() || text.charAt(at) != '.' || !isDigit(text, at + 1);
    }

    /// Three numbers with the same mark between: `3/2/26`, `02.03.2026`, `2026-03-02`.
    private static boolean isDate(String text, int from, int to) {
        char mark = to < text.length() ? text.charAt(to) : ' ';
        if (to - from > 4 || "/.-".indexOf(mark) < 0) {
            return false;
        }
        int second = to + 1;
        while (second < to + 3 && isDigit(text, second)) {
            second++;
        }
        return second > to + 1
                && second < text.length()
                && text.charAt(second) == mark
                && isDigit(text, second + 1);
    }

    private static boolean isYear(String text, int at) {
        return text.startsWith("20", at) || text.startsWith("19", at);
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && Character.isDigit(text.charAt(at));
    }

    /// Notes writes `5:20 PM` on a line by itself.
    static boolean isTimeOnly(String line) {
        return line.length() <= LONGEST_TIME
                && line.indexOf(':') > 0
                && Character.isDigit(line.charAt(0))
                && (line.endsWith("PM") || line.endsWith("AM"));
    }

    /// Notes writes `07/26/2000 05:20 PM`, sometimes behind a name.
    static boolean hasSlashedDateAndTime(String line) {
        if (line.length() > LONGEST_NOTES_LINE) {
            return false;
        }
        for (int slash = line.indexOf('/'); slash >= 0; slash = line.indexOf('/', slash + 1)) {
            if (slash > 0 && isDigit(line, slash - 1) && isDigit(line, slash + 1)) {
                return line.indexOf(':') > 0
                        || isYear(line, line.length() - 4)
                        || line.contains(" on ");
            }
        }
        return false;
    }
}
