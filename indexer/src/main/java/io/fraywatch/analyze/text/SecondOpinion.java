package io.fraywatch.analyze.text;

import io.fraywatch.analyze.model.Encoder;
import io.fraywatch.analyze.model.VectorModel;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What an embedding model makes of a text, beside what the weights over words make of it. Both
/// count alike: the mean of their log-odds.
///
/// It is asked only where the words leave something open, since it takes some thousand times as
/// long. Safe for many threads.
final class SecondOpinion {
    /// Asks nobody.
    static final SecondOpinion NONE = new SecondOpinion(Optional.empty());

    /// Between these the words leave it open whether a sentence does what is learned by hand: of
    /// ordinary sentences one in five. Without the second opinion of the others hardly anything
    /// changes (`scripts/train --embeddings` prints how little).
    private static final double OPEN_FROM = 0.2;

    private static final double OPEN_TO = 0.95;

    /// The same for requests and politeness, where yes and no are as frequent.
    private static final double EVEN_FROM = 0.1;

    private static final double EVEN_TO = 0.9;

    private static final String POLITENESS = "politeness";

    /// A model reads some hundred words of a text.
    private static final int MOST_CHARS = 1_000;

    /// Sentences that come back, such as "Please see attached.", needn't be encoded again.
    private static final int REMEMBERED = 2_000;

    private final Optional<Encoder> encoder;
    private final Map<Head, VectorModel> heads;
    private final Optional<VectorModel> politeness;
    private final Map<String, float[]> remembered;

    /// Whether a request that is left open is worth asking.
    private final boolean ofRequests;

    private SecondOpinion(SecondOpinion other) {
        this.encoder = other.encoder;
        this.heads = other.heads;
        this.politeness = other.politeness;
        this.remembered = other.remembered;
        this.ofRequests = false;
    }

    private SecondOpinion(Optional<Encoder> encoder) {
        this.encoder = encoder;
        this.heads = new EnumMap<>(Head.class);
        this.remembered = new Recent();
        this.ofRequests = true;
        this.politeness = encoder.flatMap(model -> VectorModel.find(model.name(), POLITENESS));
        Map<Head, String> names = new HashMap<>(LearnedHeads.NAMES);
        names.put(Head.REQUEST, "request");
        encoder.ifPresent(model ->
                names.forEach((head, name) ->
                        VectorModel.find(model.name(), name)
                                .ifPresent(weights -> heads.put(head, weights))));
    }

    /// @throws IllegalArgumentException if there are no weights for this encoder's vectors
    static SecondOpinion of(Encoder encoder) {
        SecondOpinion opinion = new SecondOpinion(Optional.of(encoder));
        if (opinion.heads.isEmpty() && opinion.politeness.isEmpty()) {
            throw new IllegalArgumentException(
                    "there are no weights for the vectors of '" + encoder.name() + "'");
        }
        return opinion;
    }

    /// The same, but for the price of half as many questions: not asked because of requests, which
    /// nothing is judged by ([Head#ASK] is, and phrases alone know it).
    SecondOpinion sparing() {
        return new SecondOpinion(this);
    }

    /// The encoder's name; empty for [#NONE].
    String name() {
        return encoder.map(Encoder::name).orElse("");
    }

    /// Both opinions of what a sentence does.
    ///
    /// @param words the probability of some heads by the words
    /// @return that of the same heads; unchanged where the words leave nothing open
    Map<Head, Double> of(String sentence, Map<Head, Double> words) {
        if (encoder.isEmpty() || words.entrySet().stream().noneMatch(this::isWorthAsking)) {
            return words;
        }
        float[] vector = vector(sentence);
        Map<Head, Double> both = new EnumMap<>(words);
        both.replaceAll((head, probability) ->
                Optional.ofNullable(heads.get(head))
                        .filter(_ -> isOpen(head, probability))
                        .map(weights -> weights.beside(probability, vector))
                        .orElse(probability));
        return both;
    }

    /// Both opinions of how polite a mail is.
    ///
    /// @param words its politeness by the words, 0 to 1
    double politeness(String text, double words) {
        return politeness
                .filter(weights -> words > EVEN_FROM && words < EVEN_TO)
                .map(weights -> weights.beside(words, vector(text)))
                .orElse(words);
    }

    private boolean isWorthAsking(Map.Entry<Head, Double> head) {
        return isOpen(head.getKey(), head.getValue())
                && (ofRequests || head.getKey() != Head.REQUEST);
    }

    /// Whether the words leave it open.
    static boolean isOpen(Head head, double words) {
        return head == Head.REQUEST
                ? words > EVEN_FROM && words < EVEN_TO
                : words > OPEN_FROM && words < OPEN_TO;
    }

    private float[] vector(String text) {
        String begin = text.substring(0, Math.min(text.length(), MOST_CHARS));
        synchronized (remembered) {
            float[] known = remembered.get(begin);
            if (known != null) {
                return known;
            }
        }
        float[] vector = encoder.orElseThrow().encode(begin);
        synchronized (remembered) {
            remembered.put(begin, vector);
        }
        return vector;
    }

    /// Forgets what wasn't asked for the longest.
    private static final class Recent extends LinkedHashMap<String, float[]> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > REMEMBERED;
        }
    }
}
