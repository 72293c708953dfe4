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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Mails in Lucene, one index per account at `root/<account>/index`.
public final class LuceneStore implements MailStore {
    private static final double BUFFER_MEGABYTES = 16;

    private final Path root;
    private final Duration searchTime;

    /// @param root the folder that holds a folder per account; made when first written to
    /// @param searchTime after how long a search gives what it has found so far
    public LuceneStore(Path root, Duration searchTime) {
        this.root = root;
        this.searchTime = searchTime;
    }

    private Path home(AccountName account) {
        return root.resolve(account.value());
    }

    private Path index(AccountName account) {
        return home(account).resolve("index");
    }

    @Override
    public Writer openWriter(AccountName account) throws StoreException {
        AccountLock lock = AccountLock.acquire(home(account), account);
        boolean opened = false;
        try {
            Writer writer = openLocked(account, lock);
            opened = true;
            return writer;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private Writer openLocked(AccountName account, AccountLock lock) throws StoreException {
        return opening(
                account,
                directory -> {
                    Map<String, String> committed = lastCommit(account, directory);
                    IndexWriter writer = new IndexWriter(directory, configuration());
                    return new LuceneWriter(
                            account, lock, writer, IndexFormat.marks(committed), searchTime);
                });
    }

    private static IndexWriterConfig configuration() {
        return new IndexWriterConfig(Words.analyzer())
                .setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_COMPRESSION))
                .setIndexSort(new Sort(Fields.newestFirst()))
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false);
    }

    /// What the last commit carries; empty when there never was one, be it that the first was cut
    /// short.
    private static Map<String, String> lastCommit(AccountName account, Directory directory)
            throws IOException, StoreException {
        Optional<DirectoryReader> reader = openCommitted(directory);
        if (reader.isEmpty()) {
            return Map.of();
        }
        try (DirectoryReader committed = reader.get()) {
            Map<String, String> data = committed.getIndexCommit().getUserData();
            IndexFormat.check(account, data);
            return data;
        }
    }

    private static Optional<DirectoryReader> openCommitted(Directory directory) throws IOException {
        try {
            return Optional.of(DirectoryReader.open(directory));
        } catch (IndexNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public View openView(AccountName account) throws StoreException {
        if (!Files.isDirectory(index(account))) {
            return new EmptyView(account);
        }
        return opening(
                account,
                directory -> {
                    Optional<DirectoryReader> reader = openCommitted(directory);
                    if (reader.isEmpty()) {
                        directory.close();
                        return new EmptyView(account);
                    }
                    return viewOf(account, reader.get());
                });
    }

    private View viewOf(AccountName account, DirectoryReader reader)
            throws IOException, StoreException {
        boolean usable = false;
        try {
            Map<String, String> data = reader.getIndexCommit().getUserData();
            IndexFormat.check(account, data);
            usable = true;
            return new LuceneView(account, reader, IndexFormat.marks(data), searchTime);
        } finally {
            if (!usable) {
                reader.close();
            }
        }
    }

    /// Something that is opened on an index.
    private interface Opening<T> {
        T on(Directory directory) throws IOException, StoreException;
    }

    private <T> T opening(AccountName account, Opening<T> work) throws StoreException {
        try {
            Files.createDirectories(index(account));
            return work.on(FSDirectory.open(index(account)));
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            throw IndexFormat.outdated(account, "another version of Lucene", e);
        } catch (IOException e) {
            throw new StoreException(
                    "the index of account '"
                            + account
                            + "' can't be opened ("
                            + e.getMessage()
                            + "); if the disk is sound, run `fraywatch rebuild` to build it anew from the mailbox",
                    e);
        }
    }

    @Override
    public void drop(AccountName account) throws StoreException {
        try (AccountLock _ = AccountLock.acquire(home(account), account);
                Stream<Path> files =
                        Files.exists(index(account)) ? Files.walk(index(account)) : Stream.of()) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException(
                    "the index of account '"
                            + account
                            + "' can't be deleted ("
                            + e.getMessage()
                            + "); see that the folder "
                            + index(account)
                            + " is yours",
                    e);
        }
    }

    /// Nothing is kept open between calls; views and writers are closed by who opened them.
    @Override
    public void close() {}
}
