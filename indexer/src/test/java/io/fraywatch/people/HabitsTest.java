package io.fraywatch.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HabitsTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /// Two mails on each such day of ten weeks, spread over the hours.
    private static List<Instant> mails(Set<DayOfWeek> days, int from, int to) {
        List<Instant> sent = new ArrayList<>();
        Random random = new Random(7);
        LocalDate start = LocalDate.of(2026, 2, 2);
        for (int i = 0; i < 70; i++) {
            LocalDate day = start.plusDays(i);
            for (int k = 0; k < 2 && days.contains(day.getDayOfWeek()); k++) {
                sent.add(
                        day.atTime(from + random.nextInt(to - from), 30)
                                .atZone(CHICAGO)
                                .toInstant());
            }
        }
        return sent;
    }

    @Test
    void readOfficeHours() {
        Habits habits = Habits.of(mails(WEEK, 9, 17), CHICAGO).orElseThrow();
        assertThat(habits.days()).isEqualTo(WEEK);
        assertThat(habits.words()).isEqualTo("writes mostly Mon–Fri 9–17, Chicago time");
    }

    @Test
    void readAWeekThatBeginsOnSunday() {
        Set<DayOfWeek> days = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
        days.add(DayOfWeek.SUNDAY);
        assertThat(Habits.of(mails(days, 8, 16), CHICAGO).orElseThrow().words())
                .startsWith("writes mostly Sun–Thu 8–16");
    }

    @Test
    void readPartTime() {
        assertThat(
                        Habits.of(
                                        mails(
                                                EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
                                                9,
                                                13),
                                        CHICAGO)
                                .orElseThrow()
                                .words())
                .startsWith("writes mostly Tue, Thu 9–13");
    }

    @Test
    void overlookAnOddWeekend() {
        List<Instant> sent = mails(WEEK, 9, 17);
        sent.addAll(mails(EnumSet.of(DayOfWeek.SATURDAY), 10, 11).subList(0, 2));
        assertThat(Habits.of(sent, CHICAGO).orElseThrow().days()).isEqualTo(WEEK);
    }

    @Test
    void areUnknownWithTooLittleHistory() {
        assertThat(Habits.of(mails(WEEK, 9, 17).subList(0, Habits.LEAST_MAILS - 1), CHICAGO))
                .isEmpty();
    }

    @Test
    void areUnknownAfterOneBusyDay() {
        List<Instant> sent = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            sent.add(Instant.parse("2026-03-02T15:00:00Z").plusSeconds(60L * i));
        }
        assertThat(Habits.of(sent, CHICAGO)).isEmpty();
    }
}
