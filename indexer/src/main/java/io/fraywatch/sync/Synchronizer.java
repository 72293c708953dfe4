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

/// Brings the index up to what a mailbox holds now: new mails in, vanished ones out, the cursor in
/// the same commit.
///
/// Safe for many threads as long as each passes over another account.
public final class Synchronizer {
    private final MailStore store;
    private final MailParser parser;
    private final TextReader reader;
    private final Function<AccountName, List<Decided>> decisions;

    /// One for a user who decided nothing about conversations.
    public Synchronizer(MailStore store, MailParser parser, TextReader reader) {
        this(store, parser, reader, account -> List.of());
    }

    /// @param decisions what the user decided about the conversations of an account, in that order;
    ///   asked at the beginning of every pass
    public Synchronizer(
            MailStore store,
            MailParser parser,
            TextReader reader,
            Function<AccountName, List<Decided>> decisions) {
        this.store = store;
        this.parser = parser;
        this.reader = reader;
        this.decisions = decisions;
    }

    /// Makes one pass. Interrupted or failed half-way, the next pass goes on from the last commit.
    ///
    /// @throws SourceException if the mailbox can't be read
    /// @throws StoreException if the index can't be written; a `StoreBusyException` if another
    ///   process writes to it
    public SyncReport sync(Account account, Progress progress)
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
                                progress)) {
            indexing.rearrange(StoreArranger.named(decided));
            try (MailSource source = account.connection().open()) {
                pull(source, new Cursor(writer.marks()), indexing);
                new Reconciliation(source, writer, indexing).run();
                return indexing.report(
                        Duration.ofNanos(System.nanoTime() - started), source.tier());
            } catch (Indexing.StoreFailure failure) {
                throw failure.cause();
            }
        }
    }

    private static void pull(MailSource source, Cursor from, Indexing indexing)
            throws SourceException, InterruptedException {
        try {
            source.pull(from, indexing);
        } catch (SourceException broken) {
            indexing.finish();
            throw broken;
        }
        indexing.finish();
    }

    /// Throws away what is kept of the account and makes it anew from the mailbox.
    ///
    /// @throws SourceException if the mailbox can't be read; what was kept is then left as it was
    public SyncReport rebuild(Account account, Progress progress)
            throws SourceException, StoreException, InterruptedException {
        try (MailSource source = account.connection().open()) {
            source.folders();
        }
        store.drop(account.name());
        return sync(account, progress);
    }
}
