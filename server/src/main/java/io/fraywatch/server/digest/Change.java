package io.fraywatch.server.digest;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.flags.Outbox;
import java.util.Locale;
import java.util.Optional;

/// How a flag stands against what the user was told before.
public enum Change {
    NEW,
    WORSE,
    SAME;

    /// By how much a score must have grown to be told again within the same level.
    private static final int NOTABLE = 15;

    static Change of(Assessment now, Optional<Outbox.Told> before) {
        if (before.isEmpty()) {
            return NEW;
        }
        Outbox.Told told = before.get();
        boolean higher = now.level().compareTo(told.level()) > 0;
        return higher || now.score() >= told.score() + NOTABLE ? WORSE : SAME;
    }

    /// The name in JSON.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
