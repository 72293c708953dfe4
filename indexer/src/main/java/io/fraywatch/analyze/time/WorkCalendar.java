package io.fraywatch.analyze.time;

import io.fraywatch.analyze.time.Days.Stretch;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// When somebody works: spans of the day for each weekday, in a time zone, less holidays.
///
/// Spans are wall-clock times: on the day the clocks change, a span across the change is an hour
/// longer or shorter, as it is for those who work it. One business day is always [#BUSINESS_DAY] of
/// business time.
///
/// Immutable; safe for many threads. It remembers the days it was asked about, so keep one rather
/// than make it anew.
public final class WorkCalendar {
    /// What "one business day" means as an amount of business time.
    public static final Duration BUSINESS_DAY = Duration.ofHours(8);

    /// The longest break between two working days: a year and what surrounds it.
    private static final int LONGEST_BREAK_DAYS = 400;

    private static final long SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    /// One stretch of work within a day.
    ///
    /// @param to exclusive, after `from`; midnight means the end of the day
    public record Span(LocalTime from, LocalTime to) {
        public Span {
            if (!to.equals(LocalTime.MIDNIGHT) && !to.isAfter(from)) {
                throw new IllegalArgumentException(
                        "a work span must end after it starts: " + from + " to " + to);
            }
        }
    }

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Span>> week;
    private final Set<LocalDate> holidays;
    private final Days days = new Days(this::stretches);

