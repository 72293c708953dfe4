package io.fraywatch.thread;

import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.ConversationId;
import java.util.List;

/// Mails found to belong together.
///
/// @param entries never empty, ordered by `sentAt`, then by id
public record Threaded(ConversationId id, List<Conversation.Entry> entries) {
    public Threaded {
        entries = List.copyOf(entries);
    }
}
