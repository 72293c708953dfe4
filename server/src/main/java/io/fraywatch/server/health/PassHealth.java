package io.fraywatch.server.health;

import com.codahale.metrics.health.HealthCheck;
import io.dropwizard.core.setup.Environment;
import io.fraywatch.flags.PassState.Trouble;
import io.fraywatch.mail.AccountName;
import io.fraywatch.sync.Outcome;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/// Whether every mailbox can be read and its index written, by how the last pass over each ended.
/// Kept in memory: a full disk must not keep it from turning red.
public final class PassHealth extends HealthCheck {
    private final Map<AccountName, Trouble> failing = new ConcurrentSkipListMap<>();

    private PassHealth() {}

    public static PassHealth register(Environment environment) {
        PassHealth health = new PassHealth();
        environment.healthChecks().register("mailboxes", health);
        return health;
    }

    /// Hears how a pass ended.
    public void heard(AccountName account, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done _ -> failing.remove(account);
            case Outcome.Failed(Trouble trouble, Exception _) -> failing.put(account, trouble);
            case Outcome.Paused(Trouble trouble) -> failing.put(account, trouble);
            case Outcome.Busy _ -> {}
        }
    }

    @Override
    protected Result check() {
        if (failing.isEmpty()) {
            return Result.healthy("every mailbox whose turn has come was read");
        }
        return Result.unhealthy(
                failing.entrySet().stream()
                        .map(each -> each.getKey() + ": " + words(each.getValue()))
                        .collect(Collectors.joining("; "))
                        // Dropwizard formats what it is given.
                        .replace("%", "%%"));
    }

    private static String words(Trouble trouble) {
        return (trouble.what() + " " + trouble.remedy()).strip();
    }
}
