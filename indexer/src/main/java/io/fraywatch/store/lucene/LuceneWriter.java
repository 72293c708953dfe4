package io.fraywatch.store.lucene;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.StoredMail;
import io.fraywatch.store.View;
import io.fraywatch.store.Writer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;

/// The writer of one account's index. Puts run side by side; everything else runs alone.
final class LuceneWriter implements Writer {
    private final AccountName account;
    private final AccountLock lock;
    private final Shelf shelf;
    private final Path folder;
    private final String reading;
    private final IndexWriter writer;
    private final Pending pending;
    private final Duration searchTime;
    private final Set<Location> noted = ConcurrentHashMap.newKeySet();
    private final ReadWriteLock together = new ReentrantReadWriteLock();
    private final Object[] oneByOne = new Object[64];
    private Map<String, String> marks;
    private boolean whole;
    private boolean closed;

    /// @param kept the index that `writer` writes to, as it is now
    /// @param reading how the texts are read that are put
    LuceneWriter(
            AccountName account,
            AccountLock lock,
            Shelf shelf,
            Kept kept,
            String reading,
            IndexWriter writer,
            Duration searchTime)
            throws IOException {
        this.account = account;
        this.lock = lock;
        this.shelf = shelf;
        this.folder = kept.folder();
        this.reading = reading;
        this.writer = writer;
        this.marks = IndexFormat.marks(kept.commit());
        this.whole = IndexFormat.isWhole(kept.commit());
        this.searchTime = searchTime;
        pending = new Pending(writer);
        noted.addAll(Matching.notes(pending.reader()).keySet());
        Arrays.setAll(oneByOne, i -> new Object());
    }

    /// Work on the index that may fail.
    private interface Writing<T> {
        T run() throws IOException;
    }

    private <T> T writing(Lock held, Writing<T> work) throws StoreException {
        held.lock();
        try {
            return work.run();
        } catch (IOException | AlreadyClosedException e) {
            throw unwritable(Optional.ofNullable(writer.getTragicException()).orElse(e));
        } catch (IllegalStateException e) {
            // What a writer says that a merge in the background has ended.
            throw unwritable(Optional.ofNullable(writer.getTragicException()).orElseThrow(() -> e));
        } finally {
            held.unlock();
        }
    }

    private StoreException unwritable(Throwable cause) {
        return new StoreException(
                "the index of account '"
                        + account
                        + "' can't be written ("
                        + cause.getMessage()
                        + "); what was committed before is safe; see that the disk has room and is sound, then start again",
                cause);
    }

    private <T> T alone(Writing<T> work) throws StoreException {
        return writing(together.writeLock(), work);
    }

    @Override
    public Map<String, String> marks() {
        together.readLock().lock();
        try {
            return marks;
        } finally {
            together.readLock().unlock();
        }
    }

    @Override
    public void put(StoredMail mail) throws StoreException {
        oust(writing(together.readLock(), () -> putBesideOthers(mail)));
    }

    @Override
    public boolean alsoAt(MailId mail, Location location, long size) throws StoreException {
        Optional<Optional<MailId>> ousted =
                writing(
                        together.readLock(),
                        () ->
                                pending.conversationOf(mail).isPresent()
                                        ? Optional.of(layBesideOthers(mail, location, size))
                                        : Optional.empty());
        oust(ousted.flatMap(mailBefore -> mailBefore));
        return ousted.isPresent();
    }

    private void oust(Optional<MailId> ousted) throws StoreException {
        if (ousted.isPresent() || pending.isFull()) {
            alone(() -> {
                if (ousted.isPresent()) {
                    removeIfNowhere(ousted.get());
                }
                if (pending.isFull()) {
                    pending.refresh();
                }
                return true;
            });
        }
    }

    /// Returns the mail that lay at the same location before, if it was another one.
    private Optional<MailId> putBesideOthers(StoredMail mail) throws IOException {
        synchronized (oneByOne[Math.floorMod(mail.id().hashCode(), oneByOne.length)]) {
            long conversation =
                    pending.conversationOf(mail.id()).orElseGet(() -> ownConversation(mail.id()));
            Document document = Documents.mail(mail, conversation);
            writer.updateDocument(new Term(Fields.ID, mail.id().value()), document);
            pending.isIn(mail.id(), conversation);
            return lay(mail.id(), mail.location(), mail.size());
        }
    }

