package io.fraywatch.server.digest;

import io.fraywatch.mail.Address;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// Who gets the digest, and when.
///
/// @param at local time in `zone`; on a day whose clocks skip it, the moment they have skipped to
/// @param days never empty
public record DigestPlan(
        Address from, Address recipient, LocalTime at, Set<DayOfWeek> days, ZoneId zone) {
    /// How many days without any mail make a sign of life due.
    private static final int QUIET_DAYS = 7;

    public DigestPlan {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a digest needs at least one day of the week");
        }
    }

    /// The first moment after `now` at which a digest is due.
    Instant nextAfter(Instant now) {
        LocalDate day = now.atZone(zone).toLocalDate();
        while (!days.contains(day.getDayOfWeek()) || !due(day).isAfter(now)) {
            day = day.plusDays(1);
        }
        return due(day);
    }

    /// The day whose digest was due last, at `now` or before.
    LocalDate dueBy(Instant now) {
        LocalDate day = now.atZone(zone).toLocalDate();
        while (!days.contains(day.getDayOfWeek()) || due(day).isAfter(now)) {
            day = day.minusDays(1);
        }
        return day;
    }

    Instant due(LocalDate day) {
        return day.atTime(at).atZone(zone).toInstant();
    }

    /// Whether silence has lasted long enough that it should be said that all is calm.
    boolean signOfLifeDue(Optional<LocalDate> lastLetter, LocalDate day) {
        return lastLetter.map(last -> !day.isBefore(last.plusDays(QUIET_DAYS))).orElse(true);
    }
}
