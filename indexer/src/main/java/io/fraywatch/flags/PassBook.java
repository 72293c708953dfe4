package io.fraywatch.flags;

import io.fraywatch.flags.PassState.Shut;
import io.fraywatch.flags.PassState.Trouble;
import io.fraywatch.mail.AccountName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// How the passes over the mailboxes went, so that a restart neither forgets what failed nor knocks
/// again too soon. Safe for many threads and processes.
///
/// All of it throws [LedgerException] when the file can't be used.
public final class PassBook {
    private final Database database;

    PassBook(Database database) {
        this.database = database;
    }

    /// What is remembered of a mailbox.
    public PassState of(AccountName account) {
        return database.transaction(handle -> read(handle, account));
    }

    /// Takes down what is to be remembered of a mailbox from now on, in place of what was.
    public void put(PassState state) {
        database.transaction(handle -> {
            write(handle, state);
            handle.createUpdate("DELETE FROM shut_folder WHERE account = :account")
                    .bind("account", state.account().value())
                    .execute();
            for (Shut shut : state.shut()) {
                handle.createUpdate(
                                "INSERT INTO shut_folder (account, folder, why) VALUES (:account, :folder, :why)")
                        .bind("account", state.account().value())
                        .bind("folder", shut.folder())
                        .bind("why", shut.why())
                        .execute();
            }
            return true;
        });
    }

    private static void write(Handle handle, PassState state) {
        Optional<Trouble> trouble = state.trouble();
        handle.createUpdate(
                        """
                        INSERT INTO pass (account, done_at, found, moved_at, open, tier, kind, what, remedy, failures, since, failed_at, paused_till, setting)
                        VALUES (:account, :done, :found, :moved, :open, :tier, :kind, :what, :remedy, :failures, :since, :failed, :paused, :setting)
                        ON CONFLICT (account) DO UPDATE SET
                            done_at = excluded.done_at, found = excluded.found, moved_at = excluded.moved_at,
                            open = excluded.open, tier = excluded.tier, kind = excluded.kind, what = excluded.what, remedy = excluded.remedy,
                            failures = excluded.failures, since = excluded.since, failed_at = excluded.failed_at,
                            paused_till = excluded.paused_till, setting = excluded.setting
                        """)
                .bind("account", state.account().value())
                .bind("done", state.doneAt().map(Instant::toEpochMilli).orElse(null))
                .bind("found", state.found())
                .bind("moved", state.movedAt().map(Instant::toEpochMilli).orElse(null))
                .bind("open", state.open() ? 1 : 0)
                .bind("tier", state.tier().orElse(null))
                .bind("kind", trouble.map(Trouble::kind).orElse(null))
                .bind("what", trouble.map(Trouble::what).orElse(null))
                .bind("remedy", trouble.map(Trouble::remedy).orElse(null))
                .bind("failures", trouble.map(Trouble::failures).orElse(0))
                .bind("since", trouble.map(t -> t.since().toEpochMilli()).orElse(null))
                .bind("failed", trouble.map(t -> t.at().toEpochMilli()).orElse(null))
                .bind("paused", trouble.map(t -> t.pausedTill().toEpochMilli()).orElse(null))
                .bind("setting", trouble.map(Trouble::setting).orElse(null))
                .execute();
    }

    private static PassState read(Handle handle, AccountName account) {
        List<Shut> shut =
                handle.createQuery(
                                "SELECT folder, why FROM shut_folder WHERE account = :account ORDER BY folder")
                        .bind("account", account.value())
                        .map((row, context) ->
                                new Shut(row.getString("folder"), row.getString("why")))
                        .list();
        return handle.createQuery("SELECT * FROM pass WHERE account = :account")
                .bind("account", account.value())
                .map((row, context) -> state(row, shut))
                .findOne()
                .orElseGet(() -> PassState.none(account));
    }

    private static PassState state(ResultSet row, List<Shut> shut) throws SQLException {
        return new PassState(
                new AccountName(row.getString("account")),
                instant(row, "done_at"),
                row.getLong("found"),
                instant(row, "moved_at"),
                row.getInt("open") == 1,
                Optional.ofNullable(row.getString("tier")),
                shut,
                row.getInt("failures") == 0 ? Optional.empty() : Optional.of(trouble(row)));
    }

    private static Trouble trouble(ResultSet row) throws SQLException {
        return new Trouble(
                row.getString("kind"),
                row.getString("what"),
                row.getString("remedy"),
                row.getInt("failures"),
                Instant.ofEpochMilli(row.getLong("since")),
                Instant.ofEpochMilli(row.getLong("failed_at")),
                Instant.ofEpochMilli(row.getLong("paused_till")),
                row.getString("setting"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
