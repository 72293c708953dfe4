package io.fraywatch.mail;

import java.util.List;
import java.util.Optional;

/// Mails that belong together, oldest first.
///
/// @param client whose conversation it is; empty when only we, lists or strangers take part
/// @param entries never empty, ordered by `sentAt`, then by id
public record Conversation(ConversationId id, Optional<Client> client, List<Entry> entries) {
    /// One mail's place in its conversation.
    ///
    /// @param parent the mail it answers, when that one is here
    public record Entry(Message message, Optional<MailId> parent, Link link) {}

    public Conversation {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("conversation " + id + " has no messages");
        }
    }

    public Message first() {
        return entries.getFirst().message();
    }

    public Message last() {
        return entries.getLast().message();
    }

    /// The subject it began with.
    public String subject() {
        return first().headers().subject();
    }
}
