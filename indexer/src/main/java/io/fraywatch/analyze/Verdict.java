package io.fraywatch.analyze;

import io.fraywatch.analyze.Assessment.Miss;
import java.util.ArrayList;
import java.util.List;

/// Collects what the rules say of one case.
final class Verdict {
    /// @param nearness 0 (far) to 1 (it nearly held)
    private record Near(Miss miss, double nearness) {}

    private final List<Signal> signals = new ArrayList<>();
    private final List<Near> misses = new ArrayList<>();

    void add(Signal signal) {
        signals.add(signal);
    }

    void miss(String kind, double nearness, String why) {
        misses.add(new Near(new Miss(kind, why), nearness));
    }

    List<Signal> signals() {
        return signals;
    }

    /// Nearest first.
    List<Miss> misses() {
        return misses.stream()
                .sorted((a, b) -> Double.compare(b.nearness(), a.nearness()))
                .map(Near::miss)
                .toList();
    }
}
