package io.fraywatch.server;

import io.dropwizard.lifecycle.Managed;
import io.fraywatch.server.setup.LivePolicy;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the configuration file and, when it has changed for the better, judges all mail anew at
/// once.
final class Reloader implements Managed {
    private static final Logger log = LoggerFactory.getLogger(Reloader.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final LivePolicy policy;
    private final Runnable judge;
    private final Thread thread = Thread.ofVirtual().name("configuration").unstarted(this::watch);

    /// @param judge has all mail judged anew; returns at once
    Reloader(LivePolicy policy, Runnable judge) {
        this.policy = policy;
        this.judge = judge;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() throws InterruptedException {
        thread.interrupt();
        if (!thread.join(PATIENCE)) {
            log.warn("the watch over the configuration didn't stop in time; nothing is lost");
        }
    }

    private void watch() {
        int judged = 0;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(EVERY);
                policy.refresh();
                if (policy.edition() > judged) {
                    judged = policy.edition();
                    judge.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
