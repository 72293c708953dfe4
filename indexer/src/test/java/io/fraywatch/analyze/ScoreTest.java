package io.fraywatch.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.MailId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final MailId MAIL = new MailId("a");
    private static final List<Evidence> QUOTE = List.of(new Evidence(MAIL, 0, 5));

    @Test
    void neverFallsWhenASignalIsAddedOrGrows() {
        long seed = System.nanoTime();
        System.out.println("ScoreTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<Signal> signals = new ArrayList<>();
            int before = Score.of(signals, false).points();
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                int kind = random.nextInt(9);
                double strength = random.nextDouble();
                signals.add(signal(kind, strength));
                int added = Score.of(signals, false).points();
                assertThat(added)
                        .as("seed %d round %d", seed, round)
                        .isGreaterThanOrEqualTo(before);
                signals.set(signals.size() - 1, signal(kind, Math.min(1, strength + 0.3)));
                before = Score.of(signals, false).points();
                assertThat(before)
                        .as("seed %d round %d", seed, round)
                        .isGreaterThanOrEqualTo(added);
            }
        }
    }

    @Test
    void isTheSumOfItsTerms() {
        Score score = Score.of(List.of(signal(0, 0.9), signal(3, 0.5)), true);
        double sum = score.terms().stream().mapToDouble(Assessment.Term::weight).sum();
        assertThat(score.points()).isEqualTo((int) Math.round(100 / (1 + Math.exp(-sum))));
    }

    /// @param strength 0 to 1, the stronger the worse
    private static Signal signal(int kind, double strength) {
        Duration waited = Duration.ofMinutes(480 + (long) (9_000 * strength));
        Duration day = Duration.ofHours(8);
        return switch (kind) {
            case 0 -> new Signal.StatedUnhappy(MAIL, Story.MONDAY_AT_TEN, QUOTE, strength);
            case 1 -> new Signal.CancellationTalk(MAIL, Story.MONDAY_AT_TEN, QUOTE, strength);
            case 2 -> new Signal.WeOweAReply(MAIL, Story.MONDAY_AT_TEN, QUOTE, waited, day);
            case 3 ->
                    new Signal.ChasedInVain(
                            MAIL,
                            Story.MONDAY_AT_TEN,
                            QUOTE,
                            2 + (int) (5 * strength),
                            waited,
                            day,
                            day,
                            9,
                            1 - strength,
                            strength > 0.5);
            case 4 ->
                    new Signal.BrokenPromise(
                            MAIL, Story.MONDAY_AT_TEN, QUOTE, LocalDate.of(2026, 1, 8), waited);
            case 5 -> new Signal.OwnMistake(MAIL, Story.MONDAY_AT_TEN, QUOTE, strength, waited);
            case 6 ->
                    new Signal.Chasing(
                            MAIL, Story.MONDAY_AT_TEN, QUOTE, 1 + (int) (6 * strength), waited);
            case 7 -> new Signal.GoneQuiet(MAIL, Story.MONDAY_AT_TEN, QUOTE, waited, day, day, 12);
            default ->
                    new Signal.CurtReply(
                            MAIL,
                            Story.MONDAY_AT_TEN,
                            QUOTE,
                            3,
                            40,
                            List.of("greeting"),
                            12,
                            10 * strength,
                            strength > 0.5);
        };
    }
}
