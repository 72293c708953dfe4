package io.fraywatch.flags;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Decision;
import java.time.Instant;
import java.util.Optional;

/// A decision about which mails belong together, as the user took it.
///
/// @param number by which it is undone; higher ones were made later
/// @param undoneAt when it was taken back; it doesn't count since
public record Decided(
        long number,
        AccountName account,
        Decision decision,
        Instant madeAt,
        Optional<Instant> undoneAt) {
    /// Whether it counts.
    public boolean stands() {
        return undoneAt.isEmpty();
    }
}
