package io.fraywatch.server.cli;

import io.fraywatch.mail.AccountName;
import io.fraywatch.sync.Progress;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Shows on stderr how far a pass has come: drawn over on a screen, a line every few seconds
/// elsewhere.
final class ProgressLine implements Progress, AutoCloseable {
    private static final long ON_SCREEN = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long ELSEWHERE = TimeUnit.SECONDS.toNanos(5);

    private final Console console;
    private final boolean live;
    private final long started = System.nanoTime();
    private final AtomicLong shown = new AtomicLong(started);
    private volatile boolean drawn;

    ProgressLine(Console console) {
        this.console = console;
        this.live = console.terminal().live();
    }

    @Override
    public void advanced(AccountName account, long done, long expected) {
        long now = System.nanoTime();
        long last = shown.get();
        if (now - last < (live ? ON_SCREEN : ELSEWHERE) || !shown.compareAndSet(last, now)) {
            return;
        }
        String line = line(account, done, expected, (now - started) / 1e9);
        if (live) {
            console.status(line);
            drawn = true;
        } else {
            console.remark(line);
        }
    }

    private static String line(AccountName account, long done, long expected, double seconds) {
        double perSecond = done / seconds;
        String remaining =
                done == 0 || expected <= done
                        ? ""
                        : String.format(
                                Locale.ROOT, ", %.0f s left", (expected - done) / perSecond);
        return String.format(
                Locale.ROOT,
                "%s: %,d of %,d mails, %,.0f/s%s",
                account,
                done,
                Math.max(done, expected),
                perSecond,
                remaining);
    }

    @Override
    public void close() {
        if (drawn) {
            console.status("");
        }
    }
}
