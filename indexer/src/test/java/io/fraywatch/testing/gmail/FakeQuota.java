package io.fraywatch.testing.gmail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/// Counts quota units over the last minute and refuses what would go over the allowance. Safe for
/// many threads.
public final class FakeQuota {
    private static final long MINUTE = 60_000_000_000L;

    private final long unitsAMinute;
    private final LongSupplier nanos;
    private final Deque<long[]> spent = new ArrayDeque<>();
    private long inMinute;
    private long total;
    private long refused;

    /// @param unitsAMinute the allowance
    /// @param nanos a clock, in nanoseconds
    public FakeQuota(long unitsAMinute, LongSupplier nanos) {
        this.unitsAMinute = unitsAMinute;
        this.nanos = nanos;
    }

    /// Whether this much may still be spent; if so, it is.
    synchronized boolean spend(int units) {
        long now = nanos.getAsLong();
        while (!spent.isEmpty() && now - spent.peekFirst()[0] >= MINUTE) {
            inMinute -= spent.removeFirst()[1];
        }
        if (inMinute + units > unitsAMinute) {
            refused++;
            return false;
        }
        spent.addLast(new long[] {now, units});
        inMinute += units;
        total += units;
        return true;
    }

    /// Units spent in all.
    public synchronized long total() {
        return total;
    }

    /// Calls refused.
    public synchronized long refused() {
        return refused;
    }
}
