package io.fraywatch.flags;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Decision;
import io.fraywatch.mail.MailId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// What the user decided about which mails belong together. It names mails by ids that outlive the
/// index, so it holds after the index was built anew. Safe for many threads and processes.
///
/// All of it throws [LedgerException] when the file can't be used.
public final class Decisions {
    private final Database database;

    Decisions(Database database) {
        this.database = database;
    }

    /// Remembers a decision.
    public Decided add(AccountName account, Decision decision, Instant now) {
        return database.transaction(handle -> {
            long number =
                    handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM thread_decision")
                            .mapTo(Long.class)
                            .one();
            handle.createUpdate(
                            """
                            INSERT INTO thread_decision (number, account, kind, mail, with_mail, made_at)
                            VALUES (:number, :account, :kind, :mail, :with, :now)
                            """)
                    .bind("number", number)
                    .bind("account", account.value())
                    .bind("kind", kind(decision))
                    .bind("mail", decision.mail().value())
                    .bind("with", with(decision))
                    .bind("now", now.toEpochMilli())
                    .execute();
            return new Decided(
                    number,
                    account,
                    decision,
                    Instant.ofEpochMilli(now.toEpochMilli()),
                    Optional.empty());
        });
    }

    /// Takes a decision back.
    ///
    /// @return the decision; empty if there is none of this number or it was undone before
    public Optional<Decided> undo(long number, Instant now) {
        return database.transaction(handle -> {
            int undone =
                    handle.createUpdate(
                                    "UPDATE thread_decision SET undone_at = :now WHERE number = :number AND undone_at IS NULL")
                            .bind("now", now.toEpochMilli())
                            .bind("number", number)
                            .execute();
            return undone == 0
                    ? Optional.empty()
                    : handle.createQuery("SELECT * FROM thread_decision WHERE number = :number")
                            .bind("number", number)
                            .map(Decisions::decided)
                            .findOne();
        });
    }

    /// All decisions of an account in the order they were made, those undone too.
    public List<Decided> of(AccountName account) {
        return database.transaction(handle ->
                handle.createQuery(
                                "SELECT * FROM thread_decision WHERE account = :account ORDER BY number")
                        .bind("account", account.value())
                        .map(Decisions::decided)
                        .list());
    }

    private static String kind(Decision decision) {
        return switch (decision) {
            case Decision.Split split -> "SPLIT";
            case Decision.Merge merge -> "MERGE";
        };
    }

    private static @Nullable String with(Decision decision) {
        return switch (decision) {
            case Decision.Split split -> null;
            case Decision.Merge merge -> merge.with().value();
        };
    }

    private static Decided decided(ResultSet row, StatementContext context) throws SQLException {
        MailId mail = new MailId(row.getString("mail"));
        Decision decision =
                Optional.ofNullable(row.getString("with_mail"))
                        .<Decision>map(with -> new Decision.Merge(mail, new MailId(with)))
                        .orElseGet(() -> new Decision.Split(mail));
        long undone = row.getLong("undone_at");
        Optional<Instant> undoneAt =
                row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(undone));
        return new Decided(
                row.getLong("number"),
                new AccountName(row.getString("account")),
                decision,
                Instant.ofEpochMilli(row.getLong("made_at")),
                undoneAt);
    }
}
