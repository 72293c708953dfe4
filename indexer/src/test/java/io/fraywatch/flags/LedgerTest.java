package io.fraywatch.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraywatch.analyze.Assessment.Level;
import io.fraywatch.flags.Flag.State;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MailId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final AccountName WORK = new AccountName("work");
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant FRIDAY = MONDAY.plus(Duration.ofDays(4));

    @TempDir private Path folder;
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = Ledger.open(folder.resolve("fraywatch.db"));
    }

    private static SeenFlag flag(String mail, Level level, int score) {
        return new SeenFlag(
                FlagId.of(WORK, "chasedInVain", new MailId(mail)),
                WORK,
                new ConversationId(-7),
                Optional.of(new ClientId("harborlane")),
                "chasedInVain",
                new MailId(mail),
                level,
                score);
    }

    private State stateOf(SeenFlag flag) {
        return ledger.find(flag.id()).orElseThrow().state();
    }

    @Test
    void opensWhatIsNewAndKeepsItInTheFile() {
        SeenFlag seen = flag("a", Level.AMBER, 40);
        ledger.record(WORK, List.of(seen), MONDAY);
        Ledger again = Ledger.open(folder.resolve("fraywatch.db"));
        assertThat(again.find(seen.id()))
                .contains(new Flag(seen, State.OPEN, MONDAY, MONDAY, MONDAY, Optional.empty()));
        assertThat(again.find(new FlagId("0000000000000000"))).isEmpty();
    }

    /// A file of the last version isn't looked at any closer.
    @Test
    void theLastMigrationIsTheVersionThatNeedsNone() throws Exception {
        Path migrations =
                Path.of(Database.class.getResource("migrations/V1__flags_and_outbox.sql").toURI())
                        .getParent();
        try (Stream<Path> all = Files.list(migrations)) {
            assertThat(all)
                    .hasSize(Database.VERSION)
                    .anyMatch(each ->
                            each.getFileName().toString().startsWith("V" + Database.VERSION + "_"));
        }
    }

    @Test
    void bringsAFileOfAnEarlierVersionUpToDate() throws Exception {
        Path file = folder.resolve("fraywatch.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DROP TABLE shut_folder");
            statement.executeUpdate("DELETE FROM flyway_schema_history WHERE version = '6'");
        }
        PassState none = PassState.none(WORK);
        Ledger.open(file).passes().put(none);
        assertThat(Ledger.open(file).passes().of(WORK)).isEqualTo(none);
    }

    @Test
    void bringsWhatIsKnownUpToDate() {
        ledger.record(WORK, List.of(flag("a", Level.AMBER, 40)), MONDAY);
        SeenFlag worse = flag("a", Level.RED, 80);
        ledger.record(WORK, List.of(worse), TUESDAY);
        assertThat(ledger.flags(WORK))
                .containsExactly(
                        new Flag(worse, State.OPEN, MONDAY, TUESDAY, MONDAY, Optional.empty()));
    }

    @Test
    void closesWhatIsGoneAndOpensItWhenItComesBack() {
        SeenFlag seen = flag("a", Level.AMBER, 40);
        ledger.record(WORK, List.of(seen), MONDAY);
        ledger.record(new AccountName("other"), List.of(), TUESDAY);
        assertThat(stateOf(seen)).isEqualTo(State.OPEN);
        ledger.record(WORK, List.of(), TUESDAY);
        assertThat(stateOf(seen)).isEqualTo(State.CLOSED);
        ledger.record(WORK, List.of(seen), FRIDAY);
        assertThat(stateOf(seen)).isEqualTo(State.OPEN);
    }

    @Test
    void neverBringsBackWhatWasDismissedUnlessTheUserDoes() {
        SeenFlag seen = flag("a", Level.AMBER, 40);
        ledger.record(WORK, List.of(seen), MONDAY);
        assertThat(ledger.dismiss(seen.id(), MONDAY)).isTrue();
        ledger.record(WORK, List.of(), TUESDAY);
        ledger.record(WORK, List.of(seen), FRIDAY);
        assertThat(stateOf(seen)).isEqualTo(State.DISMISSED);
        assertThat(ledger.reopen(seen.id(), FRIDAY)).isTrue();
        assertThat(stateOf(seen)).isEqualTo(State.OPEN);
    }

    @Test
    void opensWhatWasSnoozedWhenItsTimeIsOver() {
        SeenFlag seen = flag("a", Level.AMBER, 40);
        ledger.record(WORK, List.of(seen), MONDAY);
        assertThat(ledger.snooze(seen.id(), FRIDAY, MONDAY)).isTrue();
        ledger.record(WORK, List.of(seen), TUESDAY);
        assertThat(ledger.find(seen.id()).orElseThrow().snoozedTill()).contains(FRIDAY);
        ledger.record(WORK, List.of(seen), FRIDAY);
        assertThat(stateOf(seen)).isEqualTo(State.OPEN);
    }

    @Test
    void saysWhenThereIsNoSuchFlag() {
        FlagId unknown = new FlagId("0000000000000000");
        assertThat(ledger.dismiss(unknown, MONDAY)).isFalse();
        assertThat(ledger.snooze(unknown, FRIDAY, MONDAY)).isFalse();
        assertThat(ledger.reopen(unknown, MONDAY)).isFalse();
    }

    @Test
    void refusesAFlagOfAnotherAccount() {
        assertThatThrownBy(() ->
                        ledger.record(
                                new AccountName("other"), List.of(flag("a", Level.RED, 1)), MONDAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other");
    }

    @Test
    void namesTheFileThatCannotBeOpened() {
        Path file = folder.resolve("missing/fraywatch.db");
        assertThatThrownBy(() -> Ledger.open(file))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining(file.toString());
    }
}
