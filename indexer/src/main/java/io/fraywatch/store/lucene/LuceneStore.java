package io.fraywatch.store.lucene;

import io.fraywatch.mail.AccountName;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.store.Writer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Mails in Lucene, one index per account below `root/<account>`; two while a newer one is built to
/// take the older one's place.
public final class LuceneStore implements MailStore {
    private static final double BUFFER_MEGABYTES = 16;
    private static final int LOOKS = 5;

    private final Path root;
    private final Duration searchTime;
    private final Supplier<String> reading;
    private final Disk disk;

    /// One whose texts are read in the usual way.
    ///
    /// @param root the folder that holds a folder per account; made when first written to
    /// @param searchTime after how long a search gives what it has found so far
    public LuceneStore(Path root, Duration searchTime) {
        this(root, searchTime, () -> "");
    }

    /// @param reading names the way in which texts are read that are put here, empty for the usual
    ///   one; an index whose texts were read otherwise is built anew, like one of an older version.
    ///   Asked whenever a writer is opened
    public LuceneStore(Path root, Duration searchTime, Supplier<String> reading) {
        this(root, searchTime, reading, FSDirectory::open);
    }

    LuceneStore(Path root, Duration searchTime, Disk disk) {
        this(root, searchTime, () -> "", disk);
    }

    private LuceneStore(Path root, Duration searchTime, Supplier<String> reading, Disk disk) {
        this.root = root;
        this.searchTime = searchTime;
        this.reading = reading;
        this.disk = disk;
    }

    private Shelf shelf(AccountName account) {
        return new Shelf(root.resolve(account.value()));
    }

    @Override
    public Writer openWriter(AccountName account) throws StoreException {
        Shelf shelf = shelf(account);
        AccountLock lock = AccountLock.acquire(shelf.home(), account);
        boolean opened = false;
        try {
            Writer writer = openLocked(account, shelf, lock);
            opened = true;
            return writer;
        } catch (IOException e) {
            throw Kept.damaged(account, e);
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private Writer openLocked(AccountName account, Shelf shelf, AccountLock lock)
            throws IOException, StoreException {
        String wanted = reading.get();
        Kept kept = toWriteTo(account, shelf, wanted);
        Files.createDirectories(kept.folder());
        Directory directory = disk.open(kept.folder());
        boolean opened = false;
        try {
            IndexWriter writer = new IndexWriter(directory, configuration());
            LuceneWriter ours =
                    new LuceneWriter(account, lock, shelf, kept, wanted, writer, searchTime);
            opened = true;
            return ours;
        } finally {
            if (!opened) {
                directory.close();
            }
        }
    }

    /// The newest index, or a new one where that was made by another version or read otherwise.
    private Kept toWriteTo(AccountName account, Shelf shelf, String wanted)
            throws IOException, StoreException {
        List<Kept> all = Kept.all(account, shelf, disk);
        if (all.isEmpty()) {
            return Kept.empty(shelf.next());
        }
        Kept newest = all.getFirst();
        return switch (newest.state()) {
            case EMPTY -> newest;
            case CURRENT ->
                    IndexFormat.reading(newest.commit()).equals(wanted)
                            ? newest
                            : Kept.empty(shelf.next());
            case OLDER, FOREIGN -> Kept.empty(shelf.next());
            case DAMAGED -> throw newest.trouble().orElseThrow();
        };
    }

    private static IndexWriterConfig configuration() {
        return new IndexWriterConfig(Words.analyzer())
                .setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_COMPRESSION))
                .setIndexSort(new Sort(Fields.newestFirst()))
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMergeScheduler(new Merges())
                .setCommitOnClose(false);
    }

    /// Merges in the background. One that fails ends the writer, whose next call says why; a stack
    /// trace on stderr would only say it again.
    private static final class Merges extends ConcurrentMergeScheduler {
        @Override
        protected void handleMergeException(Throwable failure) {}
    }

    @Override
    public View openView(AccountName account) throws StoreException {
        Shelf shelf = shelf(account);
        for (int look = 1; ; look++) {
            try {
                List<Path> before = shelf.newestFirst();
                try {
                    Optional<Kept> shown = Kept.shown(Kept.all(account, shelf, disk));
                    return shown.isEmpty()
                            ? new EmptyView(account)
                            : viewOf(account, shown.get().folder());
                } catch (IOException | StoreException e) {
                    // Another index may have taken this one's place while we looked.
                    if (look == LOOKS || shelf.newestFirst().equals(before)) {
                        throw e;
                    }
                }
            } catch (IOException e) {
                throw Kept.damaged(account, e);
            }
        }
    }

    private View viewOf(AccountName account, Path folder) throws IOException {
        Directory directory = disk.open(folder);
        boolean opened = false;
        try {
            DirectoryReader reader = DirectoryReader.open(directory);
            View view =
                    new LuceneView(
                            account, reader, reader.getIndexCommit().getUserData(), searchTime);
            opened = true;
            return view;
        } finally {
            if (!opened) {
                directory.close();
            }
        }
    }

    @Override
    public void renew(AccountName account) throws StoreException {
        Shelf shelf = shelf(account);
        try (AccountLock _ = AccountLock.acquire(shelf.home(), account)) {
            Optional<Path> shown = shown(account, shelf);
            for (Path folder : shelf.newestFirst()) {
                if (shown.filter(folder::equals).isEmpty()) {
                    Shelf.delete(folder);
                }
            }
            Files.createDirectories(shelf.next());
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException(
                    "a new index of account '"
                            + account
                            + "' can't be begun ("
                            + e.getMessage()
                            + "); see that the disk has room and that the folder "
                            + shelf.home()
                            + " is yours",
                    e);
        }
    }

    private Optional<Path> shown(AccountName account, Shelf shelf) throws IOException {
        try {
            return Kept.shown(Kept.all(account, shelf, disk)).map(Kept::folder);
        } catch (StoreException unreadable) {
            // Nothing that can be shown is worth keeping.
            return Optional.empty();
        }
    }

    /// Nothing is kept open between calls; views and writers are closed by who opened them.
    @Override
    public void close() {}
}
