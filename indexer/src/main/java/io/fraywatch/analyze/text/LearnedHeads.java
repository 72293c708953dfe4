package io.fraywatch.analyze.text;

import io.fraywatch.analyze.model.NgramModel;
import io.fraywatch.analyze.model.SentenceGrams;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Tells what an English sentence does by weights learned from sentences made by hand; what phrases
/// say of it is one more thing they look at. Immutable.
///
/// The weights are such that .6 says it: there, in cross-validation, precision and recall come
/// closest to what is asked of both.
final class LearnedHeads {
    /// The heads that are learned so, each with the name of its phrases and weights.
    static final Map<Head, String> NAMES =
            new EnumMap<>(
                    Map.of(
                            Head.UNHAPPY, "unhappy",
                            Head.TAKEN_BACK, "takenBack",
                            Head.WRONG_PERSON, "wrongPerson",
                            Head.CANCELLATION, "cancellation",
                            Head.COMMITMENT, "commitment",
                            Head.OWN_MISTAKE, "ownMistake",
                            Head.OUT_OF_DEPTH, "outOfDepth"));

    /// From where on a phrase counts as found.
    private static final double FOUND = 0.6;

    private final Map<Head, NgramModel> models = new EnumMap<>(Head.class);

    LearnedHeads() {
        NAMES.forEach((head, name) -> models.put(head, NgramModel.load(name + ".bin")));
    }

    /// How strongly the sentence does it, 0 to 1.
    ///
    /// @param grams of the sentence, from [SentenceGrams#of]
    double of(Head head, int[] grams, Phrases.Found found) {
        NgramModel model = models.get(head);
        return model == null || grams.length == 0
                ? 0
                : model.probability(marked(grams, found, NAMES.getOrDefault(head, "")));
    }

    /// The grams and what the phrases of a topic say.
    static int[] marked(int[] grams, Phrases.Found found, String topic) {
        return SentenceGrams.marked(grams, found.of(topic) >= FOUND, found.guarded(topic));
    }

    /// What is looked at in a sentence, quotations left out.
    static int[] grams(SentenceGrams grams, List<String> tokens) {
        return grams.of(Quotations.without(tokens));
    }
}
