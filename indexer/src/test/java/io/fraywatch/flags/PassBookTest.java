package io.fraywatch.flags;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.flags.PassState.Shut;
import io.fraywatch.flags.PassState.Trouble;
import io.fraywatch.mail.AccountName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassBookTest {
    private static final AccountName WORK = new AccountName("work");
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir private Path folder;

    private PassBook opened() {
        return Ledger.open(folder.resolve("fraywatch.db")).passes();
    }

    @Test
    void knowsNothingOfAMailboxThatWasNeverRead() {
        assertThat(opened().of(WORK)).isEqualTo(PassState.none(WORK));
    }

    @Test
    void remembersAPassOverARestart() {
        PassState state =
                new PassState(
                        WORK,
                        Optional.of(NOW),
                        7,
                        Optional.of(NOW),
                        true,
                        Optional.of("qresync"),
                        List.of(new Shut("Clients/A", "it is shut"), new Shut("Old", "it is gone")),
                        Optional.empty());
        opened().put(state);
        assertThat(opened().of(WORK)).isEqualTo(state);
        assertThat(opened().of(new AccountName("other")).doneAt()).isEmpty();
    }

    @Test
    void remembersATroubleUntilAPassGoesWell() {
        Trouble trouble =
                new Trouble(
                        "REFUSED",
                        "imap.example.com refuses the password",
                        "Check it.",
                        3,
                        NOW.minus(Duration.ofHours(2)),
                        NOW,
                        NOW.plus(Duration.ofHours(1)),
                        "4711");
        PassState failing =
                new PassState(
                        WORK,
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        List.of(new Shut("Old", "it is shut")),
                        Optional.of(trouble));
        opened().put(failing);
        assertThat(opened().of(WORK)).isEqualTo(failing);
        PassState well =
                new PassState(
                        WORK,
                        Optional.of(NOW),
                        1,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
        opened().put(well);
        assertThat(opened().of(WORK)).isEqualTo(well);
    }
}
