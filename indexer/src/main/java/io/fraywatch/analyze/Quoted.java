package io.fraywatch.analyze;

import io.fraywatch.analyze.text.Head;
import io.fraywatch.analyze.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Picks the sentences that a signal rests on.
final class Quoted {
    private Quoted() {}

    /// All sentences of a mail that do something at least this strongly.
    static List<Evidence> all(Step step, Head head, double atLeast) {
        List<Evidence> out = new ArrayList<>();
        for (Sentence sentence : step.turn().text().sentences()) {
            if (sentence.of(head) >= atLeast) {
                out.add(evidence(step, sentence));
            }
        }
        return out;
    }

    /// The sentence that does one of these things the most, earlier heads going first; else the
    /// mail's longest.
    static Evidence best(Step step, Head... heads) {
        for (Head head : heads) {
            Optional<Sentence> strongest =
                    step.turn().text().strongest(head).filter(s -> s.of(head) >= 0.5);
            if (strongest.isPresent()) {
                return evidence(step, strongest.get());
            }
        }
        return step.turn().text().sentences().stream()
                .reduce((a, b) -> length(b) > length(a) ? b : a)
                .map(s -> evidence(step, s))
                .orElseGet(() -> new Evidence(step.message().id(), 0, 0));
    }

    /// The whole mail, from its first sentence to its last.
    static Evidence whole(Step step) {
        List<Sentence> sentences = step.turn().text().sentences();
        return sentences.isEmpty()
                ? new Evidence(step.message().id(), 0, 0)
                : new Evidence(
                        step.message().id(),
                        sentences.getFirst().start(),
                        sentences.getLast().end());
    }

    private static Evidence evidence(Step step, Sentence sentence) {
        return new Evidence(step.message().id(), sentence.start(), sentence.end());
    }

    private static int length(Sentence sentence) {
        return sentence.end() - sentence.start();
    }
}
