package io.fraywatch.parse;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The time zones that a calendar describes (`VTIMEZONE`, RFC 5545 §3.6.5), for those that Java
/// doesn't know by name, such as `W. Europe Standard Time`. Of their rules those count that hold
/// every year from a month's n-th weekday on.
final class CalendarZones {
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final Map<String, List<Observance>> zones = new HashMap<>();
    private String zone = "";
    private String offset = "";
    private String rule = "";

    /// From a day of the year on this offset holds.
    ///
    /// @param month 0 when it holds all year
    private record Observance(ZoneOffset offset, int month, int week, DayOfWeek day) {
        LocalDate onset(int year) {
            LocalDate first = LocalDate.of(year, month, 1);
            return first.with(TemporalAdjusters.dayOfWeekInMonth(week, day));
        }
    }

    /// Takes from a line what describes a zone.
    void see(CalendarLine line) {
        String value = line.value().strip();
        switch (line.name()) {
            case "TZID" -> zone = value;
            case "TZOFFSETTO" -> offset = value;
            case "RRULE" -> rule = value.toUpperCase(Locale.ROOT);
            case "BEGIN" -> {
                offset = "";
                rule = "";
            }
            case "END" -> {
                if (value.equalsIgnoreCase("STANDARD") || value.equalsIgnoreCase("DAYLIGHT")) {
                    observance()
                            .ifPresent(o ->
                                    zones.computeIfAbsent(zone, _ -> new ArrayList<>()).add(o));
                }
            }
            default -> {}
        }
    }

    private Optional<Observance> observance() {
        try {
            ZoneOffset to = ZoneOffset.of(offset);
            int month = Days.digitsOf(part("BYMONTH="), 2);
            String day = part("BYDAY=");
            int weekday = WEEKDAYS.indexOf(day.substring(Math.max(0, day.length() - 2)));
            if (month < 1 || month > 12 || weekday < 0 || day.length() < 3) {
                return Optional.of(new Observance(to, 0, 0, DayOfWeek.MONDAY));
            }
            int week = Integer.parseInt(day.substring(0, day.length() - 2));
            return Optional.of(new Observance(to, month, week, DayOfWeek.of(weekday + 1)));
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private String part(String key) {
        int at = rule.indexOf(key);
        int end = rule.indexOf(';', at);
        return at < 0 ? "" : rule.substring(at + key.length(), end < 0 ? rule.length() : end);
    }

    /// The instant of a date or time; a whole day and a time without a zone count in UTC.
    Optional<Instant> instant(CalendarLine line) {
        String value = line.value().strip();
        try {
            LocalDateTime local = local(value);
            String named = line.parameter("TZID");
            return value.endsWith("Z") || value.length() == 8 || named.isEmpty()
                    ? Optional.of(local.toInstant(ZoneOffset.UTC))
                    : inZone(named, local);
        } catch (DateTimeException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    /// The date and time as written, in whichever zone; a whole day begins at midnight.
    static Optional<LocalDateTime> local(CalendarLine line) {
        try {
            return Optional.of(local(line.value().strip()));
        } catch (DateTimeException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private static LocalDateTime local(String value) {
        int time = value.length() == 8 ? 0 : number(value, 9, 11) * 60 + number(value, 11, 13);
        return LocalDate.of(number(value, 0, 4), number(value, 4, 6), number(value, 6, 8))
                .atTime(time / 60, time % 60);
    }

    private static int number(String value, int from, int to) {
        return Days.digitsOf(value.substring(from, to), to - from);
    }

    private Optional<Instant> inZone(String name, LocalDateTime local) {
        try {
            return Optional.of(local.atZone(ZoneId.of(name)).toInstant());
        } catch (DateTimeException _) {
            return offset(zones.getOrDefault(name, List.of()), local.toLocalDate())
                    .map(local::toInstant);
        }
    }

    /// The offset of the observance whose onset came last.
    private static Optional<ZoneOffset> offset(List<Observance> all, LocalDate day) {
        Optional<Observance> last = Optional.empty();
        LocalDate since = LocalDate.MIN;
        for (Observance each : all) {
            LocalDate onset = LocalDate.MIN.plusDays(1);
            if (each.month > 0) {
                LocalDate thisYear = each.onset(day.getYear());
                onset = thisYear.isAfter(day) ? each.onset(day.getYear() - 1) : thisYear;
            }
            if (onset.isAfter(since)) {
                since = onset;
                last = Optional.of(each);
            }
        }
        return last.map(Observance::offset);
    }
}
