package io.fraywatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.AccountName;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PauseTest {
    private static final AccountName WORK = new AccountName("work");

    @ParameterizedTest
    @EnumSource(Failing.class)
    void neverGetsShorterAndEndsAtAnHourAndAFifth(Failing failing) {
        Duration before = Duration.ZERO;
        for (int failures = 1; failures < 40; failures++) {
            Duration pause = Pause.after(failing, failures, WORK);
            // The spread alone may make one of two equal pauses the shorter.
            assertThat(pause.plus(pause.dividedBy(5))).isGreaterThanOrEqualTo(before);
            assertThat(pause).isLessThanOrEqualTo(Pause.longest());
            before = pause;
        }
        assertThat(before).isGreaterThanOrEqualTo(Duration.ofHours(1));
    }

    @Test
    void aRefusedLoginIsTriedAtMostOnceIn15Minutes_check24() {
        assertThat(IntStream.range(1, 50).mapToObj(i -> Pause.after(Failing.REFUSED, i, WORK)))
                .allMatch(pause -> pause.compareTo(Duration.ofMinutes(15)) >= 0);
    }

    @Test
    void aBrokenConnectionIsTriedAgainSoon() {
        assertThat(Pause.after(Failing.UNREACHABLE, 1, WORK))
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(36));
        assertThat(Pause.after(Failing.UNREACHABLE, 3, WORK))
                .isBetween(Duration.ofSeconds(120), Duration.ofSeconds(144));
    }

    @Test
    void accountsOfOneServerDoNotComeBackAllAtOnce_check26() {
        Stream<Duration> pauses =
                IntStream.range(0, 200)
                        .mapToObj(i ->
                                Pause.after(
                                        Failing.UNREACHABLE, 1, new AccountName("client-" + i)));
        assertThat(pauses.map(Duration::toMillis).distinct().count()).isGreaterThan(100);
    }
}
