package io.fraywatch.analyze.text;

/// One sentence of a mail's new text and what it does.
///
/// @param start first character in the new text
/// @param end one behind the last
public record Sentence(int start, int end, Scores scores) {
    public Sentence {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a sentence must hold text: " + start + ".." + end);
        }
    }

    public double of(Head head) {
        return scores.of(head);
    }
}
