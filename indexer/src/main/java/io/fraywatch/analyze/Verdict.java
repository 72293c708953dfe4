package io.fraywatch.analyze;

import io.fraywatch.analyze.Assessment.Miss;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects what the rules say of one case.
final class Verdict {
    /// @param nearness 0 (far) to 1 (it nearly held)
    private record Near(Miss miss, double nearness) {}

    private final List<Signal> signals = new ArrayList<>();
    private final List<Near> misses = new ArrayList<>();
    private Optional<Instant> wakes = Optional.empty();

    void add(Signal signal) {
        signals.add(signal);
    }

    /// Notes that a rule may find from an instant on what it doesn't find now, though nobody
    /// writes.
    void wakeAt(Instant instant) {
        wakes = wakes.filter(known -> !known.isAfter(instant)).or(() -> Optional.of(instant));
    }

    /// The first instant at which a rule may find more; empty when none will without new mail.
    Optional<Instant> wakes() {
        return wakes;
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