    /// @param week the spans of each weekday, in order and apart; a weekday without an entry is
    ///   free
    /// @param holidays days off, whatever weekday they fall on
    public WorkCalendar(ZoneId zone, Map<DayOfWeek, List<Span>> week, Set<LocalDate> holidays) {
        Map<DayOfWeek, List<Span>> copy = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, spans) -> copy.put(day, List.copyOf(spans)));
        copy.forEach(WorkCalendar::requireApart);
        if (copy.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    "a work calendar needs at least one span on one weekday");
        }
        this.zone = zone;
        this.week = Collections.unmodifiableMap(copy);
        this.holidays = Set.copyOf(holidays);
        requireWork();
    }

    /// Somebody who never works again has no business time.
    private void requireWork() {
        if (holidays.size() < LONGEST_BREAK_DAYS / 7) {
            return;
        }
        LocalDate last = Collections.max(holidays).plusDays(7);
        int idle = 0;
        for (LocalDate day = Collections.min(holidays); day.isBefore(last); day = day.plusDays(1)) {
            idle = isWorkday(day) ? 0 : idle + 1;
            if (idle == LONGEST_BREAK_DAYS - 14) {
                throw new IllegalArgumentException(
                        "a work calendar can't be without a working day for more than a year, as"
                                + " this one is until "
                                + day);
            }
        }
    }

    public ZoneId zone() {
        return zone;
    }

    /// The spans of each weekday, in order and apart.
    public Map<DayOfWeek, List<Span>> week() {
        return week;
    }

    /// Days off, whatever weekday they fall on.
    public Set<LocalDate> holidays() {
        return holidays;
    }

    /// Monday to Friday, 9:00 to 17:00, no holidays.
    public static WorkCalendar officeHours(ZoneId zone) {
        List<Span> day = List.of(new Span(LocalTime.of(9, 0), LocalTime.of(17, 0)));
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (int d = 1; d <= 5; d++) {
            week.put(DayOfWeek.of(d), day);
        }
        return new WorkCalendar(zone, week, Set.of());
    }

    /// This calendar with work on these weekdays only, each at its own hours; a weekday that was
    /// free gets those of the first that wasn't.
    ///
    /// @param workdays never empty
    public WorkCalendar on(Set<DayOfWeek> workdays) {
        List<Span> usual =
                Arrays.stream(DayOfWeek.values())
                        .map(day -> week.getOrDefault(day, List.of()))
                        .filter(spans -> !spans.isEmpty())
                        .findFirst()
                        .orElseThrow();
        Map<DayOfWeek, List<Span>> other = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : workdays) {
            List<Span> own = week.getOrDefault(day, List.of());
            other.put(day, own.isEmpty() ? usual : own);
        }
        return other.equals(week) ? this : new WorkCalendar(zone, other, holidays);
    }

    public static Duration businessDays(double days) {
        return Duration.ofMillis(Math.round(days * BUSINESS_DAY.toMillis()));
    }

    /// An amount of business time as a number of business days.
    public static double inBusinessDays(Duration businessTime) {
        return (double) businessTime.toMillis() / BUSINESS_DAY.toMillis();
    }

    public boolean isWorkday(LocalDate date) {
        return !spans(date).isEmpty();
    }

    /// The business time from `from` to `to`; zero when `to` isn't after `from`.
    public Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        if (!to.isAfter(from)) {
            return sum;
        }
        long first = dayBefore(from);
        long last = dayBefore(to) + 1;
        for (long day = first; day <= last; day++) {
            if (isWholeBlock(day, first + 2) && day + Days.BLOCK < last) {
                sum = sum.plus(days.block(day).length());
                day += Days.BLOCK - 1;
                continue;
            }
            for (Stretch stretch : days.on(day)) {
                Stretch part = new Stretch(later(stretch.from(), from), earlier(stretch.to(), to));
                sum = sum.plus(part.length());
            }
        }
        return sum;
    }

    /// The first instant at which this much business time has passed since `from`; `from` itself
    /// for none.
    public Instant plus(Instant from, Duration businessTime) {
        Duration left = businessTime;
        if (!left.isPositive()) {
            return from;
        }
        int idle = 0;
        long first = dayBefore(from);
        for (long day = first; idle < LONGEST_BREAK_DAYS; day++) {
            if (isWholeBlock(day, first + 2)) {
                Duration worked = days.block(day).length();
                if (worked.isPositive() && worked.compareTo(left) < 0) {
                    left = left.minus(worked);
                    idle = 0;
                    day += Days.BLOCK - 1;
                    continue;
                }
            }
            idle++;
            for (Stretch stretch : days.on(day)) {
                Instant start = later(stretch.from(), from);
                Duration length = Duration.between(start, stretch.to());
                if (length.compareTo(left) >= 0) {
                    return start.plus(left);
                }
                if (length.isPositive()) {
                    left = left.minus(length);
                    idle = 0;
                }
            }
        }
        throw new IllegalStateException(
                "no working day within " + LONGEST_BREAK_DAYS + " days after " + from);
    }

    /// Whether a block of days begins with this one, and a bound on its left can't cut into it.
    private static boolean isWholeBlock(long day, long clear) {
        return day >= clear && Math.floorMod(day, (long) Days.BLOCK) == 0;
    }

    /// When work starts on the first workday on or after a date; the date's first instant if there
    /// is none for a year.
    public Instant startOfWork(LocalDate date) {
        for (int i = 0; i < LONGEST_BREAK_DAYS; i++) {
            LocalDate day = date.plusDays(i);
            if (isWorkday(day)) {
                return start(day, spans(day).getFirst());
            }
        }
        return date.atStartOfDay(zone).toInstant();
    }

    private List<Span> spans(LocalDate day) {
        return holidays.contains(day)
                ? List.of()
                : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    /// The local day of an instant, or the one before: where clocks jump over midnight a day's end
    /// may lie in the next.
    private long dayBefore(Instant instant) {
        long second = instant.getEpochSecond();
        return Math.floorDiv(
                        second + zone.getRules().getOffset(instant).getTotalSeconds(),
                        SECONDS_A_DAY)
                - 1;
    }

    private List<Stretch> stretches(LocalDate day) {
        return spans(day).stream()
                .map(span -> new Stretch(start(day, span), end(day, span)))
                .toList();
    }

    private Instant start(LocalDate day, Span span) {
        return day.atTime(span.from()).atZone(zone).toInstant();
    }

    private Instant end(LocalDate day, Span span) {
        return span.to().equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(span.to()).atZone(zone).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static void requireApart(DayOfWeek day, List<Span> spans) {
        for (int i = 1; i < spans.size(); i++) {
            LocalTime end = spans.get(i - 1).to();
            if (end.equals(LocalTime.MIDNIGHT) || end.isAfter(spans.get(i).from())) {
                throw new IllegalArgumentException(
                        "work spans of "
                                + day
                                + " must be in order and apart: "
                                + spans.get(i - 1)
                                + ", "
                                + spans.get(i));
            }
        }
    }
}
