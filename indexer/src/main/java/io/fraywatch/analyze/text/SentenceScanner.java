package io.fraywatch.analyze.text;

import java.util.Set;

/// Finds where a sentence ends within a run of text, by its marks and by what stands around them.
final class SentenceScanner {
    private static final Abbreviations ABBREVIATIONS = Abbreviations.load();

    /// Before a number they make it the day of a month or one of a row ("am 24. Dezember").
    private static final Set<String> BEFORE_ORDINAL =
            Set.of(
                    "am", "vom", "zum", "den", "dem", "der", "die", "das", "im", "bis", "ab", "des",
                    "d", "le");

    private final String text;
    private final int start;
    private final int limit;

    private SentenceScanner(String text, int start, int limit) {
        this.text = text;
        this.start = start;
        this.limit = limit;
    }

    /// One behind the end of the sentence that begins at `start`; `limit` when nothing ends it
    /// earlier.
    static int end(String text, int start, int limit) {
        return new SentenceScanner(text, start, limit).end();
    }

    private int end() {
        int at = start;
        while (at < limit) {
            char c = text.charAt(at);
            if (isMark(c)) {
                int behind = behindMarks(at);
                int end = behindFaces(behind);
                if (ends(at, behind, end)) {
                    return end;
                }
                at = behind;
            } else {
                int face = faceAt(at);
                if (face > at && endsAtFace(face)) {
                    return face;
                }
                at = Math.max(at + 1, face);
            }
        }
        return limit;
    }

    private static boolean isMark(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…' || c == '。' || c == '？' || c == '！';
    }

    /// Behind a run of marks and the quotes and brackets that close with it.
    private int behindMarks(int at) {
        int behind = at;
        while (behind < limit && (isMark(text.charAt(behind)) || isClosing(text.charAt(behind)))) {
            behind++;
        }
        return behind;
    }

    private static boolean isClosing(char c) {
        return c == '"' || c == '”' || c == '“' || c == '’' || c == '»' || c == ')' || c == ']';
    }

    private boolean ends(int mark, int behind, int end) {
        if (end >= limit) {
            return true;
        }
        char first = text.charAt(mark);
        if (first == '。' || first == '？' || first == '！') {
            return true;
        }
        int next = skipSpace(end);
        if (next == end) {
            return runsTogether(mark, end);
        }
        if (next >= limit) {
            return true;
        }
        boolean upper = !Character.isLowerCase(text.charAt(next));
        if (behind > mark + 1 && isClosing(text.charAt(behind - 1))) {
            return upper;
        }
        if (first == '…' || (behind - mark > 2 && text.startsWith("..", mark))) {
            return upper;
        }
        return first != '.' || stopEnds(mark, text.charAt(next));
    }

    /// Whether a sentence ends although the next follows without a space: "done.Can you".
    private boolean runsTogether(int mark, int end) {
        boolean begins =
                Character.isUpperCase(text.charAt(end))
                        && end + 1 < limit
                        && (Character.isLowerCase(text.charAt(end + 1))
                                || text.charAt(end + 1) == '\'');
        if (!begins || mark == start) {
            return false;
        }
        char before = text.charAt(mark - 1);
        String word = wordBefore(mark);
        return (Character.isLowerCase(before) || Character.isDigit(before))
                && word.length() > 1
                && word.indexOf('@') < 0
                && word.indexOf('/') < 0;
    }

    /// Whether a single full stop with a space behind it ends the sentence.
    private boolean stopEnds(int mark, char next) {
        String word = wordBefore(mark);
        boolean first = mark - word.length() == start;
        if (word.isEmpty() || ABBREVIATIONS.holds(word, next, first)) {
            return false;
        }
        if (isShortNumber(word)) {
            return !first && Character.isUpperCase(next) && !beforeOrdinal(mark - word.length());
        }
        return true;
    }

    private static boolean isShortNumber(String word) {
        return word.length() <= 2 && word.chars().allMatch(Character::isDigit);
    }

    private boolean beforeOrdinal(int numberAt) {
        int end = numberAt;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return BEFORE_ORDINAL.contains(wordBefore(end).toLowerCase(java.util.Locale.ROOT));
    }

    /// What stands before a place, back to a space or an opening bracket.
    private String wordBefore(int end) {
        int from = end;
        while (from > start && isInWord(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, end);
    }

    private static boolean isInWord(char c) {
        return !Character.isWhitespace(c) && "([\"„“«".indexOf(c) < 0;
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < limit && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Behind the smileys that follow a sentence's marks.
    private int behindFaces(int from) {
        int behind = from;
        while (true) {
            int face = faceAt(skipSpace(behind));
            if (face <= skipSpace(behind)) {
                return behind;
            }
            behind = face;
        }
    }

    private boolean endsAtFace(int behind) {
        int next = skipSpace(behind);
        return next > behind && next < limit && Character.isUpperCase(text.charAt(next));
    }

    /// Behind the smiley at a place, or the place itself if there is none.
    private int faceAt(int at) {
        if (at >= limit) {
            return at;
        }
        int c = text.codePointAt(at);
        if (Character.isEmoji(c) && !Character.isDigit(c) && c > 0xFF) {
            int behind = at + Character.charCount(c);
            while (behind < limit && isJoiner(text.charAt(behind))) {
                behind++;
            }
            return behind;
        }
        boolean eyes = (c == ':' || c == ';') && at > start;
        if (!eyes || !Character.isWhitespace(text.charAt(at - 1))) {
            return at;
        }
        int mouth = at + 1 < limit && text.charAt(at + 1) == '-' ? at + 2 : at + 1;
        boolean face =
                mouth < limit
                        && ")(DPp/|".indexOf(text.charAt(mouth)) >= 0
                        && (mouth + 1 >= limit
                                || !Character.isLetterOrDigit(text.charAt(mouth + 1)));
        return face ? mouth + 1 : at;
    }

    private static boolean isJoiner(char c) {
        return c == '\uFE0F' || c == '\u200D';
    }
}
