package io.fraywatch.sync;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.flags.Decided;
import io.fraywatch.mail.AccountName;
import io.fraywatch.parse.MailParser;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.SourceException;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.Writer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Brings the index up to what a mailbox holds now: new mails in, vanished ones out, the cursor in
/// the same commit.
///
/// Safe for many threads as long as each passes over another account.
public final class Synchronizer {
    private final MailStore store;
    private final MailParser parser;
    private final Supplier<TextReader> reader;
    private final Function<AccountName, List<Decided>> decisions;
    private final int atOnce;

    /// One for a user who decided nothing about conversations, and for a pass at a time.
    public Synchronizer(MailStore store, MailParser parser, TextReader reader) {
        this(store, parser, () -> reader, account -> List.of(), 1);
    }

    /// @param reader asked once a mail has to be read, and by several threads
    /// @param decisions what the user decided about the conversations of an account, in that order;
    ///   asked at the beginning of every pass
    /// @param atOnce how many passes go on at the same time at the most: they share the memory in
    ///   which mails wait
    public Synchronizer(
            MailStore store,
            MailParser parser,
            Supplier<TextReader> reader,
            Function<AccountName, List<Decided>> decisions,
            int atOnce) {
        this.store = store;
        this.parser = parser;
        this.reader = reader;
        this.decisions = decisions;
        this.atOnce = atOnce;
    }

    /// Makes one pass. Interrupted or failed half-way, the next pass goes on from the last commit.
    ///
    /// @throws SourceException if the mailbox can't be read
    /// @throws StoreException if the index can't be written; a `StoreBusyException` if another
    ///   process writes to it
    public SyncReport sync(Account account, Progress progress)
            throws SourceException, StoreException, InterruptedException {
        return pass(account, progress, Turn.ENDLESS, false);
    }

    /// Makes one pass, or as much of one as its turn allows; the report says which.
    ///
    /// @param again whether mails set aside before are asked for once more
    SyncReport pass(Account account, Progress progress, Turn turn, boolean again)
            throws SourceException, StoreException, InterruptedException {
        long started = System.nanoTime();
        List<Decided> decided = decisions.apply(account.name());
        try (Writer writer = store.openWriter(account.name());
                Indexing indexing =
                        new Indexing(
                                account,
                                writer,
                                parser,
                                reader,
                                StoreArranger.standing(decided),
                                progress,
                                atOnce)) {
            indexing.rearrange(StoreArranger.named(decided));
            try (MailSource source = account.connection().open()) {
                boolean complete = pull(source, new Cursor(writer.marks()), indexing, turn);
                if (complete && again) {
                    new SetAside(source, writer, indexing).retry();
                }
                if (complete) {
                    new Reconciliation(source, writer, indexing).run();
                    writer.takeOver();
                }
                return indexing.report(
                        complete, Duration.ofNanos(System.nanoTime() - started), source.tier());
            } catch (StoreFailure failure) {
                throw failure.cause();
            }
        }
    }

    /// @return false if the turn was over before the mailbox was read
    private static boolean pull(MailSource source, Cursor from, Indexing indexing, Turn turn)
            throws SourceException, InterruptedException {
        boolean complete = true;
        try {
            source.pull(from, new Cutting(indexing, turn));
        } catch (TurnOver _) {
            complete = false;
        } catch (SourceException broken) {
            indexing.finish();
            throw broken;
        }
        indexing.finish();
        return complete;
    }

    /// Ends a pull where it can be gone on with.
    private static final class Cutting extends ForwardingIntake {
        private final Turn turn;

        Cutting(Indexing to, Turn turn) {
            super(to);
            this.turn = turn;
        }

        @Override
        public void settled(Cursor cursor) throws InterruptedException {
            super.settled(cursor);
            if (turn.isOver()) {
                throw new TurnOver();
            }
        }
    }

    /// Leaves a source, whose interface knows nothing of turns.
    private static final class TurnOver extends RuntimeException {
        private static final long serialVersionUID = 1;

        TurnOver() {
            super("others wait", null, false, false);
        }
    }

    /// Makes what is kept of the account anew from the mailbox. Until that is done, views show what
    /// was there before; interrupted or failed half-way, the next pass goes on with it.
    ///
    /// @throws SourceException if the mailbox can't be read; what was kept is then left as it was
    public SyncReport rebuild(Account account, Progress progress)
            throws SourceException, StoreException, InterruptedException {
        try (MailSource source = account.connection().open()) {
            source.folders();
        }
        store.renew(account.name());
        return sync(account, progress);
    }
}
