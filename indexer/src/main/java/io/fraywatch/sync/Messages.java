package io.fraywatch.sync;

import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Message;
import io.fraywatch.store.Entry;

/// Turns what the store keeps into messages.
final class Messages {
    private Messages() {}

    /// A message whose direction nobody asked for.
    static Message of(Entry entry) {
        return of(entry, Direction.OTHER);
    }

    static Message of(Entry entry, Direction direction) {
        return new Message(
                entry.id(),
                entry.sentAt(),
                entry.headers(),
                entry.nature(),
                direction,
                entry.traces());
    }
}
