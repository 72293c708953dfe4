package io.fraywatch.server;

import io.dropwizard.lifecycle.Managed;
import io.fraywatch.mail.AccountName;
import io.fraywatch.server.setup.LivePolicy;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.FlagRoll;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the configuration file and, when it has changed for the better, judges all mail anew at
/// once.
final class Reloader implements Managed {
    private static final Logger log = LoggerFactory.getLogger(Reloader.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final LivePolicy policy;
    private final FlagRoll roll;
    private final List<AccountName> accounts;
    private final Clock clock;
    private final Thread thread = Thread.ofVirtual().name("configuration").unstarted(this::watch);

    Reloader(LivePolicy policy, FlagRoll roll, List<AccountName> accounts, Clock clock) {
        this.policy = policy;
        this.roll = roll;
        this.accounts = List.copyOf(accounts);
        this.clock = clock;
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
                    judge();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void judge() {
        try {
            roll.call(accounts, clock.instant());
        } catch (StoreException e) {
            log.warn("mail can't be judged by the changed configuration yet: {}", e.getMessage());
        }
    }
}
