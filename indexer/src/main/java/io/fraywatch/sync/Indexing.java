package io.fraywatch.sync;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Decision;
import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.parse.MailParser;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.Intake;
import io.fraywatch.source.RawMail;
import io.fraywatch.source.Recogniser;
import io.fraywatch.source.Tier;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.StoredMail;
import io.fraywatch.store.View;
import io.fraywatch.store.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The pipe between a mailbox and the index: takes raw mails from the source's thread, has them
/// parsed and read by as many workers as there are cores, puts them into the index, and commits as
/// the source settles.
///
/// At most [#QUEUE_BYTES], shared by the passes that go on at once, of mail wait between the two
/// sides; then the source waits. A cursor is committed only when every mail handed over before it
/// is in the index or in quarantine.
final class Indexing implements Intake, AutoCloseable {
    private static final int KIB = 1024;
    private static final int QUEUE_BYTES = 64 * KIB * KIB;
    private static final int COMMIT_MAILS = 5_000;
    private static final long COMMIT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Account account;
    private final Writer writer;
    private final MailParser parser;
    private final Supplier<TextReader> reader;
    private final Progress progress;
    private final Threading threading;
    private final ExecutorService workers;
    private final int queueKib;
    private final Semaphore room;
    private final AtomicReference<@Nullable StoreException> broken = new AtomicReference<>();

    private final Cursor start;
    private final Watermark watermark;
    private final List<Message> fresh = new ArrayList<>();
    private final Map<String, Long> folders = new HashMap<>();
    private final Map<String, String> shut = new TreeMap<>();
    private long lastCommit = System.nanoTime();
    private boolean dirty;

    private final AtomicLong expected = new AtomicLong();
    private final long before;
    private final AtomicLong fetched = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong quarantined = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private long removed;

    Indexing(
            Account account,
            Writer writer,
            MailParser parser,
            Supplier<TextReader> reader,
            List<Decision> decisions,
            Progress progress,
            int atOnce)
            throws StoreException {
        this.account = account;
        this.writer = writer;
        this.threading = new Threading(account.identity(), decisions);
        this.parser = parser;
        this.reader = reader;
        this.progress = progress;
        this.queueKib = QUEUE_BYTES / KIB / atOnce;
        this.room = new Semaphore(queueKib);
        this.start = new Cursor(writer.marks());
        this.watermark = new Watermark(start);
        this.before = size();
        this.workers =
                Executors.newFixedThreadPool(
                        Runtime.getRuntime().availableProcessors(),
                        Thread.ofPlatform()
                                .daemon()
                                .name("index-" + account.name() + "-", 0)
                                .factory());
    }

    @Override
    public Set<Location> known(String folder) {
        try (View view = writer.view()) {
            Set<Location> known = new HashSet<>(view.locations(folder).keySet());
            view.quarantined().keySet().stream()
                    .filter(location -> location.folder().equals(folder))
                    .forEach(known::add);
            return known;
        } catch (StoreException e) {
            throw new StoreFailure(e);
        }
    }

    @Override
    public Recogniser recogniser(Set<Location> left) {
        try {
            Recogniser moves = new Moves(writer, parser, left);
            return seen -> {
                Set<Location> recognised = moves.recognise(seen);
                dirty |= !recognised.isEmpty();
                return recognised;
            };
        } catch (StoreException e) {
            throw new StoreFailure(e);
        }
    }

    @Override
    public void shut(String folder, String why) {
        folder(folder, UNCOUNTED, 0);
        shut.put(folder, why);
    }

    @Override
    public void folder(String folder, long mails, long toFetch) {
        folders.put(folder, mails);
        expected.addAndGet(toFetch);
        progress.advanced(account.name(), done.get(), expected.get());
    }

    @Override
    public void accept(RawMail mail) throws InterruptedException {
        rethrow();
        int weight = Math.min(queueKib, mail.bytes().length / KIB + 1);
        room.acquire(weight);
        fetched.incrementAndGet();
        dirty = true;
        Watermark.Batch batch = watermark.mailBegins();
        workers.execute(() -> {
            try {
                index(mail);
            } finally {
                progress.advanced(account.name(), done.incrementAndGet(), expected.get());
                batch.mailIsDone();
                room.release(weight); // last: whoever holds all the room knows that all is done
            }
        });
    }

