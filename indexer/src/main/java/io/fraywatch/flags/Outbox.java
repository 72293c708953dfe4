package io.fraywatch.flags;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.mail.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The digests that are or were to be sent: one per recipient, local day and kind, rendered once.
/// Safe for many threads and processes; every change is durable when it returns.
public final class Outbox {
    private final Database database;

    Outbox(Database database) {
        this.database = database;
    }

    /// How far a letter has come.
    public enum State {
        /// Waits to be sent.
        READY,
        /// Somebody is sending it: written before they connect. Left behind by a crash, its fate is
        /// unknown.
        SENDING,
        SENT,
        /// Refused for good, or given up.
        FAILED,
        /// It may or may not have been taken: the connection broke at the end.
        UNKNOWN
    }

    /// What makes a letter the only one.
    ///
    /// @param recipient the address
    /// @param day the recipient's local day
    /// @param kind what sort of letter, such as `daily`
    public record Key(String recipient, LocalDate day, String kind) {}

    /// What a letter tells of one flag.
    ///
    /// @param change how it stood against the letter before, by its JSON name
    public record Told(FlagId flag, Assessment.Level level, int score, String change) {}

    /// One letter; whatever is sent again is the same to the byte.
    ///
    /// @param content the whole mail; neither side writes to the array
    /// @param madeAt when it was rendered
    @SuppressWarnings("ArrayRecordComponent") // sent as it is and never compared
    public record Letter(
            Key key, MessageId messageId, byte[] content, List<Told> told, Instant madeAt) {
        public Letter {
            told = List.copyOf(told);
        }
    }

    /// A letter and how far it has come.
    ///
    /// @param tries how often somebody began to send it
    /// @param since when it came into this state
    public record Slip(Letter letter, State state, int tries, Instant since) {}

    /// Keeps a letter as READY, unless there is one with its key.
    ///
    /// @return whether it was kept
    public boolean offer(Letter letter) {
        return database.transaction(handle -> {
            boolean kept = insert(handle, letter);
            for (int place = 0; kept && place < letter.told().size(); place++) {
                insertTold(handle, letter.key(), place, letter.told().get(place));
            }
            return kept;
        });
    }

    private static boolean insert(Handle handle, Letter letter) {
        return handle.createUpdate(
                                """
                                INSERT INTO letter (recipient, day, kind, message_id, content, made_at, state, tries, since)
                                VALUES (:recipient, :day, :kind, :messageId, :content, :made, 'READY', 0, :made)
                                ON CONFLICT (recipient, day, kind) DO NOTHING
                                """)
                        .bind("recipient", letter.key().recipient())
                        .bind("day", letter.key().day().toString())
                        .bind("kind", letter.key().kind())
                        .bind("messageId", letter.messageId().value())
                        .bind("content", letter.content())
                        .bind("made", letter.madeAt().toEpochMilli())
                        .execute()
                > 0;
    }

    private static void insertTold(Handle handle, Key key, int place, Told told) {
        handle.createUpdate(
                        """
                        INSERT INTO told (recipient, day, kind, place, flag, level, score, change)
                        VALUES (:recipient, :day, :kind, :place, :flag, :level, :score, :change)
                        """)
                .bind("recipient", key.recipient())
                .bind("day", key.day().toString())
                .bind("kind", key.kind())
                .bind("place", place)
                .bind("flag", told.flag().value())
                .bind("level", told.level().name())
                .bind("score", told.score())
                .bind("change", told.change())
                .execute();
    }

    public Optional<Slip> find(Key key) {
        return database.transaction(handle ->
                handle.createQuery(
                                "SELECT * FROM letter WHERE recipient = :recipient AND day = :day AND kind = :kind")
                        .bind("recipient", key.recipient())
                        .bind("day", key.day().toString())
                        .bind("kind", key.kind())
                        .map((row, context) -> slip(handle, row))
                        .findOne());
    }

