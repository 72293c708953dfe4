package io.fraywatch.analyze.text;

import java.util.Map;

/// How far trained weights are believed beside what phrases say of the same sentence. The numbers
/// were chosen on the sentences worked on, by what they cost among ordinary sentences.
final class Trust {
    /// From where on a sentence counts as doing it.
    private static final double SAID = 0.6;

    /// The weights of these heads are so quiet among ordinary sentences that less than [#SAID] of
    /// theirs says it.
    private static final Map<Head, Double> SAYS =
            Map.of(Head.TAKEN_BACK, 0.45, Head.WRONG_PERSON, 0.55, Head.CANCELLATION, 0.57);

    /// From this strength on a phrase is so plain that it needs no weights beside it.
    private static final double PLAIN = 0.95;

    /// How much less sure a plain phrase is than its strength in the list.
    private static final double MARGIN = 0.1;

    /// A phrase of this strength says it where the weights don't speak against it.
    private static final double STRONG = 0.8;

    private static final double NOT_AGAINST = 0.3;

    /// Of so few words they know little.
    private static final int FEW_TOKENS = 8;

    private static final double OF_FEW = 0.65;
    private static final double WITHOUT_PHRASE = 0.9;

    /// Of what we admit ourselves there are few sentences to learn from.
    private static final double OF_OUR_LIMITS = 0.5;

    private Trust() {}

    /// What to make of a sentence, 0 to 1.
    ///
    /// @param weights the probability by the weights
    /// @param phrase the strongest phrase, 0 for none
    /// @param somebody whether it speaks to or of somebody
    /// @param alone whether the weights know only words; with an embedding model's opinion beside
    ///   them, nothing more is believed than the two say
    static double of(
            Head head, double weights, double phrase, int tokens, boolean somebody, boolean alone) {
        double says = alone ? SAYS.getOrDefault(head, SAID) : SAID;
        double strength = weights * doubt(head, phrase, tokens, somebody, alone);
        if (head == Head.TAKEN_BACK && phrase >= STRONG && weights >= NOT_AGAINST) {
            strength = Math.max(strength, says);
        }
        return Math.max(shifted(strength, says), phrase >= PLAIN ? phrase - MARGIN : 0);
    }

    /// Where no phrase says so too, weights are believed less.
    private static double doubt(
            Head head, double phrase, int tokens, boolean somebody, boolean alone) {
        if (phrase > 0) {
            return 1;
        }
        return switch (head) {
            case OUT_OF_DEPTH -> OF_OUR_LIMITS;
            case UNHAPPY -> ofMany(tokens, false);
            case TAKEN_BACK, CANCELLATION -> ofMany(tokens, alone);
            case WRONG_PERSON -> ofMany(tokens, alone && somebody);
            case REQUEST,
                    COMMITMENT,
                    OWN_MISTAKE,
                    GRATITUDE,
                    ASK,
                    SETTLED,
                    CHASER,
                    TROUBLE,
                    ADVICE,
                    AWAY ->
                    1;
        };
    }

    private static double ofMany(int tokens, boolean believed) {
        if (tokens <= FEW_TOKENS) {
            return OF_FEW;
        }
        return believed ? 1 : WITHOUT_PHRASE;
    }

    /// Moves what says it to [#SAID], and everything else by the same odds.
    private static double shifted(double probability, double says) {
        double odds = SAID / (1 - SAID) * (1 - says) / says;
        return probability * odds / (probability * odds + 1 - probability);
    }
}
