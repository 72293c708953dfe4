package io.fraywatch.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Note;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesTest {
    private static final AccountName WORK = new AccountName("work");
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir private Path folder;
    private Notes notes;

    @BeforeEach
    void open() {
        notes = Ledger.open(folder.resolve("fraywatch.db")).notes();
    }

    private static Notes.Draft draft(String text, Optional<LocalDate> until) {
        return new Notes.Draft(new MailId("m"), new ConversationId(7), text, until);
    }

    @Test
    void keepsThemInTheirOrderAndByAccount() {
        Note spoke = notes.add(WORK, draft("  spoke by phone ", Optional.empty()), NOW);
        notes.add(new AccountName("other"), draft("elsewhere", Optional.empty()), NOW);
        Note paused = notes.add(WORK, draft("paused", Optional.of(LocalDate.of(2026, 5, 1))), NOW);
        assertThat(spoke)
                .isEqualTo(
                        new Note(
                                1,
                                new MailId("m"),
                                new ConversationId(7),
                                NOW,
                                "spoke by phone",
                                Optional.empty()));
        assertThat(Ledger.open(folder.resolve("fraywatch.db")).notes().of(WORK))
                .containsExactly(spoke, paused);
    }

    @Test
    void removesOneOnceAndOnlyInItsAccount() {
        Note note = notes.add(WORK, draft("spoke by phone", Optional.empty()), NOW);
        assertThat(notes.remove(new AccountName("other"), 1, NOW)).isEmpty();
        assertThat(notes.remove(WORK, 1, NOW)).contains(note);
        assertThat(notes.remove(WORK, 1, NOW)).isEmpty();
        assertThat(notes.of(WORK)).isEmpty();
    }

    @Test
    void neverGivesANumberTwice() {
        notes.add(WORK, draft("one", Optional.empty()), NOW);
        notes.remove(WORK, 1, NOW);
        assertThat(notes.add(WORK, draft("two", Optional.empty()), NOW).number()).isEqualTo(2);
    }

    @Test
    void keepsNothingThatSaysNothingOrTooMuch() {
        assertThatThrownBy(() -> notes.add(WORK, draft(" \n", Optional.empty()), NOW))
                .hasMessage("a note must say something");
        assertThatThrownBy(() -> notes.add(WORK, draft("a".repeat(2_001), Optional.empty()), NOW))
                .hasMessageContaining("at most 2000 characters, not 2001");
        assertThat(notes.of(WORK)).isEmpty();
    }
}
