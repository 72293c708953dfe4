package io.fraywatch.server;

import io.dropwizard.lifecycle.Managed;
import io.fraywatch.flags.PassState.Trouble;
import io.fraywatch.mail.AccountName;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.Lookout;
import io.fraywatch.sync.Outcome;
import io.fraywatch.sync.Passes;
import io.fraywatch.sync.Progress;
import io.fraywatch.sync.SyncReport;
import io.fraywatch.sync.Turns;
import io.fraywatch.sync.Wish;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the mailboxes in sync: each has a thread that waits until a pass is due, then for its
/// turn, so that neither a slow mailbox nor a very big one holds up the others.
final class Keeper implements Managed {
    private static final Logger log = LoggerFactory.getLogger(Keeper.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration BUSY = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Passes passes;
    private final Turns turns;
    private final Consumer<AccountName> read;
    private final BiConsumer<AccountName, Outcome> heard;
    private final Duration every;
    private final Clock clock;
    private final Map<AccountName, Kept> mailboxes = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    /// @param read hears of every mailbox over which a pass was made
    /// @param heard hears how each pass ended
    /// @param every how long to wait between two passes over a mailbox
    Keeper(
            Passes passes,
            Turns turns,
            List<Account> accounts,
            Consumer<AccountName> read,
            BiConsumer<AccountName, Outcome> heard,
            Duration every,
            Clock clock) {
        this.passes = passes;
        this.turns = turns;
        this.read = read;
        this.heard = heard;
        this.every = every;
        this.clock = clock;
        accounts.forEach(account -> mailboxes.put(account.name(), new Kept(account)));
    }

    @Override
    public void start() {
        for (Kept mailbox : mailboxes.values()) {
            threads.add(
                    Thread.ofVirtual()
                            .name("sync-" + mailbox.account.name())
                            .start(() -> keep(mailbox)));
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

    /// Makes the next pass over a mailbox now, unless it is left alone after failures. Returns at
    /// once.
    ///
    /// @return whether there is such a mailbox
    boolean wake(AccountName account) {
        return ring(account, Wish.ROUTINE);
    }

    /// Makes the next pass over a mailbox now, whatever failed before, and asks once more for mails
    /// that were set aside. Returns at once.
    ///
    /// @return whether there is such a mailbox
    boolean retry(AccountName account) {
        return ring(account, Wish.RETRY);
    }

    private boolean ring(AccountName account, Wish wish) {
        Optional<Kept> mailbox = Optional.ofNullable(mailboxes.get(account));
        mailbox.ifPresent(kept -> kept.ring(wish));
        return mailbox.isPresent();
    }

    private void keep(Kept mailbox) {
        try (Lookout lookout = new Lookout(mailbox.account, () -> mailbox.ring(Wish.ROUTINE))) {
            while (!Thread.currentThread().isInterrupted()) {
                mailbox.rest(pass(mailbox, lookout));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return how long to wait for the next
    private Duration pass(Kept mailbox, Lookout lookout) throws InterruptedException {
        try (Turns.Held turn = turns.take()) {
            Wish wish = mailbox.wish.getAndSet(Wish.ROUTINE);
            Outcome outcome = passes.make(mailbox.account, Progress.silent(), turn, wish);
            lookout.after(outcome);
            heard.accept(mailbox.account.name(), outcome);
            return switch (outcome) {
                case Outcome.Done(SyncReport report) -> {
                    tell(report);
                    read.accept(report.account());
                    yield report.complete() ? every : goOn(mailbox, wish);
                }
                case Outcome.Failed(Trouble trouble, Exception cause) -> {
                    tell(mailbox.account, trouble);
                    yield pause(trouble);
                }
                case Outcome.Busy(String what) -> {
                    log.info("account {}: {}", mailbox.account.name(), what);
                    yield BUSY;
                }
                case Outcome.Paused(Trouble trouble) -> pause(trouble);
            };
        }
    }

    private static Duration goOn(Kept mailbox, Wish wish) {
        mailbox.wish.compareAndSet(Wish.ROUTINE, wish);
        return Duration.ZERO;
    }

    /// Looks from time to time whether the mailbox is to be reached in another way by now.
    private Duration pause(Trouble trouble) {
        Duration left = Duration.between(clock.instant(), trouble.pausedTill());
        Duration wait = left.compareTo(every) < 0 ? left : every;
        return wait.compareTo(SHORTEST) > 0 ? wait : SHORTEST;
    }

    private static void tell(SyncReport report) {
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

    /// The first failure is told as such, those after it as what still is so.
    private static void tell(Account account, Trouble trouble) {
        if (trouble.failures() == 1) {
            log.warn(
                    "account {}: {}. {} Left alone until {}",
                    account.name(),
                    trouble.what(),
                    trouble.remedy(),
                    trouble.pausedTill());
        } else {
            log.info(
                    "account {}: failed {} times since {}, left alone until {}: {}",
                    account.name(),
                    trouble.failures(),
                    trouble.since(),
                    trouble.pausedTill(),
                    trouble.what());
        }
    }

    /// One mailbox, and what somebody wants of its next pass.
    private static final class Kept {
        private final Account account;
        private final AtomicReference<Wish> wish = new AtomicReference<>(Wish.ROUTINE);
        private final Semaphore bell = new Semaphore(0);

        Kept(Account account) {
            this.account = account;
        }

        void ring(Wish wanted) {
            if (wanted != Wish.ROUTINE) {
                wish.set(wanted);
            }
            bell.release();
        }

        void rest(Duration longest) throws InterruptedException {
            boolean _ = bell.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
            bell.drainPermits();
        }
    }
}
