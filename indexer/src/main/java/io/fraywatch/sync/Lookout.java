package io.fraywatch.sync;

import io.fraywatch.source.MailSource;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.Watch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Rings a bell as soon as a mailbox says that something changed, where it can say so.
///
/// Listens only from a pass that went well to the first that doesn't: so it never knocks at a door
/// that was just shut, and a pass is what finds out whether we are welcome again. Not safe for
/// several threads.
public final class Lookout implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 8;
    private static final Duration FOREVER = Duration.ofDays(1);

    private final Account account;
    private final Runnable bell;
    private Optional<Thread> listener = Optional.empty();
    private volatile boolean mute;
    private volatile int brokenInARow;

    /// @param bell called from a thread of this object's; must return at once
    public Lookout(Account account, Runnable bell) {
        this.account = account;
        this.bell = bell;
    }

    /// To be told how each pass ended.
    public void after(Outcome outcome) {
        switch (outcome) {
            case Outcome.Done done -> listen();
            case Outcome.Failed failed -> close();
            case Outcome.Paused paused -> close();
            case Outcome.Busy busy -> {}
        }
    }

    private void listen() {
        if (!mute && listener.filter(Thread::isAlive).isEmpty()) {
            String name = "watch-" + account.name();
            listener = Optional.of(Thread.ofVirtual().name(name).start(this::listenUntilBroken));
        }
    }

    private void listenUntilBroken() {
        try (MailSource source = account.connection().open()) {
            Optional<Watch> watch = source.watch();
            if (watch.isEmpty()) {
                mute = true;
                return;
            }
            try (Watch open = watch.get()) {
                // What came between the last pass and this moment went unheard.
                bell.run();
                listenTo(open);
            }
            Thread.sleep(pause());
            bell.run();
        } catch (SourceException unheard) {
            // The next pass comes in its turn, and says what is wrong.
            return;
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void listenTo(Watch watch) throws InterruptedException {
        while (true) {
            switch (watch.await(FOREVER)) {
                case CHANGED -> {
                    brokenInARow = 0;
                    bell.run();
                }
                case SILENCE -> brokenInARow = 0;
                case BROKEN -> {
                    return;
                }
            }
        }
    }

    /// Longer each time, and never the same for two programs that lost their line together.
    private Duration pause() {
        brokenInARow = Math.min(brokenInARow + 1, MOST_DOUBLINGS);
        long longest = FIRST_PAUSE.multipliedBy(1L << (brokenInARow - 1)).toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }

    /// Stops listening until the next pass that goes well.
    @Override
    public void close() {
        listener.ifPresent(Thread::interrupt);
        listener = Optional.empty();
    }
}
