package io.fraywatch.source.gmail;

/// Spends quota units no faster than Gmail allows a user, so that it never has to refuse us.
///
/// A bucket that holds a burst and fills steadily: over any minute no more than the allowance is
/// spent, burst included. One thread at a time.
final class Pace {
    private static final double NANOS_A_MINUTE = 60e9;
    private static final double BURST_SHARE = 1.0 / 24;

    private final Time time;
    private final double burst;
    private final double unitsANano;
    private double units;
    private long last;

    /// Where time comes from and goes by.
    interface Time {
        /// A monotonic clock, in nanoseconds.
        long nanos();

        void sleep(long nanos) throws InterruptedException;

        Time SYSTEM =
                new Time() {
                    @Override
                    public long nanos() {
                        return System.nanoTime();
                    }

                    @Override
                    public void sleep(long nanos) throws InterruptedException {
                        Thread.sleep(java.time.Duration.ofNanos(nanos));
                    }
                };
    }

    /// @param unitsAMinute the allowance
    Pace(int unitsAMinute, Time time) {
        this.time = time;
        this.burst = unitsAMinute * BURST_SHARE;
        this.unitsANano = unitsAMinute * (1 - BURST_SHARE) / NANOS_A_MINUTE;
        this.units = burst;
        this.last = time.nanos();
    }

    /// Waits until that many units may be spent. More than the bucket holds are lent, and the next
    /// caller waits for them.
    void spend(int wanted) throws InterruptedException {
        fill();
        double needed = Math.min(wanted, burst);
        while (units < needed) {
            time.sleep((long) Math.ceil((needed - units) / unitsANano));
            fill();
        }
        units -= wanted;
    }

    private void fill() {
        long now = time.nanos();
        units = Math.min(burst, units + (now - last) * unitsANano);
        last = now;
    }
}
