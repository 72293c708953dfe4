package io.fraywatch.server.cli;

import io.fraywatch.flags.FlagId;
import io.fraywatch.mail.Client;
import io.fraywatch.sync.Fate;
import io.fraywatch.sync.Replay;
import io.fraywatch.sync.Sighting;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The alerts of one configuration over a span of days, counted.
///
/// @param alerts in the order they came
record Retold(Replay.Span span, List<Told> alerts) {
    /// An alert and what became of its thread.
    record Told(Sighting alert, Fate fate) {
        /// How long before the client was gone it came; negative when after.
        Optional<Duration> lead() {
            return fate.gone().map(gone -> Duration.between(alert.at(), gone));
        }
    }

    /// Alerts that have something in common.
    record Group(String name, List<Told> alerts) {
        long lost() {
            return Retold.lost(alerts);
        }

        Optional<Duration> medianLead() {
            return Retold.medianLead(alerts);
        }
    }

    Retold {
        alerts = List.copyOf(alerts);
    }

    /// The alerts a week that they make on average.
    double perWeek() {
        return alerts.size() * 7.0 / span.days();
    }

    long conversations() {
        return alerts.stream().map(told -> told.alert().conversation()).distinct().count();
    }

    /// How many alerts came before a client was lost.
    long lost() {
        return lost(alerts);
    }

    static long lost(List<Told> alerts) {
        return alerts.stream().filter(told -> told.fate().lost()).count();
    }

    /// What at least half of those that came before a loss reach.
    static Optional<Duration> medianLead(List<Told> alerts) {
        List<Duration> leads =
                alerts.stream().flatMap(told -> told.lead().stream()).sorted().toList();
        return leads.isEmpty() ? Optional.empty() : Optional.of(leads.get((leads.size() - 1) / 2));
    }

    /// How many alerts came in each week of the span, by its Monday; weeks without any, too.
    Map<LocalDate, Long> weeks() {
        Map<LocalDate, Long> weeks = new TreeMap<>();
        for (LocalDate week = monday(span.from());
                !week.isAfter(span.to());
                week = week.plusWeeks(1)) {
            weeks.put(week, 0L);
        }
        alerts.forEach(told -> weeks.merge(monday(told.alert().day()), 1L, Long::sum));
        return weeks;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    List<Group> byKind() {
        return groups(told -> told.alert().kind());
    }

    List<Group> byClient() {
        return groups(told ->
                told.alert().client().map(Client::id).map(Object::toString).orElse("nobody"));
    }

    private List<Group> groups(Function<Told, String> by) {
        Map<String, List<Told>> groups =
                alerts.stream()
                        .collect(
                                Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(each -> new Group(each.getKey(), each.getValue()))
                .sorted(
                        Comparator.comparingInt((Group group) -> group.alerts().size())
                                .reversed()
                                .thenComparing(Group::name))
                .toList();
    }

    /// The alerts that another telling doesn't have.
    List<Told> without(Retold other) {
        Set<FlagId> theirs =
                other.alerts.stream().map(told -> told.alert().flag()).collect(Collectors.toSet());
        return alerts.stream().filter(told -> !theirs.contains(told.alert().flag())).toList();
    }
}
