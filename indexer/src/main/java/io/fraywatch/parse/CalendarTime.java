package io.fraywatch.parse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// A `DATE` or `DATE-TIME` of a calendar (RFC 5545 §3.3.4, §3.3.5).
///
/// @param wholeDay whether it names no time of day
/// @param zone empty for a time that is local to whoever reads it
record CalendarTime(LocalDate date, LocalTime time, boolean wholeDay, Optional<ZoneId> zone) {
    private static final int DATE_LENGTH = 8;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    /// @throws DateTimeException if the value is no such time
    static CalendarTime parse(CalendarLine line) {
        String value = line.value().strip();
        LocalDate date = date(value);
        if (value.length() <= DATE_LENGTH) {
            return new CalendarTime(date, LocalTime.MIDNIGHT, true, Optional.empty());
        }
        boolean utc = value.endsWith("Z");
        String time = value.substring(DATE_LENGTH + 1, value.length() - (utc ? 1 : 0));
        return new CalendarTime(
                date,
                LocalTime.parse(time, TIME),
                false,
                utc ? Optional.of(ZoneOffset.UTC) : zone(line.parameter("TZID")));
    }

    /// The day that a date or the beginning of a longer value names.
    ///
    /// @throws DateTimeException if it names none
    static LocalDate date(String value) {
        String text = value.strip();
        return LocalDate.parse(
                text.substring(0, Math.min(DATE_LENGTH, text.length())),
                DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    CalendarTime on(LocalDate other) {
        return new CalendarTime(other, time, wholeDay, zone);
    }

    /// The same instant by the clock of somebody in that zone.
    LocalDateTime local(ZoneId there) {
        LocalDateTime written = date.atTime(time);
        return zone.map(own -> written.atZone(own).withZoneSameInstant(there).toLocalDateTime())
                .orElse(written);
    }
}
