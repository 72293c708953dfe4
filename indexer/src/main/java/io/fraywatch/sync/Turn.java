package io.fraywatch.sync;

/// How long a pass may go on while other mailboxes wait.
@FunctionalInterface
public interface Turn {
    /// One that nobody waits for.
    Turn ENDLESS = () -> false;

    /// Whether the pass should make room at the next point from which it can go on later.
    boolean isOver();
}
