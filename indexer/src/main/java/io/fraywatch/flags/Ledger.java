package io.fraywatch.flags;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.flags.Flag.State;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MailId;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// The flags and what the user did about them. Safe for many threads and processes; every change is
/// durable and whole when it returns.
///
/// All of it throws [LedgerException] when the file can't be used.
public final class Ledger {
    private final Database database;
    private final Outbox outbox;
    private final Feedback feedback;

    private Ledger(Database database) {
        this.database = database;
        outbox = new Outbox(database);
        feedback = new Feedback(database);
    }

    /// Opens the ledger kept in a file, making it if need be. Its folder exists already.
    public static Ledger open(Path file) {
        return new Ledger(Database.open(file));
    }

    /// The digests, kept in the same file.
    public Outbox outbox() {
        return outbox;
    }

    /// What the user decided about conversations, kept in the same file.
    public Decisions decisions() {
        return new Decisions(database);
    }

    /// What the user writes about conversations, kept in the same file.
    public Notes notes() {
        return new Notes(database);
    }

    /// How the passes over the mailboxes went, kept in the same file.
    public PassBook passes() {
        return new PassBook(database);
    }

    /// What the user says of flags, kept in the same file.
    public Feedback feedback() {
        return feedback;
    }

    /// Takes down what is seen in an account now. What is new is opened; what is known is brought
    /// up to date and keeps its state, save that a closed flag, and a snoozed one whose time is
    /// over, are opened again. What was open or snoozed and isn't seen any more is closed.
    ///
    /// @throws IllegalArgumentException if one of them is of another account
    public void record(AccountName account, Collection<SeenFlag> seen, Instant now) {
        for (SeenFlag each : seen) {
            if (!each.account().equals(account)) {
                throw new IllegalArgumentException(
                        "flag "
                                + each.id()
                                + " is of account '"
                                + each.account()
                                + "', not '"
                                + account
                                + "'");
            }
        }
        database.transaction(handle -> {
            Set<String> ids = new HashSet<>();
            for (SeenFlag each : seen) {
                upsert(handle, each, now);
                ids.add(each.id().value());
            }
            closeUnseen(handle, account, ids, now);
            return true;
        });
    }

    private static void upsert(Handle handle, SeenFlag seen, Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO flag (id, account, conversation, client, kind, anchor, level, score, state, raised_at, seen_at, changed_at)
                        VALUES (:id, :account, :conversation, :client, :kind, :anchor, :level, :score, 'OPEN', :now, :now, :now)
                        ON CONFLICT (id) DO UPDATE SET
                            conversation = excluded.conversation,
                            client = excluded.client,
                            level = excluded.level,
                            score = excluded.score,
                            seen_at = excluded.seen_at
                        """)
                .bind("id", seen.id().value())
                .bind("account", seen.account().value())
                .bind("conversation", seen.conversation().toString())
                .bind("client", seen.client().map(ClientId::value).orElse(null))
                .bind("kind", seen.kind())
                .bind("anchor", seen.anchor().value())
                .bind("level", seen.level().name())
                .bind("score", seen.score())
                .bind("now", now.toEpochMilli())
                .execute();
        handle.createUpdate(
                        """
                        UPDATE flag SET state = 'OPEN', changed_at = :now, snoozed_till = NULL
                        WHERE id = :id AND (state = 'CLOSED' OR (state = 'SNOOZED' AND snoozed_till <= :now))
                        """)
                .bind("id", seen.id().value())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private static void closeUnseen(
            Handle handle, AccountName account, Set<String> seen, Instant now) {
        List<String> open =
                handle.createQuery(
                                "SELECT id FROM flag WHERE account = :account AND state IN ('OPEN', 'SNOOZED')")
                        .bind("account", account.value())
                        .mapTo(String.class)
                        .list();
        for (String id : open) {
            if (!seen.contains(id)) {
                changeState(handle, new FlagId(id), State.CLOSED, null, now);
            }
        }
    }

    static boolean changeState(
            Handle handle, FlagId id, State state, @Nullable Instant till, Instant now) {
        return handle.createUpdate(
                                "UPDATE flag SET state = :state, snoozed_till = :till, changed_at = :now WHERE id = :id")
                        .bind("state", state.name())
                        .bind("till", till == null ? null : till.toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .bind("id", id.value())
                        .execute()
                > 0;
    }

    /// The user says that a flag is none.
    ///
    /// @return false if there is no such flag
    public boolean dismiss(FlagId id, Instant now) {
        return database.transaction(handle -> changeState(handle, id, State.DISMISSED, null, now));
    }

    /// The user doesn't want to hear of a flag until then.
    ///
    /// @return false if there is no such flag
    public boolean snooze(FlagId id, Instant till, Instant now) {
        return database.transaction(handle -> changeState(handle, id, State.SNOOZED, till, now));
    }

    /// Takes back what the user said of a flag.
    ///
    /// @return false if there is no such flag
    public boolean reopen(FlagId id, Instant now) {
        return database.transaction(handle -> changeState(handle, id, State.OPEN, null, now));
    }

    public Optional<Flag> find(FlagId id) {
        return database.transaction(handle ->
                handle.createQuery("SELECT * FROM flag WHERE id = :id")
                        .bind("id", id.value())
                        .map(Ledger::flag)
                        .findOne());
    }

    /// All flags of an account, whatever their state, the one raised last first.
    public List<Flag> flags(AccountName account) {
        return database.transaction(handle ->
                handle.createQuery(
                                "SELECT * FROM flag WHERE account = :account ORDER BY raised_at DESC, id")
                        .bind("account", account.value())
                        .map(Ledger::flag)
                        .list());
    }

    private static Flag flag(ResultSet row, StatementContext context) throws SQLException {
        SeenFlag seen =
                new SeenFlag(
                        new FlagId(row.getString("id")),
                        new AccountName(row.getString("account")),
                        ConversationId.parse(row.getString("conversation")),
                        Optional.ofNullable(row.getString("client")).map(ClientId::new),
                        row.getString("kind"),
                        new MailId(row.getString("anchor")),
                        Assessment.Level.valueOf(row.getString("level")),
                        row.getInt("score"));
        long till = row.getLong("snoozed_till");
        Optional<Instant> snoozedTill =
                row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(till));
        return new Flag(
                seen,
                State.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("raised_at")),
                Instant.ofEpochMilli(row.getLong("seen_at")),
                Instant.ofEpochMilli(row.getLong("changed_at")),
                snoozedTill);
    }
}
