package io.fraywatch.analyze.text;

import io.fraywatch.analyze.text.TextFeatures.Courtesy;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Gathers, sentence by sentence, how a mail sounds.
final class Tone {
    /// A greeting stands within the first so many sentences, a sign-off within the last.
    private static final int EDGE = 3;

    private static final Set<String> CHATTY =
            Set.of(
                    "hey", "hiya", "yo", "yeah", "yep", "nope", "ok", "okay", "cool", "gonna",
                    "btw", "lol", "guys", "awesome", "cheers", "stuff", "super", "hi", "bye", "xx",
                    "haha");

    private static final Set<String> FORMAL =
            Set.of(
                    "dear",
                    "sincerely",
                    "regarding",
                    "hereby",
                    "kindly",
                    "enclosed",
                    "furthermore",
                    "pursuant",
                    "accordingly",
                    "sir",
                    "madam",
                    "mr",
                    "mrs",
                    "ms",
                    "regards",
                    "respectfully",
                    "concerning",
                    "hence",
                    "therefore",
                    "request",
                    "appreciate");

    private final int sentences;
    private final EnumSet<Courtesy> shown = EnumSet.noneOf(Courtesy.class);
    private int words;
    private int chatty;
    private int formal;
    private int contractions;

    Tone(int sentences) {
        this.sentences = sentences;
    }

    void add(int index, String sentence, List<String> tokens, Phrases.Found found) {
        for (String token : tokens) {
            words += Phrase.isMark(token) ? 0 : 1;
            chatty += CHATTY.contains(token) ? 1 : 0;
            formal += FORMAL.contains(token) ? 1 : 0;
        }
        contractions += contractions(sentence);
        note(index < EDGE && found.of("greeting") > 0, Courtesy.GREETING);
        note(index >= sentences - EDGE && found.of("closing") > 0, Courtesy.CLOSING);
        note(found.of("gratitude") > 0, Courtesy.THANKS);
        note(found.of("softener") > 0, Courtesy.SOFTENER);
        note(tokens.contains("!") || hasSmiley(sentence), Courtesy.EXCLAMATION);
        note(tokens.contains("?"), Courtesy.QUESTION);
        note(index < EDGE && found.of("yesNo") > 0, Courtesy.YES_NO);
    }

    private void note(boolean there, Courtesy courtesy) {
        if (there) {
            shown.add(courtesy);
        }
    }

    int words() {
        return words;
    }

    Set<Courtesy> shown() {
        return shown;
    }

    /// Formal words, full forms and sign-offs against chatty words, contractions and exclamations;
    /// no trained measure.
    double formality() {
        double perSentence = Math.max(1, sentences);
        double balance =
                1.2 * formal / perSentence
                        - 1.5 * chatty / perSentence
                        - 1.2 * contractions / perSentence
                        - (shown.contains(Courtesy.EXCLAMATION) ? 0.8 : 0)
                        + Math.min(1, words / perSentence / 25);
        return 1 / (1 + Math.exp(-2 * balance));
    }

    private static int contractions(String sentence) {
        int count = 0;
        for (int i = 1; i + 1 < sentence.length(); i++) {
            char c = sentence.charAt(i);
            if ((c == '\'' || c == '’')
                    && Character.isLetter(sentence.charAt(i - 1))
                    && Character.isLetter(sentence.charAt(i + 1))) {
                count++;
            }
        }
        return count;
    }

    private static boolean hasSmiley(String sentence) {
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            if (c == '\uD83D' || c == '\uD83E' || c == '\u263A' || c == '\u2764') {
                return true;
            }
            if ((c == ':' || c == ';') && i + 1 < sentence.length()) {
                int face =
                        sentence.charAt(i + 1) == '-' && i + 2 < sentence.length() ? i + 2 : i + 1;
                if (")D(".indexOf(sentence.charAt(face)) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
