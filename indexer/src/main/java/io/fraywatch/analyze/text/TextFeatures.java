package io.fraywatch.analyze.text;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one mail's new text does and how it sounds: all that judging needs later, without the text.
///
/// @param words how many words of their own the author wrote, greeting and sign-off included
/// @param politeness 0 (rude) to 1 (polite)
/// @param formality 0 (chatty) to 1 (formal)
/// @param language what it is written in; empty when the text is too short or too mixed to tell
/// @param promisedDay the day by which the author promises something, the earliest of several,
///   reckoned from the mail's own date; empty when none is named
/// @param sentences in order, at most [#MOST_SENTENCES]; offsets count in
///   [io.fraywatch.mail.Body#newText]
public record TextFeatures(
        int words,
        Set<Courtesy> shown,
        double politeness,
        double formality,
        Optional<Language> language,
        Optional<LocalDate> promisedDay,
        List<Sentence> sentences) {
    /// First byte of the stored form; raised whenever older bytes would be misread. A new head at
    /// the end is read as 0 from them.
    public static final int VERSION = 2;

    /// A mail's further sentences aren't read.
    public static final int MOST_SENTENCES = 200;

    public static final TextFeatures EMPTY =
            new TextFeatures(0, Set.of(), 0.5, 0.5, Optional.empty(), Optional.empty(), List.of());

    /// What a mail may show besides its words.
    public enum Courtesy {
        GREETING(0, "greeting"),
        CLOSING(1, "sign-off"),
        THANKS(2, "thanks"),
        SOFTENER(3, "softening words"),
        EXCLAMATION(4, "exclamation or smiley"),
        QUESTION(5, "question"),
        /// Written on a phone, as its footer says.
        MOBILE(6, "mobile footer"),
        /// Begins with a plain yes, no or go-ahead.
        YES_NO(7, "yes or no");

        private final int bit;
        private final String words;

        Courtesy(int bit, String words) {
            this.bit = bit;
            this.words = words;
        }

        /// Its place in the stored bits, for ever the same.
        int bit() {
            return bit;
        }

        /// What to call it in a sentence.
        public String words() {
            return words;
        }
    }

    public TextFeatures {
        EnumSet<Courtesy> copy = EnumSet.noneOf(Courtesy.class);
        copy.addAll(shown);
        shown = java.util.Collections.unmodifiableSet(copy);
        sentences = List.copyOf(sentences);
        if (sentences.size() > MOST_SENTENCES) {
            throw new IllegalArgumentException(
                    "a mail keeps at most "
                            + MOST_SENTENCES
                            + " sentences, not "
                            + sentences.size());
        }
    }

    public boolean shows(Courtesy courtesy) {
        return shown.contains(courtesy);
    }

    /// Whether its tone may be judged: not in a language we don't read. Where the language isn't
    /// known, the words themselves decide.
    public boolean isRead() {
        return language.map(Language::isRead).orElse(true);
    }

    /// How strongly the whole mail does it: as strongly as its strongest sentence, 0 to 1.
    public double of(Head head) {
        return strongest(head).map(s -> s.of(head)).orElse(0.0);
    }

    /// The sentence that does it most, the first of equals; empty when none does it at all.
    public Optional<Sentence> strongest(Head head) {
        Sentence best = null;
        for (Sentence sentence : sentences) {
            if (sentence.scores().raw(head) > (best == null ? 0 : best.scores().raw(head))) {
                best = sentence;
            }
        }
        return Optional.ofNullable(best);
    }

    /// The stored form: versioned, some 8 bytes a sentence.
    public byte[] encode() {
        return FeatureCodec.encode(this);
    }

    /// The inverse of [#encode].
    ///
    /// @throws IllegalArgumentException if the bytes are of another version or cut short
    public static TextFeatures decode(byte[] stored) {
        return FeatureCodec.decode(stored);
    }
}
