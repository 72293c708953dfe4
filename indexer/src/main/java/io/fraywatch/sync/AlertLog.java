package io.fraywatch.sync;

import io.fraywatch.flags.FlagId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The alerts of a replay: each signal on the first morning it was seen. What held already on the
/// day before the first isn't one.
public final class AlertLog implements Replay.Watcher {
    private final LocalDate from;
    private final Consumer<Sighting> raised;
    private final Set<FlagId> known = new HashSet<>();
    private final List<Sighting> alerts = new ArrayList<>();
    private final Map<FlagId, Integer> highest = new HashMap<>();
    private final Map<FlagId, Integer> before = new HashMap<>();

    /// @param from the first day that counts
    /// @param raised told of each alert as it comes
    public AlertLog(LocalDate from, Consumer<Sighting> raised) {
        this.from = from;
        this.raised = raised;
    }

    @Override
    public void day(LocalDate day, List<Sighting> seen) {
        for (Sighting sighting : seen) {
            boolean counts = !day.isBefore(from);
            (counts ? highest : before).merge(sighting.flag(), sighting.score(), Math::max);
            if (known.add(sighting.flag()) && counts) {
                alerts.add(sighting);
                raised.accept(sighting);
            }
        }
    }

    /// In the order they came.
    public List<Sighting> alerts() {
        return Collections.unmodifiableList(alerts);
    }

    /// How many alerts there would have been had only conversations of at least this score been
    /// told.
    public long alertsFrom(int score) {
        return highest.entrySet().stream()
                .filter(each -> each.getValue() >= score)
                .filter(each -> before.getOrDefault(each.getKey(), -1) < score)
                .count();
    }
}