    @Override
    public void quarantine(Location location, String reason) {
        quarantined.incrementAndGet();
        dirty = true;
        try {
            writer.quarantine(location, reason);
        } catch (StoreException e) {
            broken.compareAndSet(null, e);
        }
    }

    @Override
    public void gone(Location location) {
        dirty = true;
        try {
            removed += writer.remove(location) ? 1 : 0;
        } catch (StoreException e) {
            broken.compareAndSet(null, e);
        }
    }

    @Override
    public void settled(Cursor next) {
        rethrow();
        watermark.settled(next);
        commitIfDue();
    }

    private void commitIfDue() {
        boolean due;
        synchronized (fresh) {
            due = fresh.size() >= COMMIT_MAILS || System.nanoTime() - lastCommit >= COMMIT_NANOS;
        }
        if (due) {
            commit(watermark.advance());
        }
    }

    /// Brings about what was decided about these mails since the last pass.
    void rearrange(Set<MailId> decided) throws StoreException {
        if (!decided.isEmpty()) {
            try (View view = writer.view()) {
                Map<MailId, ConversationId> changes = threading.rearrange(decided, view);
                writer.place(changes);
                dirty |= !changes.isEmpty();
            }
        }
    }

    /// Waits for the workers, committing meanwhile as it becomes due, and commits what remains.
    void finish() throws InterruptedException {
        while (!room.tryAcquire(queueKib, 1, TimeUnit.SECONDS)) {
            rethrow();
            commitIfDue();
        }
        room.release(queueKib);
        rethrow();
        Cursor reached = watermark.advance();
        if (dirty || !reached.equals(new Cursor(writer.marks()))) {
            commit(reached);
        }
    }

    /// The folders the source announced, with how many mails lie in each.
    Map<String, Long> folders() {
        return folders;
    }

    /// Commits removals made behind the pull.
    void commitRemovals(long mails) {
        removed += mails;
        commit(watermark.reached());
    }

    SyncReport report(boolean complete, Duration elapsed, Optional<Tier> tier)
            throws StoreException {
        long taken = fetched.get();
        long indexed = size() - before + removed;
        long duplicates = Math.max(0, taken - indexed - failed.get());
        return new SyncReport(
                account.name(),
                complete,
                !watermark.reached().equals(start),
                taken,
                indexed,
                duplicates,
                quarantined.get(),
                removed,
                elapsed,
                watermark.reached(),
                tier,
                shut);
    }

    private long size() throws StoreException {
        try (View view = writer.view()) {
            return view.size();
        }
    }

    private void index(RawMail raw) {
        if (broken.get() != null) {
            return;
        }
        try {
            StoredMail mail = Understood.whole(raw, parser, reader.get());
            writer.put(mail);
            synchronized (fresh) {
                fresh.add(mail.message());
            }
        } catch (StoreException e) {
            broken.compareAndSet(null, e);
        } catch (OutOfMemoryError e) {
            // Not this mail's fault alone, and it must not count as taken in.
            broken.compareAndSet(null, outOfMemory(e));
        } catch (RuntimeException | StackOverflowError e) {
            failed.incrementAndGet();
            quarantine(
                    raw.location(),
                    "it could not be taken in ("
                            + e.getClass().getSimpleName()
                            + "); please report it");
        }
    }

    private StoreException outOfMemory(OutOfMemoryError e) {
        return new StoreException(
                "reading the mail of account '"
                        + account.name()
                        + "' takes more memory than Fraywatch has; what was committed before is safe; give it more, for instance by FRAYWATCH_JAVA_OPTS=-Xmx1g, then start again",
                e);
    }

    private void commit(Cursor reached) {
        try {
            List<Message> arrived;
            synchronized (fresh) {
                arrived = List.copyOf(fresh);
                fresh.clear();
            }
            if (!arrived.isEmpty()) {
                try (View view = writer.view()) {
                    writer.place(threading.place(arrived, view));
                }
            }
            writer.commit(reached.marks());
            lastCommit = System.nanoTime();
            dirty = false;
        } catch (StoreException e) {
            throw new StoreFailure(e);
        }
    }

    private void rethrow() {
        StoreException failure = broken.get();
        if (failure != null) {
            throw new StoreFailure(failure);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
