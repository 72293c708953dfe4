package io.fraywatch.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplyChanceTest {
    private static final Instant NOW = Story.MONDAY_AT_TEN.plus(Duration.ofDays(200));
    private static final ReplyChance ANYBODY = new ReplyChance(List.of(), Story.OFFICE);

    @Test
    void fallsWithEveryHourOfSilenceAndEveryFollowUp() {
        double before = 1;
        for (int hours = 0; hours <= 160; hours += 4) {
            double now = ANYBODY.of(true, 0, Duration.ofHours(hours), NOW);
            assertThat(now).isBetween(0.0, before);
            assertThat(ANYBODY.of(true, 1, Duration.ofHours(hours), NOW)).isLessThan(now);
            before = now;
        }
    }

    @Test
    void isHigherForAQuestionThanForANote() {
        Duration day = Duration.ofHours(8);
        assertThat(ANYBODY.of(true, 0, day, NOW)).isGreaterThan(ANYBODY.of(false, 0, day, NOW));
    }

    @Test
    void stillHopesForAClientWhoAlwaysAnswersLate() {
        ReplyChance late = client(Duration.ofDays(7), 30);
        Duration threeDays = Duration.ofHours(24);
        assertThat(late.of(true, 0, threeDays, NOW)).isGreaterThan(0.5);
        assertThat(ANYBODY.of(true, 0, threeDays, NOW)).isLessThan(0.35);
    }

    @Test
    void givesUpSoonOnAClientWhoAlwaysAnswersWithinTheHour() {
        ReplyChance quick = client(Duration.ofMinutes(50), 30);
        Duration twoDays = Duration.ofHours(16);
        assertThat(quick.of(true, 0, twoDays, NOW)).isLessThan(ANYBODY.of(true, 0, twoDays, NOW));
    }

    @Test
    void knowsNothingOfAnswersThatHaveNotComeYet() {
        ReplyChance later = client(Duration.ofDays(7), 30);
        Instant early = Story.MONDAY_AT_TEN.plus(Duration.ofDays(1));
        assertThat(later.of(true, 0, Duration.ofHours(8), early))
                .isEqualTo(ANYBODY.of(true, 0, Duration.ofHours(8), early));
    }

    private static ReplyChance client(Duration takes, int exchanges) {
        return new ReplyChance(
                IntStream.range(0, exchanges)
                        .mapToObj(i -> Story.MONDAY_AT_TEN.plus(Duration.ofDays(5L * i)))
                        .map(at ->
                                new Exchange(
                                        at, true, List.of(), Optional.of(at.plus(takes)), false))
                        .toList(),
                Story.OFFICE);
    }
}
