package io.fraywatch.sync;

import java.util.List;

/// Tells how each account is doing. Safe for many threads.
@FunctionalInterface
public interface Roster {
    /// In the order in which they are configured.
    List<AccountState> states();
}
