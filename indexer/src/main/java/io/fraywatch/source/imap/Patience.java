package io.fraywatch.source.imap;

import java.time.Duration;

/// Counts how long a server kept us waiting for one answer, our own pauses left out.
///
/// The allowance grows with what arrives, so a slow line gets through and a server that drips bytes
/// doesn't.
final class Patience {
    private static final long BYTES_PER_SECOND = 8 * 1024;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private long allowance;
    private long waited;
    private long received;
    private long waitingSince;
    private boolean waiting;

    Patience(Duration allowance) {
        this.allowance = allowance.toNanos();
    }

    /// Starts to count for the next answer.
    synchronized void renew(Duration allowance) {
        this.allowance = allowance.toNanos();
        waited = 0;
        received = 0;
    }

    synchronized void waits(long now) {
        waitingSince = now;
        waiting = true;
    }

    synchronized void got(long bytes, long now) {
        waited += now - waitingSince;
        received += bytes;
        waiting = false;
    }

    synchronized boolean exhausted(long now) {
        long open = waiting ? now - waitingSince : 0;
        return waited + open > allowance + received * (NANOS_PER_SECOND / BYTES_PER_SECOND);
    }
}
