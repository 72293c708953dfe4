package io.fraywatch.parse;

import java.util.List;
import java.util.Map;

/// What the words around a day say of it; the words are those of `words/return.txt`.
final class ReturnWords {
    private static final Map<String, WordList> LISTS = WordList.sections("return");
    private static final WordList ALL = WordList.of("return");

    /// One section of the list.
    enum Role {
        ARTICLES("articles"),
        UNTIL("until"),
        UNTIL_AFTER("until after"),
        FROM("from"),
        JOINTS("joints"),
        BARE_DAY("bare day"),
        BACK("back"),
        NOT_BACK("not back"),
        AWAY("away"),
        INCLUDING("including"),
        INCLUDED("included");

        @SuppressWarnings("ImmutableEnumChecker") // a list of words never changes
        private final WordList list;

        Role(String section) {
            WordList named = LISTS.get(section);
            if (named == null) {
                throw new IllegalStateException(
                        "words/return.txt has no section [" + section + "]");
            }
            this.list = named;
        }
    }

    private ReturnWords() {}

    static boolean is(Role role, String word) {
        return role.list.contains(word);
    }

    /// Where the last of the phrases begins in these words, each at the start of a word; -1 when
    /// none occurs.
    static int lastIn(Role role, String words) {
        int last = -1;
        for (int at = 0; at < words.length(); at++) {
            boolean start = at == 0 || words.charAt(at - 1) == ' ';
            if (start && role.list.atStart(words, at) > 0) {
                last = at;
            }
        }
        return last;
    }

    static boolean occurIn(Role role, String words) {
        return lastIn(role, words) >= 0;
    }

    /// Whether words that lead to a day, or follow it, say that it is the day of being back.
    static boolean sayBack(List<String> words) {
        String text = String.join(" ", words);
        int back = lastIn(Role.BACK, text);
        return back >= 0
                && !occurIn(Role.NOT_BACK, text)
                && !occurIn(Role.AWAY, text.substring(back));
    }

    /// The length of the word that stands in a text there, or 0.
    static int knownAt(String text, int from) {
        return ALL.atStart(text, from);
    }
}
