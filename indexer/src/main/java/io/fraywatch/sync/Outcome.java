package io.fraywatch.sync;

import io.fraywatch.flags.PassState.Trouble;

/// How a pass over a mailbox ended.
public sealed interface Outcome {
    /// It did what the report says.
    record Done(SyncReport report) implements Outcome {}

    /// It failed; what was committed stands.
    record Failed(Trouble trouble, Exception cause) implements Outcome {}

    /// Another process is at work on the account's index; nothing is wrong with the mailbox.
    record Busy(String what) implements Outcome {}

    /// None was made, since the mailbox failed before and is left alone for now.
    record Paused(Trouble trouble) implements Outcome {}
}
