package io.fraywatch.server.config;

import java.time.LocalDate;
import java.util.stream.Stream;

/// A time in which nothing waits (`pause`): neither the user's clock nor any client's runs.
///
/// @param from the first day
/// @param to the last day, the same at the earliest and a year later at the latest
public record PauseSection(LocalDate from, LocalDate to) {
    private static final int MOST_DAYS = 366;

    public PauseSection {
        BadSetting.require(from, "from", "2026-12-23");
        BadSetting.require(to, "to", "2027-01-04");
        if (to.isBefore(from)) {
            throw new BadSetting(
                    "the pause ends on " + to + ", before it begins on " + from + "; swap them",
                    "to");
        }
        if (to.isAfter(from.plusDays(MOST_DAYS))) {
            throw new BadSetting(
                    "the pause lasts for more than a year; end it by " + from.plusDays(MOST_DAYS),
                    "to");
        }
    }

    /// Its days.
    public Stream<LocalDate> days() {
        return from.datesUntil(to.plusDays(1));
    }
}
