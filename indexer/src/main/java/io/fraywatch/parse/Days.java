package io.fraywatch.parse;

import java.util.Set;

/// How days are written in numbers.
final class Days {
    private static final Set<String> ORDINALS =
            Set.of(
                    "", ".", "st", "nd", "rd", "th", "er", "º", "°", "o", ":e", ":a", "e", "ste",
                    "de", "ª", "-го");

    private Days() {}

    /// A day of the month: `12`, `12.`, `12th`, `1er`; 0 when it is none.
    static int number(String word) {
        int end = digits(word, 0);
        if (end == 0 || end > 2 || !ORDINALS.contains(word.substring(end))) {
            return 0;
        }
        int day = digitsOf(word.substring(0, end), 2);
        return day <= 31 ? day : 0;
    }

    /// A day of the month that says so itself: `12.` or `12th`, not `12`.
    static boolean isOrdinal(String word) {
        return number(word) > 0 && !Character.isDigit(word.charAt(word.length() - 1));
    }

    /// Whether it is a day of the month, or a date such as `5.3.` or `5/3/2026`.
    static boolean looksLikeOne(String word) {
        if (number(word) > 0) {
            return true;
        }
        int at = digits(word, 0);
        boolean sign = at > 0 && at < 3 && at + 1 < word.length();
        return sign
                && (word.charAt(at) == '.' || word.charAt(at) == '/')
                && Character.isDigit(word.charAt(at + 1));
    }

    /// `16-án`: a number with a case ending behind a hyphen.
    static boolean isSuffixed(String word) {
        int at = digits(word, 0);
        return at > 0
                && at < 3
                && at + 1 < word.length()
                && word.charAt(at) == '-'
                && Character.isLetter(word.charAt(at + 1));
    }

    /// The number that these digits make, at most so many of them; -1 when they make none.
    static int digitsOf(String digits, int most) {
        if (digits.isEmpty() || digits.length() > most) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 10);
            if (digit < 0) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int digits(String word, int from) {
        int end = from;
        while (end < word.length() && Character.isDigit(word.charAt(end))) {
            end++;
        }
        return end - from;
    }
}
