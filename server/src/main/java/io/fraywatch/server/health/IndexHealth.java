package io.fraywatch.server.health;

import com.codahale.metrics.health.HealthCheck;
import io.dropwizard.core.setup.Environment;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Desk;
import java.util.Optional;

/// Whether the index of every account can be read, and how much it holds.
public final class IndexHealth extends HealthCheck {
    private final Desk desk;

    private IndexHealth(Desk desk) {
        this.desk = desk;
    }

    public static void register(Environment environment, Desk desk) {
        environment.healthChecks().register("index", new IndexHealth(desk));
    }

    @Override
    protected Result check() {
        try {
            long mails = 0;
            long quarantined = 0;
            for (Desk.Stats stats : desk.stats()) {
                mails += stats.mails();
                quarantined += stats.quarantined();
            }
            return Result.healthy("%d mails, %d set aside", mails, quarantined);
        } catch (StoreException e) {
            return Result.unhealthy(
                    Optional.ofNullable(e.getMessage())
                            .orElse("The index can't be read.")
                            // Dropwizard formats what it is given.
                            .replace("%", "%%"));
        }
    }
}