    /// The letters that are READY, SENDING or UNKNOWN, the one made first first.
    public List<Slip> unfinished() {
        return database.transaction(handle ->
                handle.createQuery(
                                "SELECT * FROM letter WHERE state IN ('READY', 'SENDING', 'UNKNOWN') ORDER BY made_at, day")
                        .map((row, context) -> slip(handle, row))
                        .list());
    }

    /// Moves a letter on from the state the slip shows; to SENDING also counts a try.
    ///
    /// @return false, changing nothing, if the letter isn't as the slip shows it any more: somebody
    ///   else was quicker
    public boolean move(Slip slip, State to, Instant at) {
        Key key = slip.letter().key();
        return database.transaction(handle ->
                handle.createUpdate(
                                        """
                                        UPDATE letter SET state = :to, since = :at, tries = tries + :began
                                        WHERE recipient = :recipient AND day = :day AND kind = :kind
                                            AND state = :from AND since = :since AND tries = :tries
                                        """)
                                .bind("to", to.name())
                                .bind("at", at.toEpochMilli())
                                .bind("began", to == State.SENDING ? 1 : 0)
                                .bind("recipient", key.recipient())
                                .bind("day", key.day().toString())
                                .bind("kind", key.kind())
                                .bind("from", slip.state().name())
                                .bind("since", slip.since().toEpochMilli())
                                .bind("tries", slip.tries())
                                .execute()
                        > 0);
    }

    /// What the latest letters that didn't fail told of these flags; a flag never told isn't in it.
    public Map<FlagId, Told> lastTold(Collection<FlagId> flags) {
        return database.transaction(handle -> {
            Map<FlagId, Told> told = new HashMap<>();
            for (FlagId flag : flags) {
                lastTold(handle, flag).ifPresent(last -> told.put(flag, last));
            }
            return Map.copyOf(told);
        });
    }

    private static Optional<Told> lastTold(Handle handle, FlagId flag) {
        return handle.createQuery(
                        """
                        SELECT told.* FROM told
                        JOIN letter ON letter.recipient = told.recipient AND letter.day = told.day AND letter.kind = told.kind
                        WHERE told.flag = :flag AND letter.state <> 'FAILED'
                        ORDER BY letter.day DESC, letter.made_at DESC LIMIT 1
                        """)
                .bind("flag", flag.value())
                .map(Outbox::told)
                .findOne();
    }

    /// The day of the latest letter to somebody, whatever became of it.
    public Optional<LocalDate> lastDay(String recipient) {
        return database.transaction(handle ->
                handle.createQuery(
                                "SELECT day FROM letter WHERE recipient = :recipient ORDER BY day DESC LIMIT 1")
                        .bind("recipient", recipient)
                        .mapTo(String.class)
                        .findOne()
                        .map(LocalDate::parse));
    }

    private static Slip slip(Handle handle, ResultSet row) throws SQLException {
        Key key =
                new Key(
                        row.getString("recipient"),
                        LocalDate.parse(row.getString("day")),
                        row.getString("kind"));
        Letter letter =
                new Letter(
                        key,
                        new MessageId(row.getString("message_id")),
                        row.getBytes("content"),
                        toldBy(handle, key),
                        Instant.ofEpochMilli(row.getLong("made_at")));
        return new Slip(
                letter,
                State.valueOf(row.getString("state")),
                row.getInt("tries"),
                Instant.ofEpochMilli(row.getLong("since")));
    }

    private static List<Told> toldBy(Handle handle, Key key) {
        return handle.createQuery(
                        "SELECT * FROM told WHERE recipient = :recipient AND day = :day AND kind = :kind ORDER BY place")
                .bind("recipient", key.recipient())
                .bind("day", key.day().toString())
                .bind("kind", key.kind())
                .map(Outbox::told)
                .list();
    }

    private static Told told(ResultSet row, StatementContext context) throws SQLException {
        return new Told(
                new FlagId(row.getString("flag")),
                Assessment.Level.valueOf(row.getString("level")),
                row.getInt("score"),
                row.getString("change"));
    }
}
