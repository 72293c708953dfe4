package io.fraywatch.flags;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Decision;
import io.fraywatch.mail.MailId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {
    private static final AccountName WORK = new AccountName("work");
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Decision SPLIT = new Decision.Split(new MailId("b"));
    private static final Decision MERGE = new Decision.Merge(new MailId("c"), new MailId("a"));

    @TempDir private Path folder;
    private Decisions decisions;

    @BeforeEach
    void open() {
        decisions = Ledger.open(folder.resolve("fraywatch.db")).decisions();
    }

    @Test
    void remembersThemInTheirOrder() {
        Decided split = decisions.add(WORK, SPLIT, NOW);
        decisions.add(new AccountName("other"), SPLIT, NOW);
        Decided merge = decisions.add(WORK, MERGE, NOW);
        assertThat(split).isEqualTo(new Decided(1, WORK, SPLIT, NOW, Optional.empty()));
        assertThat(merge.number()).isEqualTo(3);
        assertThat(Ledger.open(folder.resolve("fraywatch.db")).decisions().of(WORK))
                .containsExactly(split, merge);
    }

    @Test
    void undoesOneOnce() {
        decisions.add(WORK, MERGE, NOW);
        Instant later = NOW.plus(Duration.ofDays(1));
        assertThat(decisions.undo(1, later))
                .contains(new Decided(1, WORK, MERGE, NOW, Optional.of(later)));
        assertThat(decisions.undo(1, later)).isEmpty();
        assertThat(decisions.undo(7, later)).isEmpty();
        assertThat(decisions.of(WORK)).noneMatch(Decided::stands);
    }
}
