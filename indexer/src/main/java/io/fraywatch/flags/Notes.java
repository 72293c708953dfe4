package io.fraywatch.flags;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Note;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// What the user writes about conversations by hand. It names mails by ids that outlive the index,
/// so notes stay with their conversations when these are split, merged or built anew. Safe for many
/// threads and processes.
///
/// All of it throws [LedgerException] when the file can't be used.
public final class Notes {
    private final Database database;

    Notes(Database database) {
        this.database = database;
    }

    /// What is to be written down.
    ///
    /// @param mail the mail it hangs on
    /// @param conversation which holds that now
    public record Draft(
            MailId mail, ConversationId conversation, String text, Optional<LocalDate> until) {}

    /// Writes a note.
    ///
    /// @throws IllegalArgumentException if its text is empty or too long; the message says which
    public Note add(AccountName account, Draft draft, Instant now) {
        return database.transaction(handle -> {
            Note note =
                    new Note(
                            next(handle),
                            draft.mail(),
                            draft.conversation(),
                            Instant.ofEpochMilli(now.toEpochMilli()),
                            draft.text(),
                            draft.until());
            handle.createUpdate(
                            """
                            INSERT INTO note (number, account, mail, conversation, written_at, text, paused_until)
                            VALUES (:number, :account, :mail, :conversation, :at, :text, :until)
                            """)
                    .bind("number", note.number())
                    .bind("account", account.value())
                    .bind("mail", note.mail().value())
                    .bind("conversation", note.conversation().toString())
                    .bind("at", note.at().toEpochMilli())
                    .bind("text", note.text())
                    .bind("until", note.until().map(LocalDate::toString).orElse(null))
                    .execute();
            return note;
        });
    }

    private static long next(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM note")
                .mapTo(Long.class)
                .one();
    }

    /// Takes a note away, as if it had never been written.
    ///
    /// @return the note; empty if there is none of this number in the account
    public Optional<Note> remove(AccountName account, long number, Instant now) {
        return database.transaction(handle -> {
            Optional<Note> note =
                    handle.createQuery(
                                    "SELECT * FROM note WHERE account = :account AND number = :number AND removed_at IS NULL")
                            .bind("account", account.value())
                            .bind("number", number)
                            .map(Notes::note)
                            .findOne();
            note.ifPresent(each ->
                    handle.createUpdate("UPDATE note SET removed_at = :now WHERE number = :number")
                            .bind("now", now.toEpochMilli())
                            .bind("number", number)
                            .execute());
            return note;
        });
    }

    /// All notes of an account that weren't removed, in the order they were written.
    public List<Note> of(AccountName account) {
        return database.transaction(handle ->
                handle.createQuery(
                                "SELECT * FROM note WHERE account = :account AND removed_at IS NULL ORDER BY number")
                        .bind("account", account.value())
                        .map(Notes::note)
                        .list());
    }

    private static Note note(ResultSet row, StatementContext context) throws SQLException {
        return new Note(
                row.getLong("number"),
                new MailId(row.getString("mail")),
                ConversationId.parse(row.getString("conversation")),
                Instant.ofEpochMilli(row.getLong("written_at")),
                row.getString("text"),
                Optional.ofNullable(row.getString("paused_until")).map(LocalDate::parse));
    }
}
