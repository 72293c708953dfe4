package io.fraywatch.parse;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The days off that an iCalendar file tells (RFC 5545): every event in it is taken for time off.
///
/// Events may last several days and come back every year ([YearlyRule]) or on named days (`RDATE`,
/// less `EXDATE`). A day counts as off when an event takes at least half of it, so that a party at
/// five takes none. A time that names no zone, or one we don't know, is local to whoever asks.
public final class HolidayCalendar {
    /// The longest event that is believed.
    private static final int MOST_DAYS = 366;

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    /// @param dates the days of its occurrences, which all keep the time and the length of the
    ///   first
    private record Event(CalendarTime start, Length length, List<LocalDate> dates) {}

    /// How long an event lasts: until a time, or for so many days and a while.
    private sealed interface Length {
        record Until(CalendarTime end) implements Length {}

        record For(int days, Duration more) implements Length {}
    }

    private final List<Event> events;

    private HolidayCalendar(List<Event> events) {
        this.events = List.copyOf(events);
    }

    /// @throws HolidayException if this is no calendar, or an event says what isn't understood here
    public static HolidayCalendar read(byte[] calendar) throws HolidayException {
        List<CalendarLine> lines = CalendarLine.all(calendar);
        if (lines.size() == CalendarLine.MOST_LINES) {
            throw new HolidayException(
                    "it has more than "
                            + CalendarLine.MOST_LINES
                            + " lines; keep the holidays and leave out the rest");
        }
        if (lines.stream().noneMatch(line -> line.begins("VCALENDAR"))) {
            throw new HolidayException(
                    "it isn't an iCalendar file; those begin with BEGIN:VCALENDAR and usually end"
                            + " in .ics");
        }
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).begins("VEVENT")) {
                EventLines event = EventLines.from(lines, i + 1);
                if (!event.value("STATUS").equalsIgnoreCase("CANCELLED")) {
                    events.add(event(event));
                }
            }
        }
        return new HolidayCalendar(events);
    }

    private static Event event(EventLines lines) throws HolidayException {
        try {
            CalendarTime start =
                    CalendarTime.parse(
                            lines.line("DTSTART")
                                    .orElseThrow(() -> lines.refuse("it has no DTSTART")));
            Length length = length(lines, start);
            Set<LocalDate> dates = new HashSet<>();
            dates.add(start.date());
            for (CalendarLine rule : lines.all("RRULE")) {
                dates.addAll(YearlyRule.parse(rule.value()).dates(start.date()));
            }
            dates.addAll(dates(lines.all("RDATE")));
            dates.removeAll(dates(lines.all("EXDATE")));
            return new Event(start, length, dates.stream().sorted().toList());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw lines.refuse(String.valueOf(e.getMessage()));
        }
    }

    private static Length length(EventLines lines, CalendarTime start) throws HolidayException {
        if (lines.line("DTEND").isPresent()) {
            return new Length.Until(CalendarTime.parse(lines.line("DTEND").get()));
        }
        if (lines.line("DURATION").isPresent()) {
            return duration(lines.value("DURATION"));
        }
        return new Length.For(start.wholeDay() ? 1 : 0, Duration.ZERO);
    }

    /// RFC 5545 §3.3.6: `P1W`, `P1D`, `PT8H`, `P1DT12H`.
    private static Length duration(String value) {
        if (value.endsWith("W")) {
            return new Length.For(
                    7 * Integer.parseInt(value.replace("P", "").replace("W", "")), Duration.ZERO);
        }
        int time = value.indexOf('T');
        String days = (time < 0 ? value : value.substring(0, time)).replace("P", "");
        return new Length.For(
                days.isEmpty() ? 0 : Integer.parseInt(days.replace("D", "")),
                time < 0 ? Duration.ZERO : Duration.parse("P" + value.substring(time)));
    }

    private static List<LocalDate> dates(List<CalendarLine> lines) {
        List<LocalDate> dates = new ArrayList<>();
        for (CalendarLine line : lines) {
            for (String value : line.value().split(",", -1)) {
                dates.add(CalendarTime.date(value));
            }
        }
        return dates;
    }

    /// The days off of somebody who lives in this zone.
    ///
    /// @throws HolidayException if an event ends before it begins, or lasts for more than a year
    public Set<LocalDate> days(ZoneId zone) throws HolidayException {
        Set<LocalDate> days = new HashSet<>();
        for (Event event : events) {
            for (LocalDate date : event.dates()) {
                LocalDateTime from = event.start().on(date).local(zone);
                LocalDateTime to = end(event, date, zone, from);
                if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS))) {
                    throw new HolidayException(
                            "the event of "
                                    + event.start().date()
                                    + " must last from none to "
                                    + MOST_DAYS
                                    + " days; mend its DTEND");
                }
                addDays(from, to, days);
            }
        }
        return days;
    }

    private static LocalDateTime end(Event event, LocalDate date, ZoneId zone, LocalDateTime from) {
        return switch (event.length()) {
            case Length.Until(CalendarTime end) ->
                    end.on(
                                    end.date()
                                            .plusDays(
                                                    date.toEpochDay()
                                                            - event.start().date().toEpochDay()))
                            .local(zone);
            case Length.For(int days, Duration more) -> from.plusDays(days).plus(more);
        };
    }

    private static void addDays(LocalDateTime from, LocalDateTime to, Set<LocalDate> days) {
        for (LocalDate day = from.toLocalDate();
                day.atStartOfDay().isBefore(to);
                day = day.plusDays(1)) {
            LocalDateTime start = day.atStartOfDay();
            LocalDateTime end = start.plusDays(1);
            Duration taken =
                    Duration.between(
                            from.isAfter(start) ? from : start, to.isBefore(end) ? to : end);
            if (taken.compareTo(HALF_A_DAY) >= 0) {
                days.add(day);
            }
        }
    }
}
