package io.fraywatch.parse;

import java.util.HashSet;
import java.util.Set;

/// Lines that machines and lawyers add: footers of phones and lists, disclaimers. Lines are given
/// in lower case.
final class Boilerplate {
    private static final int LONGEST_MOBILE_FOOTER = 100;
    private static final int MOST_WORDS_OF_MOBILE_FOOTER = 10;
    private static final int LEAST_DISCLAIMER = 80;
    private static final int LEAST_DISCLAIMER_WORDS = 3;

    private static final WordList MOBILE = WordList.of("boilerplate", "mobile");
    private static final WordList DEVICES = WordList.of("boilerplate", "device");
    private static final WordList LIST = WordList.of("boilerplate", "list");
    private static final WordList LIST_STARTS = WordList.of("boilerplate", "list-start");
    private static final WordList DISCLAIMER_STARTS =
            WordList.of("boilerplate", "disclaimer-start");
    private static final WordList DISCLAIMER_WORDS = WordList.of("boilerplate", "disclaimer");

    private Boilerplate() {}

    static boolean isMobileFooter(String lower) {
        return lower.length() <= LONGEST_MOBILE_FOOTER
                && !lower.endsWith(":")
                && MOBILE.wordAtStart(lower) > 0
                && (lower.startsWith("sent from my ")
                        || (DEVICES.occursIn(lower)
                                && (lower.startsWith("sent from ")
                                        || PersonNames.words(lower)
                                                <= MOST_WORDS_OF_MOBILE_FOOTER)));
    }

    /// The line below the rule that lists draw under a mail.
    static boolean isListFooter(String lower) {
        return LIST.occursIn(lower);
    }

    /// A line that starts a list's footer without any rule.
    static boolean startsListFooter(String lower) {
        return LIST_STARTS.atStart(lower) > 0;
    }

    /// Whether a paragraph is about who may read the mail rather than about anything.
    static boolean isDisclaimer(Lines lines, int from, int to) {
        if (DISCLAIMER_STARTS.atStart(lines.lower(from)) > 0) {
            return true;
        }
        int length = 0;
        for (int i = from; i < to; i++) {
            length += lines.line(i).length();
        }
        Set<String> found = new HashSet<>();
        for (int i = from; i < to && length > LEAST_DISCLAIMER; i++) {
            DISCLAIMER_WORDS.collect(lines.lower(i), found);
        }
        return found.size() >= LEAST_DISCLAIMER_WORDS;
    }
}
