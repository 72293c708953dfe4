package io.fraywatch.server.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.Address;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DigestPlanTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    static DigestPlan plan(LocalTime at, Set<DayOfWeek> days) {
        return new DigestPlan(
                new Address("Fraywatch", "dana@reyes-va.example"),
                Address.of("dana@reyes-va.example"),
                at,
                days,
                NEW_YORK);
    }

    @Test
    void skipsTheDaysNotAskedFor() {
        DigestPlan weekdays =
                plan(LocalTime.of(7, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        Instant fridayAfternoon = Instant.parse("2026-03-06T20:00:00Z");
        assertThat(weekdays.nextAfter(fridayAfternoon))
                .isEqualTo(Instant.parse("2026-03-09T11:00:00Z"));
        assertThat(weekdays.dueBy(fridayAfternoon)).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(weekdays.dueBy(Instant.parse("2026-03-08T20:00:00Z")))
                .isEqualTo(LocalDate.of(2026, 3, 6));
    }

    @Test
    void isDueOnceOnEachLocalDayOfAYearWhateverTheClocksDo() {
        for (LocalTime at :
                new LocalTime[] {LocalTime.of(1, 30), LocalTime.of(2, 30), LocalTime.of(7, 0)}) {
            DigestPlan daily = plan(at, EnumSet.allOf(DayOfWeek.class));
            LocalDate day = LocalDate.of(2026, 1, 1);
            Instant now = Instant.parse("2026-01-01T05:00:00Z");
            while (day.getYear() == 2026) {
                now = daily.nextAfter(now);
                assertThat(now.atZone(NEW_YORK).toLocalDate()).isEqualTo(day);
                assertThat(daily.dueBy(now)).isEqualTo(day);
                assertThat(daily.dueBy(now.minus(Duration.ofSeconds(1))))
                        .isEqualTo(day.minusDays(1));
                day = day.plusDays(1);
            }
        }
    }

    @Test
    void aWeekOfSilenceMakesASignOfLifeDue() {
        DigestPlan plan = plan(LocalTime.of(7, 0), EnumSet.allOf(DayOfWeek.class));
        LocalDate monday = LocalDate.of(2026, 3, 9);
        assertThat(plan.signOfLifeDue(Optional.empty(), monday)).isTrue();
        assertThat(plan.signOfLifeDue(Optional.of(monday.minusDays(6)), monday)).isFalse();
        assertThat(plan.signOfLifeDue(Optional.of(monday.minusDays(7)), monday)).isTrue();
    }
}
