package io.fraywatch.parse;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A recurrence every year or every few years (RFC 5545 §3.3.10): on the day of the event itself,
/// or within `BYMONTH` on days of the month, on weekdays, or on what is both.
///
/// @param interval every how many years
/// @param most the number of occurrences, the first included
/// @param until the last day, included
/// @param months empty for the month of the event
/// @param monthDays negative ones count from the end of the month
record YearlyRule(
        int interval,
        int most,
        LocalDate until,
        List<Integer> months,
        List<Integer> monthDays,
        List<Weekday> weekdays) {
    /// No occurrence is looked for after this year.
    static final int LAST_YEAR = 2100;

    private static final Set<String> KNOWN =
            Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "WKST");
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    /// @param place the how manieth of its month, from the end if negative; 0 for all of them
    record Weekday(DayOfWeek day, int place) {
        static Weekday parse(String value) {
            int split = Math.max(0, value.length() - 2);
            int day = WEEKDAYS.indexOf(value.substring(split));
            if (day < 0) {
                throw new IllegalArgumentException("BYDAY names no weekday: " + value);
            }
            String place = value.substring(0, split);
            return new Weekday(
                    DayOfWeek.of(day + 1), place.isEmpty() ? 0 : Integer.parseInt(place));
        }

        boolean is(LocalDate date) {
            int fromStart = (date.getDayOfMonth() - 1) / 7 + 1;
            int fromEnd = (date.lengthOfMonth() - date.getDayOfMonth()) / 7 + 1;
            return date.getDayOfWeek() == day
                    && (place == 0 || place == fromStart || -place == fromEnd);
        }
    }

    YearlyRule {
        months = List.copyOf(months);
        monthDays = List.copyOf(monthDays);
        weekdays = List.copyOf(weekdays);
        if (interval < 1 || most < 1) {
            throw new IllegalArgumentException("INTERVAL and COUNT must be at least 1");
        }
        if (months.isEmpty() && !(monthDays.isEmpty() && weekdays.isEmpty())) {
            throw new IllegalArgumentException(
                    "BYDAY and BYMONTHDAY need a BYMONTH beside them here");
        }
    }

    /// @throws IllegalArgumentException if it is no such rule, or isn't understood here
    static YearlyRule parse(String rule) {
        Map<String, String> parts = new HashMap<>();
        for (String part : rule.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        if (!"YEARLY".equals(parts.get("FREQ")) || !KNOWN.containsAll(parts.keySet())) {
            throw new IllegalArgumentException(
                    "of recurrences only yearly ones are understood, by "
                            + "INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY and BYDAY, not '"
                            + rule
                            + "'");
        }
        return new YearlyRule(
                number(parts, "INTERVAL", 1),
                number(parts, "COUNT", LAST_YEAR),
                Optional.ofNullable(parts.get("UNTIL"))
                        .map(CalendarTime::date)
                        .orElse(LocalDate.of(LAST_YEAR, 12, 31)),
                values(parts, "BYMONTH").map(Integer::valueOf).toList(),
                values(parts, "BYMONTHDAY").map(Integer::valueOf).toList(),
                values(parts, "BYDAY").map(Weekday::parse).toList());
    }

    private static int number(Map<String, String> parts, String name, int otherwise) {
        return values(parts, name).findFirst().map(Integer::valueOf).orElse(otherwise);
    }

    private static Stream<String> values(Map<String, String> parts, String name) {
        return Stream.of(parts.getOrDefault(name, "").split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /// All occurrences of what begins on that day, in order; the beginning itself is always one.
    List<LocalDate> dates(LocalDate start) {
        List<LocalDate> dates = new ArrayList<>(List.of(start));
        for (int year = start.getYear(); year <= LAST_YEAR; year += interval) {
            for (LocalDate date : of(year, start)) {
                if (date.isAfter(until) || dates.size() == most) {
                    return dates;
                }
                if (date.isAfter(start)) {
                    dates.add(date);
                }
            }
        }
        return dates;
    }

    private List<LocalDate> of(int year, LocalDate start) {
        List<Integer> within = months.isEmpty() ? List.of(start.getMonthValue()) : months;
        return within.stream()
                .sorted()
                .map(month -> YearMonth.of(year, month))
                .flatMap(month -> month.atDay(1).datesUntil(month.atEndOfMonth().plusDays(1)))
                .filter(date -> takes(date, start))
                .toList();
    }

    private boolean takes(LocalDate date, LocalDate start) {
        if (monthDays.isEmpty() && weekdays.isEmpty()) {
            return date.getDayOfMonth() == start.getDayOfMonth();
        }
        int fromEnd = date.getDayOfMonth() - date.lengthOfMonth() - 1;
        return (monthDays.isEmpty()
                        || monthDays.contains(date.getDayOfMonth())
                        || monthDays.contains(fromEnd))
                && (weekdays.isEmpty() || weekdays.stream().anyMatch(day -> day.is(date)));
    }
}
