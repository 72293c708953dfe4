package io.fraywatch.flags;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MailId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// What the user says of flags: right, wrong, or that their client is none. Safe for many threads
/// and processes; every change is durable when it returns.
public final class Feedback {
    private final Database database;

    Feedback(Database database) {
        this.database = database;
    }

    /// What the user thinks of a flag.
    public enum Verdict {
        RIGHT,
        WRONG
    }

    /// Somebody the user calls no client.
    public record NoClient(AccountName account, ClientId client) {}

    /// How often flags of one kind were right.
    ///
    /// @param kind the signal's JSON name
    public record Tally(String kind, int right, int wrong) {}

    /// Takes down whether a flag was right; the last word counts. One called wrong is dismissed,
    /// and opened again should it be called right later.
    ///
    /// @return false if there is no such flag
    public boolean judge(FlagId id, Verdict verdict, Instant now) {
        return database.transaction(handle -> {
            if (client(handle, id).isEmpty()) {
                return false;
            }
            if (verdict == Verdict.RIGHT && wasWrong(handle, id)) {
                Ledger.changeState(handle, id, Flag.State.OPEN, null, now);
            }
            handle.createUpdate(
                            """
                            INSERT INTO opinion (flag, verdict, given_at) VALUES (:flag, :verdict, :now)
                            ON CONFLICT (flag) DO UPDATE SET
                                verdict = excluded.verdict, given_at = excluded.given_at
                            """)
                    .bind("flag", id.value())
                    .bind("verdict", verdict.name())
                    .bind("now", now.toEpochMilli())
                    .execute();
            if (verdict == Verdict.WRONG) {
                Ledger.changeState(handle, id, Flag.State.DISMISSED, null, now);
            }
            return true;
        });
    }

    private static boolean wasWrong(Handle handle, FlagId id) {
        return handle.createQuery("SELECT verdict FROM opinion WHERE flag = :flag")
                .bind("flag", id.value())
                .mapTo(String.class)
                .findOne()
                .filter(Verdict.WRONG.name()::equals)
                .isPresent();
    }

    /// Takes down that the client of a flag is none, so nothing of theirs is judged any more.
    ///
    /// @return who that is; empty if there is no such flag, or it has no client
    public Optional<NoClient> notAClient(FlagId id, Instant now) {
        return database.transaction(handle -> {
            Optional<NoClient> none = client(handle, id).flatMap(found -> found);
            none.ifPresent(each ->
                    handle.createUpdate(
                                    """
                                    INSERT INTO no_client (account, client, said_at) VALUES (:account, :client, :now)
                                    ON CONFLICT (account, client) DO NOTHING
                                    """)
                            .bind("account", each.account().value())
                            .bind("client", each.client().value())
                            .bind("now", now.toEpochMilli())
                            .execute());
            return none;
        });
    }

    /// Takes back that somebody is no client.
    ///
    /// @return false if nobody said so
    public boolean isAClient(NoClient somebody) {
        return database.transaction(handle ->
                handle.createUpdate(
                                        "DELETE FROM no_client WHERE account = :account AND client = :client")
                                .bind("account", somebody.account().value())
                                .bind("client", somebody.client().value())
                                .execute()
                        > 0);
    }

    /// Takes back what was said of a flag itself, and lets it be told again.
    ///
    /// @return false if there is no such flag
    public boolean forget(FlagId id, Instant now) {
        return database.transaction(handle -> {
            handle.createUpdate("DELETE FROM opinion WHERE flag = :flag")
                    .bind("flag", id.value())
                    .execute();
            return Ledger.changeState(handle, id, Flag.State.OPEN, null, now);
        });
    }

    /// The account and client of a flag; empty within where it has no client, empty altogether
    /// where there is no such flag.
    private static Optional<Optional<NoClient>> client(Handle handle, FlagId id) {
        return handle.createQuery("SELECT account, client FROM flag WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) ->
                        Optional.ofNullable(row.getString("client"))
                                .map(client ->
                                        new NoClient(
                                                new AccountName(accountOf(row)),
                                                new ClientId(client))))
                .findOne();
    }

    private static String accountOf(java.sql.ResultSet row) {
        try {
            return row.getString("account");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("the flag table has an account", e);
        }
    }

    /// All that keeps flags from being told as of now.
    public Hush hush() {
        return database.transaction(handle -> {
            Set<FlagId> dismissed = new HashSet<>();
            Set<Hush.Snoozed> snoozed = new HashSet<>();
            handle.createQuery(
                            "SELECT id, state, snoozed_till FROM flag WHERE state IN ('DISMISSED', 'SNOOZED')")
                    .map((row, context) -> {
                        FlagId id = new FlagId(row.getString("id"));
                        if (row.getString("state").equals(Flag.State.DISMISSED.name())) {
                            dismissed.add(id);
                        } else {
                            snoozed.add(
                                    new Hush.Snoozed(
                                            id, Instant.ofEpochMilli(row.getLong("snoozed_till"))));
                        }
                        return id;
                    })
                    .list();
            return new Hush(dismissed, snoozed, wrong(handle), Set.copyOf(noClients(handle)));
        });
    }

    private static Set<Hush.Like> wrong(Handle handle) {
        return Set.copyOf(
                handle.createQuery(
                                """
                                SELECT flag.kind, flag.anchor, flag.conversation FROM opinion
                                JOIN flag ON flag.id = opinion.flag WHERE opinion.verdict = 'WRONG'
                                """)
                        .map((row, context) ->
                                new Hush.Like(
                                        row.getString("kind"),
                                        new MailId(row.getString("anchor")),
                                        ConversationId.parse(row.getString("conversation"))))
                        .list());
    }

    private static List<NoClient> noClients(Handle handle) {
        return handle.createQuery("SELECT account, client FROM no_client ORDER BY said_at, client")
                .map((row, context) ->
                        new NoClient(
                                new AccountName(row.getString("account")),
                                new ClientId(row.getString("client"))))
                .list();
    }

    /// Who is no client, in the order it was said.
    public List<NoClient> noClients() {
        return database.transaction(Feedback::noClients);
    }

    /// How often each kind was right, by kind; only kinds of which something was said.
    public List<Tally> tallies() {
        return database.transaction(handle ->
                handle.createQuery(
                                """
                                SELECT flag.kind,
                                    SUM(CASE WHEN opinion.verdict = 'RIGHT' THEN 1 ELSE 0 END) AS good,
                                    SUM(CASE WHEN opinion.verdict = 'WRONG' THEN 1 ELSE 0 END) AS bad
                                FROM opinion JOIN flag ON flag.id = opinion.flag
                                GROUP BY flag.kind ORDER BY flag.kind
                                """)
                        .map((row, context) ->
                                new Tally(
                                        row.getString("kind"),
                                        row.getInt("good"),
                                        row.getInt("bad")))
                        .list());
    }
}
