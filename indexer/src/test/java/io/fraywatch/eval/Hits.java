package io.fraywatch.eval;

import java.util.stream.IntStream;

/// What was said beside what is so, example by example.
final class Hits {
    private final boolean[] labels;
    private final boolean[] said;

    Hits(boolean[] labels, boolean[] said) {
        this.labels = labels;
        this.said = said;
    }

    /// Each example once, as if drawn.
    int[] all() {
        return IntStream.range(0, labels.length).toArray();
    }

    /// Of what was said, how much is so.
    double precision(int[] drawn) {
        return (double) both(drawn) / count(said, drawn);
    }

    /// Of what is so, how much was said.
    double recall(int[] drawn) {
        return (double) both(drawn) / count(labels, drawn);
    }

    private long both(int[] drawn) {
        return IntStream.of(drawn).filter(i -> labels[i] && said[i]).count();
    }

    private static long count(boolean[] of, int[] drawn) {
        return IntStream.of(drawn).filter(i -> of[i]).count();
    }
}
