package io.fraywatch.server.cli;

import io.fraywatch.flags.PassState.Trouble;
import io.fraywatch.server.web.Words;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.Lookout;
import io.fraywatch.sync.Outcome;
import io.fraywatch.sync.Passes;
import io.fraywatch.sync.SyncReport;
import io.fraywatch.sync.Turns;
import io.fraywatch.sync.Wish;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Passes over several mailboxes, a few at once; what comes of each is told as soon as it is known.
final class Rounds {
    private final Passes passes;
    private final Turns turns = new Turns();
    private final Console console;
    private final ZoneId zone;

    /// @param zone where the user is
    Rounds(Passes passes, Console console, ZoneId zone) {
        this.passes = passes;
        this.console = console;
        this.zone = zone;
    }

    /// @return failed if all mailboxes did, partly if one did or something was set aside
    Exit over(List<Account> accounts, Wish wish) throws InterruptedException {
        List<Exit> exits = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Exit>> running =
                    accounts.stream()
                            .map(account -> threads.submit(() -> over(account, wish)))
                            .toList();
            try {
                for (Future<Exit> each : running) {
                    exits.add(each.get());
                }
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw e;
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw new IllegalStateException("a pass ended without an outcome", e.getCause());
            }
        }
        if (exits.stream().allMatch(exit -> exit == Exit.FAILED)) {
            return Exit.FAILED;
        }
        return exits.stream().allMatch(exit -> exit == Exit.DONE) ? Exit.DONE : Exit.PARTLY;
    }

    /// Goes on with a pass over each mailbox whenever something happens there, and after so long in
    /// any case, until interrupted.
    void watch(List<Account> accounts, Duration every) throws InterruptedException {
        List<Thread> watching =
                accounts.stream()
                        .map(account -> Thread.ofVirtual().start(() -> watch(account, every)))
                        .toList();
        try {
            for (Thread each : watching) {
                each.join();
            }
        } finally {
            watching.forEach(Thread::interrupt);
        }
    }

    private void watch(Account account, Duration every) {
        Semaphore bell = new Semaphore(1);
        try (Lookout lookout = new Lookout(account, bell::release)) {
            while (true) {
                boolean _ = bell.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS);
                bell.drainPermits();
                over(account, Wish.ROUTINE, lookout::after);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private Exit over(Account account, Wish wish) throws InterruptedException {
        return over(account, wish, ignored -> {});
    }

    private Exit over(Account account, Wish wish, Consumer<Outcome> each)
            throws InterruptedException {
        Optional<SyncReport> before = Optional.empty();
        while (true) {
            Outcome outcome;
            try (Turns.Held turn = turns.take();
                    ProgressLine progress = new ProgressLine(console)) {
                outcome = passes.make(account, progress, turn, wish);
            }
            each.accept(outcome);
            if (!(outcome instanceof Outcome.Done(SyncReport part))) {
                return fail(account, outcome);
            }
            SyncReport report = before.map(first -> first.and(part)).orElse(part);
            if (report.complete()) {
                return told(report) ? Exit.PARTLY : Exit.DONE;
            }
            before = Optional.of(report);
        }
    }

    private boolean told(SyncReport report) {
        synchronized (console) {
            return SyncCommand.say(report, console);
        }
    }

    private Exit fail(Account account, Outcome outcome) {
        String why =
                switch (outcome) {
                    case Outcome.Failed(Trouble trouble, Exception cause) -> Failures.words(cause);
                    case Outcome.Busy(String what) -> what;
                    case Outcome.Paused(Trouble trouble) -> paused(trouble);
                    case Outcome.Done done ->
                            throw new IllegalArgumentException(done + " is no failure");
                };
        synchronized (console) {
            console.remark("fraywatch: " + account.name() + ": " + why);
        }
        return Exit.FAILED;
    }

    private String paused(Trouble trouble) {
        return Failures.sentence(trouble.what())
                + " "
                + trouble.remedy()
                + " So that nobody is locked out, it is left alone until "
                + new Words(zone, trouble.at()).moment(trouble.pausedTill())
                + "; once you have mended it, `fraywatch sync --retry` tries at once.";
    }
}
