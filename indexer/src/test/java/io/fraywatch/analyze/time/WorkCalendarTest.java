package io.fraywatch.analyze.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fraywatch.analyze.time.WorkCalendar.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final WorkCalendar OFFICE = WorkCalendar.officeHours(NEW_YORK);
    private static final List<String> ZONES =
            List.of(
                    "America/New_York",
                    "Europe/Berlin",
                    "Asia/Kolkata",
                    "Australia/Lord_Howe",
                    "America/St_Johns",
                    "Pacific/Apia",
                    "Asia/Beirut",
                    "UTC");

    @Test
    void countsOfficeHoursOnly() {
        assertThat(OFFICE.between(at("2026-01-05T10:00"), at("2026-01-05T12:30")))
                .isEqualTo(Duration.ofMinutes(150));
        assertThat(OFFICE.between(at("2026-01-05T16:00"), at("2026-01-06T10:00")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void letsTheWeekendPass() {
        assertThat(OFFICE.between(at("2026-01-09T18:00"), at("2026-01-12T08:00"))).isZero();
        assertThat(OFFICE.plus(at("2026-01-09T16:00"), WorkCalendar.BUSINESS_DAY))
                .isEqualTo(at("2026-01-12T16:00"));
    }

    @Test
    void letsHolidaysPass() {
        WorkCalendar calendar =
                new WorkCalendar(NEW_YORK, OFFICE.week(), Set.of(LocalDate.of(2026, 1, 6)));
        assertThat(calendar.between(at("2026-01-05T09:00"), at("2026-01-07T17:00")))
                .isEqualTo(Duration.ofHours(16));
    }

    @Test
    void countsNothingBackwards() {
        assertThat(OFFICE.between(at("2026-01-06T12:00"), at("2026-01-05T12:00"))).isZero();
        assertThat(OFFICE.plus(at("2026-01-10T12:00"), Duration.ZERO))
                .isEqualTo(at("2026-01-10T12:00"));
    }

    @Test
    void countsTheHourThatANightShiftLosesInSpring() {
        WorkCalendar nights = everyDay(new Span(LocalTime.MIDNIGHT, LocalTime.of(6, 0)));
        assertThat(nights.between(at("2026-03-08T00:00"), at("2026-03-08T12:00")))
                .isEqualTo(Duration.ofHours(5));
        assertThat(nights.between(at("2026-11-01T00:00"), at("2026-11-01T12:00")))
                .isEqualTo(Duration.ofHours(7));
    }

    @Test
    void refusesSpansThatOverlap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        everyDay(
                                new Span(LocalTime.of(9, 0), LocalTime.of(13, 0)),
                                new Span(LocalTime.of(12, 0), LocalTime.of(17, 0))))
                .withMessageContaining("apart");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Span(LocalTime.of(17, 0), LocalTime.of(9, 0)))
                .withMessageContaining("17:00 to 09:00");
    }

    @Test
    void refusesABreakOfMoreThanAYear() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        Set<LocalDate> year = first.datesUntil(first.plusDays(366)).collect(Collectors.toSet());
        assertThat(new WorkCalendar(NEW_YORK, OFFICE.week(), year).holidays()).hasSize(366);
        Set<LocalDate> longer = first.datesUntil(first.plusDays(500)).collect(Collectors.toSet());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkCalendar(NEW_YORK, OFFICE.week(), longer))
                .withMessageContaining("more than a year");
    }

    @Test
    void agreesWithCountingMinuteByMinute() {
        long seed = System.nanoTime();
        System.out.println("WorkCalendarTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            WorkCalendar calendar = randomCalendar(random);
            Instant from = randomInstant(random);
            Instant to = from.plus(Duration.ofMinutes(random.nextInt(3 * 24 * 60)));
            long minutes = 0;
            for (Instant m = from; m.isBefore(to); m = m.plusSeconds(60)) {
                minutes += works(calendar, m) ? 1 : 0;
            }
            assertThat(calendar.between(from, to))
                    .as("seed %d case %d: %s from %s to %s", seed, i, calendar, from, to)
                    .isEqualTo(Duration.ofMinutes(minutes));
        }
    }

    @Test
    void countsYearsAsItCountsTheirDays() {
        long seed = System.nanoTime();
        System.out.println("WorkCalendarTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            WorkCalendar calendar = randomCalendar(random);
            Instant from = randomInstant(random);
            Instant to = from;
            Duration sum = Duration.ZERO;
            for (int day = random.nextInt(900); day > 0; day--) {
                Instant next = to.plus(Duration.ofMinutes(1 + random.nextInt(24 * 60)));
                sum = sum.plus(calendar.between(to, next));
                to = next;
            }
            assertThat(calendar.between(from, to)).as("%s to %s", from, to).isEqualTo(sum);
            if (sum.isPositive()) {
                Instant reached = calendar.plus(from, sum);
                assertThat(reached).isBeforeOrEqualTo(to);
                assertThat(calendar.between(from, reached)).isEqualTo(sum);
            }
        }
    }

    @Test
    void reachesWithPlusWhatBetweenMeasures() {
        long seed = System.nanoTime();
        System.out.println("WorkCalendarTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            WorkCalendar calendar = randomCalendar(random);
            Instant from = randomInstant(random);
            Duration time = Duration.ofMinutes(1 + random.nextInt(40 * 60));
            Instant reached = calendar.plus(from, time);
            assertThat(calendar.between(from, reached))
                    .as("seed %d case %d: %s from %s plus %s", seed, i, calendar, from, time)
                    .isEqualTo(time);
            assertThat(calendar.between(from, reached.minusSeconds(1)))
                    .as("seed %d case %d: the first such instant", seed, i)
                    .isEqualTo(time.minusSeconds(1));
        }
    }

    private static boolean works(WorkCalendar calendar, Instant minute) {
        ZonedDateTime local = minute.atZone(calendar.zone());
        if (calendar.holidays().contains(local.toLocalDate())) {
            return false;
        }
        return calendar.week().getOrDefault(local.getDayOfWeek(), List.of()).stream()
                .anyMatch(s ->
                        !local.toLocalTime().isBefore(s.from())
                                && (s.to().equals(LocalTime.MIDNIGHT)
                                        || local.toLocalTime().isBefore(s.to())));
    }

    /// Spans on the hour between 4:00 and midnight: within the hour that clocks skip or repeat,
    /// wall-clock time is no measure.
    private static WorkCalendar randomCalendar(Random random) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        week.put(DayOfWeek.MONDAY, List.of(new Span(LocalTime.of(9, 0), LocalTime.of(17, 0))));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                int start = 4 + random.nextInt(6);
                int noon = start + 1 + random.nextInt(4);
                int again = noon + 1 + random.nextInt(3);
                int end = again + 1 + random.nextInt(24 - again);
                Span morning = new Span(LocalTime.of(start, 0), LocalTime.of(noon, 30));
                Span afternoon = new Span(LocalTime.of(again, 0), LocalTime.of(end % 24, 0));
                Span overNoon = new Span(LocalTime.of(start, 0), LocalTime.of(end % 24, 0));
                Span early = new Span(LocalTime.of(3, 15), LocalTime.of(3, 45));
                week.put(
                        day,
                        switch (random.nextInt(3)) {
                            case 0 -> List.of(overNoon);
                            case 1 -> List.of(early, morning, afternoon);
                            default -> List.of(morning, afternoon);
                        });
            }
        }
        Set<LocalDate> holidays = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            holidays.add(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365)));
        }
        if (random.nextInt(3) == 0) {
            LocalDate pause = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
            pause.datesUntil(pause.plusDays(1 + random.nextInt(30))).forEach(holidays::add);
        }
        return new WorkCalendar(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))), week, holidays);
    }

    private static Instant randomInstant(Random random) {
        return Instant.parse("2026-01-01T00:00:00Z")
                .plus(Duration.ofMinutes(random.nextInt(365 * 24 * 60)));
    }

    private static WorkCalendar everyDay(Span... spans) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(spans));
        }
        return new WorkCalendar(NEW_YORK, week, Set.of());
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }

    @Test
    void otherWeekdaysKeepTheirHoursAndTheFreeOnesGetTheUsual() {
        ZoneId dubai = ZoneId.of("Asia/Dubai");
        WorkCalendar office = WorkCalendar.officeHours(dubai);
        WorkCalendar other = office.on(Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY));
        assertThat(other.week().keySet())
                .containsExactlyInAnyOrder(DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
        assertThat(other.week().get(DayOfWeek.SUNDAY))
                .isEqualTo(office.week().get(DayOfWeek.FRIDAY));
        assertThat(office.on(office.week().keySet())).isSameAs(office);
    }
}
