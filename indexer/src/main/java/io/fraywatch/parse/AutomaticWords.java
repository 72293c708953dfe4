package io.fraywatch.parse;

import java.util.Map;

/// The words machines use, for mails whose headers don't say what they are. All texts are given in
/// lower case.
final class AutomaticWords {
    private static final Map<String, WordList> ANSWERS = WordList.sections("automatic");
    private static final Map<String, WordList> BOUNCES = WordList.sections("bounce");
    private static final WordList REPLIES = WordList.of("bulk", "reply");
    private static final WordList AUTOMATIC_SUBJECTS = answers("automatic subject");
    private static final WordList ABSENT_SUBJECTS = answers("absent subject");
    private static final WordList ABSENT_PREFIXES = answers("absent prefix");
    private static final WordList ABSENT = answers("absent");
    private static final WordList OPENINGS = answers("automatic opening");
    private static final WordList AUTOMATIC = answers("automatic");
    private static final WordList RECEIVED = answers("received");

    private static final int LONGEST_GREETING = 40;

    private AutomaticWords() {}

    private static WordList answers(String section) {
        return section(ANSWERS, section);
    }

    private static WordList section(Map<String, WordList> lists, String section) {
        WordList list = lists.get(section);
        if (list == null) {
            throw new IllegalStateException("there is no section [" + section + "] of words");
        }
        return list;
    }

    /// Whether a subject begins as only a machine's does.
    static boolean saysAutomatic(String subject) {
        if (AUTOMATIC_SUBJECTS.atStart(subject) > 0) {
            return true;
        }
        int prefix = ABSENT_PREFIXES.atStart(subject);
        String rest = subject.substring(prefix).strip();
        return prefix > 0
                && (rest.isEmpty() || ":–-".indexOf(rest.charAt(0)) >= 0 || rest.startsWith("re:"));
    }

    /// Whether a text begins, behind a greeting at most, with the word that a machine answers.
    static boolean opensAutomatically(String opening) {
        String start = opening.strip();
        int line = start.indexOf('\n');
        return OPENINGS.atStart(start) > 0
                || (line > 0
                        && line <= LONGEST_GREETING
                        && OPENINGS.atStart(start.substring(line).strip()) > 0);
    }

    static boolean saysAbsent(String subject) {
        return !isReply(subject) && occurs(ABSENT_SUBJECTS, subject);
    }

    static boolean saysAbsentInside(String opening) {
        return occurs(ABSENT, opening);
    }

    /// Whether a text says of itself that a machine wrote it.
    static boolean saysAutomaticInside(String opening) {
        return occurs(AUTOMATIC, opening);
    }

    /// Whether a text acknowledges what was written to it.
    static boolean saysReceived(String text) {
        return occurs(RECEIVED, text);
    }

    static boolean saysUndelivered(String subject) {
        return section(BOUNCES, "subject").occursIn(subject);
    }

    static boolean saysUndeliveredInside(String opening) {
        return section(BOUNCES, "text").occursIn(opening);
    }

    /// Whether the subject of a report says that the mail arrived.
    static boolean saysDelivered(String subject) {
        return section(BOUNCES, "delivered").occursIn(subject);
    }

    static boolean saysDelayed(String text) {
        return section(BOUNCES, "delayed").occursIn(text);
    }

    /// Whether a diagnostic says that a mailbox is full.
    static boolean saysFull(String text) {
        return section(BOUNCES, "full").occursIn(text);
    }

    /// Whether a diagnostic without a code tells of a failure that may pass.
    static boolean saysPassing(String text) {
        return section(BOUNCES, "passing").occursIn(text);
    }

    /// Whether a line begins the mail that a bounce encloses.
    static boolean beginsEnclosed(String line) {
        return section(BOUNCES, "enclosed").occursIn(line);
    }

    /// Whether a subject answers or passes on another mail.
    static boolean isReply(String subject) {
        return REPLIES.atStart(subject) > 0;
    }

    /// Whether any phrase occurs at the start of a word.
    static boolean occurs(WordList phrases, String text) {
        for (int at = 0; at < text.length(); at++) {
            boolean starts = at == 0 || !inWord(text.charAt(at - 1)) || !inWord(text.charAt(at));
            if (starts && phrases.atStart(text, at) > 0) {
                return true;
            }
        }
        return false;
    }

    /// Letters of scripts with spaces; in the others a word may begin anywhere.
    private static boolean inWord(char c) {
        return Character.isLetter(c) && !Character.isIdeographic(c) && (c < 'ᄀ' || c > '퟿');
    }
}
