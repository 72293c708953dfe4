package io.fraywatch.server.cli;

import io.fraywatch.sync.Replay;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/// Shows on stderr which day a replay has come to: drawn over on a screen, a line every few seconds
/// elsewhere.
final class DayProgress implements AutoCloseable {
    private static final long ELSEWHERE = TimeUnit.SECONDS.toNanos(5);

    private final Console console;
    private final Replay.Span span;
    private final boolean live;
    private long shown = System.nanoTime();
    private boolean drawn;

    DayProgress(Console console, Replay.Span span) {
        this.console = console;
        this.span = span;
        this.live = console.terminal().live();
    }

    void told(LocalDate day, int alerts) {
        String line =
                day
                        + ": day "
                        + Math.max(0, day.toEpochDay() - span.from().toEpochDay() + 1)
                        + " of "
                        + span.days()
                        + ", alerts so far: "
                        + alerts;
        long now = System.nanoTime();
        if (live) {
            console.status(line);
            drawn = true;
        } else if (now - shown >= ELSEWHERE) {
            console.remark(line);
            shown = now;
        }
    }

    @Override
    public void close() {
        if (drawn) {
            console.status("");
        }
    }
}
