package io.fraywatch.server.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a command that SIGTERM or Ctrl-C reaches come to its end: its thread is interrupted and
/// given a while, then the process ends with status 0, since whatever was committed stands.
final class GracefulEnd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Thread command = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Console console;
    private final Thread hook = Thread.ofPlatform().name("goodbye").unstarted(this::end);
    private volatile boolean asked;

    /// Stands for as long as the calling thread is at work on a command.
    GracefulEnd(Console console) {
        this.console = console;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end() {
        asked = true;
        command.interrupt();
        try {
            boolean _ = ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        console.flush();
        Runtime.getRuntime().halt(Exit.DONE.status());
    }

    /// What comes of a command that was interrupted.
    ///
    /// @throws InterruptedException if it wasn't we who were asked to end it
    Exit of(InterruptedException interrupted) throws InterruptedException {
        if (!asked) {
            throw interrupted;
        }
        console.remark(
                "fraywatch: stopped as asked; what was committed is kept, and the next `fraywatch sync` goes on from there");
        return Exit.DONE;
    }

    @Override
    public void close() {
        ended.countDown();
        if (!asked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ending) {
                // The hook runs by now, and knows that the command has ended.
            }
        }
    }
}
