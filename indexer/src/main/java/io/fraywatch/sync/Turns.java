package io.fraywatch.sync;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/// Who may work on a mailbox now: so many at once, first come, first served, and no longer than a
/// slice of time while somebody waits. Safe for many threads.
///
/// A mailbox with years of mail to read so gets slice after slice, and one that drips holds its
/// place until the source's own deadline ends it; neither holds up the rest.
public final class Turns {
    /// How many mailboxes are read at once; what their mails take up in memory is divided by it.
    public static final int AT_ONCE = 4;

    private static final Duration SLICE = Duration.ofSeconds(10);

    private final Semaphore places;
    private final long sliceNanos;

    public Turns() {
        this(AT_ONCE, SLICE);
    }

    /// @param atOnce 1 or more
    /// @param slice how long a turn lasts while others wait
    Turns(int atOnce, Duration slice) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("with " + atOnce + " at once nobody ever works");
        }
        this.places = new Semaphore(atOnce, true);
        this.sliceNanos = slice.toNanos();
    }

    /// Waits for a place; whoever takes it gives it back by closing it.
    public Held take() throws InterruptedException {
        places.acquire();
        return new Held(System.nanoTime());
    }

    /// A place at work.
    public final class Held implements Turn, AutoCloseable {
        private final long since;
        private boolean given;

        private Held(long since) {
            this.since = since;
        }

        @Override
        public boolean isOver() {
            return System.nanoTime() - since >= sliceNanos && places.hasQueuedThreads();
        }

        @Override
        public synchronized void close() {
            if (!given) {
                given = true;
                places.release();
            }
        }
    }
}
