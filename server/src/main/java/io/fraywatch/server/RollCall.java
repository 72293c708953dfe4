package io.fraywatch.server;

import io.dropwizard.lifecycle.Managed;
import io.fraywatch.flags.LedgerException;
import io.fraywatch.mail.AccountName;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.FlagRoll;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has flags taken down, for all mailboxes that were read since the last time at once: with many of
/// them, judging after each pass would take longer than the passes.
final class RollCall implements Managed {
    private static final Logger log = LoggerFactory.getLogger(RollCall.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final FlagRoll roll;
    private final Clock clock;
    private final Set<AccountName> due = new HashSet<>();
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("flags").unstarted(this::work);

    RollCall(FlagRoll roll, Clock clock) {
        this.roll = roll;
        this.clock = clock;
    }

    /// Asks for it soon; returns at once.
    void ask(Collection<AccountName> accounts) {
        synchronized (due) {
            due.addAll(accounts);
        }
        bell.release();
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() throws InterruptedException {
        thread.interrupt();
        if (!thread.join(PATIENCE)) {
            log.warn("judging didn't stop in time; nothing is lost");
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                bell.acquire();
                bell.drainPermits();
                call();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void call() {
        List<AccountName> accounts;
        synchronized (due) {
            accounts = List.copyOf(due);
            due.clear();
        }
        try {
            roll.call(accounts, clock.instant());
        } catch (StoreException | LedgerException e) {
            log.warn("flags can't be taken down until the next pass: {}", e.getMessage());
            synchronized (due) {
                due.addAll(accounts);
            }
        }
    }
}
