package io.fraywatch.sync;

import io.fraywatch.flags.PassState;
import java.util.List;

/// Tells how each account is doing. Safe for many threads.
@FunctionalInterface
public interface Roster {
    /// In the order in which they are configured.
    List<AccountState> states();

    /// How the last passes over each went, without a look at what the index holds.
    default List<PassState> passes() {
        return states().stream().map(AccountState::pass).toList();
    }
}
