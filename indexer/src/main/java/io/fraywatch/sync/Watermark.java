package io.fraywatch.sync;

import io.fraywatch.source.Cursor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/// The newest cursor of which every mail handed over before it has been dealt with.
///
/// Mails begin, settle and are looked at on the source's thread; they are done on any.
final class Watermark {
    private final Deque<Batch> settled = new ArrayDeque<>();
    private Batch current = new Batch();
    private Cursor reached;

    Watermark(Cursor start) {
        reached = start;
    }

    /// A mail was handed over; the batch is to be told when it is done.
    Batch mailBegins() {
        current.pending.incrementAndGet();
        return current;
    }

    /// The source stands at this cursor once all mails begun so far are done.
    void settled(Cursor next) {
        current.cursor = next;
        settled.add(current);
        current = new Batch();
    }

    /// Moves on as far as what is done allows.
    Cursor advance() {
        while (!settled.isEmpty() && settled.peek().pending.get() == 0) {
            reached = settled.remove().cursor;
        }
        return reached;
    }

    /// Where the last advance ended.
    Cursor reached() {
        return reached;
    }

    /// Mails handed over between two cursors.
    static final class Batch {
        private final AtomicInteger pending = new AtomicInteger();
        private Cursor cursor = Cursor.START;

        void mailIsDone() {
            pending.decrementAndGet();
        }
    }
}
