package io.fraywatch.parse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a note into words in lower case, for whoever looks for days in it.
///
/// The end of a sentence is a word `.`, a dash between two days is a word `-`. Of scripts without
/// spaces only the words we know and the dates are kept; a date such as 3月16日 becomes `--03-16`,
/// with its year `2026-03-16`, without its month `---16` (ISO 8601).
final class NoteWords {
    private static final int MOST_WORDS = 2_000;
    private static final String AROUND = ",;:()!?\"'*_[]<>„“”«»";
    private static final String DASHES = "–—~〜";
    private static final String YEARS = "年년";
    private static final String MONTHS = "月월";
    private static final String DAYS = "日号號일";

    private final String text;
    private final List<String> words = new ArrayList<>();
    private int at;

    private NoteWords(String text) {
        this.text =
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replace('’', '\'');
    }

    static List<String> of(String text) {
        NoteWords note = new NoteWords(text);
        while (note.at < note.text.length() && note.words.size() < MOST_WORDS) {
            note.step();
        }
        return note.words;
    }

    private void step() {
        char c = text.charAt(at);
        if (isUnspaced(c)) {
            unspacedWord();
        } else if (Character.isWhitespace(c) || (Character.isDigit(c) && unspacedDate())) {
            at++;
        } else {
            int end = at;
            while (end < text.length()
                    && !Character.isWhitespace(text.charAt(end))
                    && !isUnspaced(text.charAt(end))) {
                end++;
            }
            word(text.substring(at, end));
            at = end;
        }
    }

    private static boolean isUnspaced(char c) {
        return c == '。'
                || (c > 'ʯ'
                        && switch (Character.UnicodeScript.of(c)) {
                            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
                            default -> false;
                        });
    }

    private void unspacedWord() {
        char c = text.charAt(at);
        int weekday = DayNames.weekdayAt(text, at + 1);
        int known = Math.max(ReturnWords.knownAt(text, at), DayNames.knownAt(text, at));
        if (c == '下' && weekday > 0) {
            words.add("下周");
            at++;
        } else if (known > 0) {
            words.add(text.substring(at, at + known));
            at += known;
        } else {
            if (c == '。') {
                words.add(".");
            }
            at++;
        }
    }

    /// Reads a date of numbers and signs, up to before its last sign.
    private boolean unspacedDate() {
        int from = at;
        int year = numberBefore(YEARS);
        int month = numberBefore(MONTHS);
        int day = numberBefore(DAYS);
        boolean whole = day > 0 && day <= 31 && month <= 12 && (year < 0 || month > 0);
        if (!whole) {
            at = from;
            return false;
        }
        String rest = month < 0 ? "--" : String.format(Locale.ROOT, "%02d-", month);
        String start = year < 0 ? "--" : String.format(Locale.ROOT, "%04d-", year);
        words.add((month < 0 ? "-" : start) + rest + String.format(Locale.ROOT, "%02d", day));
        at--;
        return true;
    }

    /// The number at hand if one of the signs follows it, and steps behind the sign; else -1.
    private int numberBefore(String signs) {
        int end = at;
        while (end < text.length() && end < at + 4 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        if (end == at || end == text.length() || signs.indexOf(text.charAt(end)) < 0) {
            return -1;
        }
        int number = Integer.parseInt(text.substring(at, end));
        at = end + 1;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return number;
    }

    private void word(String raw) {
        int from = 0;
        int to = raw.length();
        boolean stop = false;
        while (from < to && AROUND.indexOf(raw.charAt(from)) >= 0) {
            from++;
        }
        while (to > from
                && (AROUND.indexOf(raw.charAt(to - 1)) >= 0 || raw.charAt(to - 1) == '.')) {
            if (isOrdinal(raw, from, to)) {
                break;
            }
            stop |= ".!?".indexOf(raw.charAt(to - 1)) >= 0;
            to--;
        }
        parts(raw.substring(from, to));
        if (stop) {
            words.add(".");
        }
    }

    /// `12.` and `12.3.` keep their dot; the dot behind a year ends a sentence.
    private static boolean isOrdinal(String raw, int from, int to) {
        int digits = 0;
        while (to - 2 - digits >= from && Character.isDigit(raw.charAt(to - 2 - digits))) {
            digits++;
        }
        return raw.charAt(to - 1) == '.' && (digits == 1 || digits == 2);
    }

    private void parts(String word) {
        int dash = dash(word);
        if (dash >= 0 && word.length() == 1) {
            words.add("-");
        } else if (dash >= 0) {
            parts(word.substring(0, dash));
            words.add("-");
            parts(word.substring(dash + 1));
        } else if (Days.isSuffixed(word)) {
            words.add(word.substring(0, word.indexOf('-')));
            words.add(word.substring(word.indexOf('-')));
        } else if (!word.isEmpty()) {
            words.add(word);
        }
    }

    /// Where a dash joins two days; most hyphens join words or the parts of a date.
    private static int dash(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (DASHES.indexOf(word.charAt(i)) >= 0) {
                return i;
            }
        }
        int plain = word.indexOf('-');
        boolean days =
                plain >= 0
                        && plain == word.lastIndexOf('-')
                        && Days.looksLikeOne(word.substring(0, plain))
                        && Days.looksLikeOne(word.substring(plain + 1));
        return days || word.equals("-") ? plain : -1;
    }
}
