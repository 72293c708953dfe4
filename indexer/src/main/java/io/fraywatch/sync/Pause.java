package io.fraywatch.sync;

import io.fraywatch.mail.AccountName;
import java.time.Duration;

/// How long a mailbox that failed is left alone: longer each time, at most an hour and a fifth.
///
/// Where a login was refused it is a quarter of an hour at least, since only a person can mend that
/// and servers lock out whoever keeps knocking. Up to a fifth is added by the account's name, so
/// that many accounts at one server don't all come back in the same second.
final class Pause {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 7;
    private static final int FIFTH = 5;

    private Pause() {}

    /// @param failures how many passes failed one after the other, 1 or more
    static Duration after(Failing failing, int failures, AccountName account) {
        Duration longer = first(failing).multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration pause = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
        long spread = pause.toMillis() / FIFTH;
        int seed = 31 * account.hashCode() + failures;
        return pause.plusMillis(spread * Math.floorMod(seed, 1_000) / 1_000);
    }

    /// The longest there is.
    static Duration longest() {
        return LONGEST.plus(LONGEST.dividedBy(FIFTH));
    }

    private static Duration first(Failing failing) {
        return switch (failing) {
            case UNREACHABLE, PROTOCOL, INDEX -> Duration.ofSeconds(30);
            case THROTTLED -> Duration.ofMinutes(1);
            case REFUSED, INSECURE, MISCONFIGURED -> Duration.ofMinutes(15);
            case BROKEN -> LONGEST;
        };
    }
}