    private Optional<MailId> layBesideOthers(MailId mail, Location location, long size)
            throws IOException {
        synchronized (oneByOne[Math.floorMod(mail.hashCode(), oneByOne.length)]) {
            return lay(mail, location, size);
        }
    }

    private Optional<MailId> lay(MailId mail, Location location, long size) throws IOException {
        Optional<MailId> before = pending.holderOf(location);
        writer.updateDocument(
                new Term(Fields.LOCATION, Documents.locationTerm(location)),
                Documents.place(location, mail, size));
        pending.mailIsAt(location, mail);
        clearNote(location);
        return before.filter(other -> !other.equals(mail));
    }

    /// Until it is placed, a mail is a conversation of its own.
    private static long ownConversation(MailId id) {
        return ByteBuffer.wrap(Fields.hash(id.value().getBytes(StandardCharsets.UTF_8))).getLong();
    }

    private void clearNote(Location location) throws IOException {
        if (noted.remove(location)) {
            writer.deleteDocuments(new Term(Fields.NOTED_AT, Documents.locationTerm(location)));
        }
    }

    private boolean removeIfNowhere(MailId mail) throws IOException {
        boolean nowhere = !pending.liesSomewhere(mail);
        if (nowhere) {
            writer.deleteDocuments(new Term(Fields.ID, mail.value()));
        }
        return nowhere;
    }

    @Override
    public boolean remove(Location location) throws StoreException {
        return alone(() -> {
            clearNote(location);
            Optional<MailId> mail = pending.holderOf(location);
            if (mail.isEmpty()) {
                return false;
            }
            writer.deleteDocuments(new Term(Fields.LOCATION, Documents.locationTerm(location)));
            pending.nothingIsAt(location);
            boolean removed = removeIfNowhere(mail.get());
            if (pending.isFull()) {
                pending.refresh();
            }
            return removed;
        });
    }

    @Override
    public void place(Map<MailId, ConversationId> conversations) throws StoreException {
        alone(() -> {
            for (var each : conversations.entrySet()) {
                Term mail = new Term(Fields.ID, each.getKey().value());
                writer.updateNumericDocValue(mail, Fields.CONVERSATION, each.getValue().value());
                pending.isIn(each.getKey(), each.getValue().value());
            }
            if (pending.isFull()) {
                pending.refresh();
            }
            return true;
        });
    }

    @Override
    public void quarantine(Location location, String reason) throws StoreException {
        alone(() -> {
            Term noteThere = new Term(Fields.NOTED_AT, Documents.locationTerm(location));
            writer.updateDocument(noteThere, Documents.note(location, reason));
            return noted.add(location);
        });
    }

    @Override
    public View view() throws StoreException {
        return alone(() -> {
            pending.refresh();
            return new LuceneView(
                    account,
                    DirectoryReader.open(writer),
                    IndexFormat.commitData(marks, whole, reading),
                    searchTime);
        });
    }

    @Override
    public void commit(Map<String, String> newMarks) throws StoreException {
        alone(() -> {
            commitWith(newMarks);
            pending.refresh();
            return true;
        });
    }

    private void commitWith(Map<String, String> newMarks) throws IOException {
        writer.setLiveCommitData(IndexFormat.commitData(newMarks, whole, reading).entrySet());
        writer.commit();
        marks = Map.copyOf(newMarks);
    }

    @Override
    public void takeOver() throws StoreException {
        alone(() -> {
            boolean alone = shelf.newestFirst().equals(List.of(folder));
            if (!alone && !whole) {
                whole = true;
                commitWith(marks);
            }
            if (!alone) {
                shelf.deleteAllBut(folder);
            }
            return true;
        });
    }

    @Override
    public void close() {
        together.writeLock().lock();
        try (lock) {
            if (!closed) {
                closed = true;
                try (Directory _ = writer.getDirectory()) {
                    pending.close();
                    writer.rollback();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the index of account '" + account + "' can't be closed", e);
        } finally {
            together.writeLock().unlock();
        }
    }
}
