package io.fraywatch.sync;

import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Message;
import io.fraywatch.store.Entry;
import io.fraywatch.store.StoredMail;

/// Turns what the store keeps into messages.
final class Messages {
    private Messages() {}

    /// A message whose direction nobody asked for yet.
    static Message of(StoredMail mail) {
        return new Message(
                mail.id(),
                mail.sentAt(),
                mail.mail().headers(),
                mail.mail().nature(),
                Direction.OTHER);
    }

    static Message of(Entry entry, Direction direction) {
        return new Message(entry.id(), entry.sentAt(), entry.headers(), entry.nature(), direction);
    }
}
