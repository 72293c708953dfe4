package io.fraywatch.server;

import io.dropwizard.lifecycle.Managed;
import io.fraywatch.source.SourceException;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.FlagRoll;
import io.fraywatch.sync.Progress;
import io.fraywatch.sync.SyncReport;
import io.fraywatch.sync.Synchronizer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the mailboxes in sync and the ledger of flags with them: a thread per account, so that a
/// slow one holds up no other.
///
/// After a failure it waits longer and longer, at most an hour; where a login or certificate was
/// refused, at once a quarter of an hour, since only a person can mend that and servers lock out
/// whoever keeps knocking.
final class Keeper implements Managed {
    private static final Logger log = LoggerFactory.getLogger(Keeper.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);
    private static final Duration REFUSED_RETRY = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Synchronizer synchronizer;
    private final List<Account> accounts;
    private final FlagRoll roll;
    private final Duration every;
    private final Clock clock;
    private final List<Thread> threads = new ArrayList<>();

    /// @param every how long to wait between two passes over a mailbox
    Keeper(
            Synchronizer synchronizer,
            List<Account> accounts,
            FlagRoll roll,
            Duration every,
            Clock clock) {
        this.synchronizer = synchronizer;
        this.accounts = List.copyOf(accounts);
        this.roll = roll;
        this.every = every;
        this.clock = clock;
    }

    @Override
    public void start() {
        for (Account account : accounts) {
            threads.add(
                    Thread.ofVirtual().name("sync-" + account.name()).start(() -> keep(account)));
        }
    }

    @Override
    public void stop() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            if (!thread.join(PATIENCE)) {
                log.warn(
                        "{} didn't stop within {} s; its last commit stands",
                        thread.getName(),
                        PATIENCE.toSeconds());
            }
        }
    }

    private void keep(Account account) {
        int failures = 0;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Duration wait;
                try {
                    report(synchronizer.sync(account, Progress.silent()));
                    roll.call(List.of(account.name()), clock.instant());
                    failures = 0;
                    wait = every;
                } catch (SourceException e) {
                    wait = retry(e.kind(), failures++);
                    log.warn(
                            "account {}: {}. {} Next try in {} s",
                            account.name(),
                            e.getMessage(),
                            e.remedy(),
                            wait.toSeconds());
                } catch (StoreException e) {
                    wait = retry(SourceException.Kind.UNREACHABLE, failures++);
                    log.warn(
                            "account {}: {} Next try in {} s",
                            account.name(),
                            e.getMessage(),
                            wait.toSeconds());
                } catch (RuntimeException e) {
                    wait = LONGEST_RETRY;
                    log.error(
                            "account {}: a pass broke in a way it never should ({}); next try in {} s",
                            account.name(),
                            e.getClass().getName(),
                            wait.toSeconds());
                }
                Thread.sleep(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void report(SyncReport report) {
        if (report.fetched() > 0 || report.removed() > 0) {
            log.info(
                    "account {}: {} fetched, {} new, {} gone, {} set aside, in {} ms",
                    report.account(),
                    report.fetched(),
                    report.indexed(),
                    report.removed(),
                    report.quarantined(),
                    report.elapsed().toMillis());
        }
    }

    private static Duration retry(SourceException.Kind kind, int failures) {
        return switch (kind) {
            case REFUSED, INSECURE, MISCONFIGURED -> REFUSED_RETRY;
            case UNREACHABLE, THROTTLED, PROTOCOL -> {
                Duration longer = FIRST_RETRY.multipliedBy(1L << Math.min(failures, 7));
                yield longer.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : longer;
            }
        };
    }
}
