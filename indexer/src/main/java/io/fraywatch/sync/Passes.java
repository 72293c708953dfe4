package io.fraywatch.sync;

import io.fraywatch.flags.LedgerException;
import io.fraywatch.flags.PassBook;
import io.fraywatch.flags.PassState;
import io.fraywatch.flags.PassState.Shut;
import io.fraywatch.flags.PassState.Trouble;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.Tier;
import io.fraywatch.store.StoreBusyException;
import io.fraywatch.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes passes over mailboxes and writes down how they went. A mailbox that failed is left alone
/// for a while, longer each time, also by whoever starts after us; unless it is to be reached in
/// another way by now, such as with another password.
///
/// Safe for many threads as long as each passes over another account.
public final class Passes {
    private static final Logger log = LoggerFactory.getLogger(Passes.class);

    private final Synchronizer synchronizer;
    private final PassBook book;
    private final Clock clock;

    public Passes(Synchronizer synchronizer, PassBook book, Clock clock) {
        this.synchronizer = synchronizer;
        this.book = book;
        this.clock = clock;
    }

    /// Makes one pass, or as much of one as its turn allows, if it may be made now.
    public Outcome make(Account account, Progress progress, Turn turn, Wish wish)
            throws InterruptedException {
        PassState before = before(account);
        Optional<Trouble> pause = before.trouble().filter(trouble -> holds(trouble, account, wish));
        if (pause.isPresent()) {
            return new Outcome.Paused(pause.get());
        }
        try {
            SyncReport report = synchronizer.pass(account, progress, turn, wish == Wish.RETRY);
            note(after(before, report));
            return new Outcome.Done(report);
        } catch (SourceException e) {
            return failed(before, account, Failing.of(e.kind()), e.remedy(), e);
        } catch (StoreBusyException e) {
            return new Outcome.Busy(String.valueOf(e.getMessage()));
        } catch (StoreException | LedgerException e) {
            return failed(before, account, Failing.INDEX, "", e);
        } catch (RuntimeException e) {
            log.error("a pass over {} broke at", account.name(), withoutWords(e));
            return failed(
                    before,
                    account,
                    Failing.BROKEN,
                    "Nothing is lost. Please report it with what the log says.",
                    new IllegalStateException(
                            "A pass broke in a way it never should ("
                                    + e.getClass().getSimpleName()
                                    + ")",
                            e));
        }
    }

    private PassState before(Account account) {
        try {
            return book.of(account.name());
        } catch (LedgerException e) {
            log.warn(
                    "how the last pass over {} went isn't known: {}",
                    account.name(),
                    e.getMessage());
            return PassState.none(account.name());
        }
    }

    /// A pause that ends later than any should was reckoned with a clock that ran ahead.
    private boolean holds(Trouble trouble, Account account, Wish wish) {
        Instant now = clock.instant();
        boolean pending =
                now.isBefore(trouble.pausedTill())
                        && !trouble.pausedTill().isAfter(now.plus(Pause.longest()));
        String setting = account.connection().setting();
        boolean same = setting.equals(trouble.setting());
        return pending
                && same
                && switch (wish) {
                    case ROUTINE -> true;
                    case BY_HAND ->
                            trouble.kind().equals(Failing.REFUSED.name()) && !setting.isBlank();
                    case RETRY -> false;
                };
    }

    private PassState after(PassState before, SyncReport report) {
        Instant now = clock.instant();
        return new PassState(
                before.account(),
                report.complete() ? Optional.of(now) : before.doneAt(),
                report.indexed() + (before.open() ? before.found() : 0),
                report.moved() ? Optional.of(now) : before.movedAt(),
                !report.complete(),
                report.tier().map(Tier::key).or(before::tier),
                report.shut().entrySet().stream()
                        .map(each -> new Shut(each.getKey(), each.getValue()))
                        .toList(),
                Optional.empty());
    }

    private Outcome failed(
            PassState before, Account account, Failing failing, String remedy, Exception cause)
            throws InterruptedException {
        if (Thread.interrupted()) {
            // Files and connections that are interrupted say that they failed.
            throw new InterruptedException("the pass over " + account.name() + " was interrupted");
        }
        Instant now = clock.instant();
        int failures = before.trouble().map(Trouble::failures).orElse(0) + 1;
        Duration pause = Pause.after(failing, failures, account.name());
        Trouble trouble =
                new Trouble(
                        failing.name(),
                        String.valueOf(cause.getMessage()),
                        remedy,
                        failures,
                        before.trouble().map(Trouble::since).orElse(now),
                        now,
                        now.plus(pause),
                        account.connection().setting());
        note(
                new PassState(
                        before.account(),
                        before.doneAt(),
                        before.found(),
                        before.movedAt(),
                        before.open(),
                        before.tier(),
                        before.shut(),
                        Optional.of(trouble)));
        return new Outcome.Failed(trouble, cause);
    }

    private void note(PassState state) {
        try {
            book.put(state);
        } catch (LedgerException e) {
            log.warn(
                    "how the pass over {} went isn't written down: {}",
                    state.account(),
                    e.getMessage());
        }
    }

    /// Where it broke, without a message that may hold words of a mail.
    private static Throwable withoutWords(Throwable error) {
        Throwable bare = new IllegalStateException(error.getClass().getName());
        bare.setStackTrace(error.getStackTrace());
        return bare;
    }
}
