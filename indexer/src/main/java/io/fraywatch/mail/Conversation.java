package io.fraywatch.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Mails that belong together, oldest first.
///
/// @param client whose conversation it is; empty when only we, lists or strangers take part
/// @param entries never empty, ordered by `sentAt`, then by id
/// @param notes what the user wrote about it by hand, oldest first
public record Conversation(
        ConversationId id, Optional<Client> client, List<Entry> entries, List<Note> notes) {
    /// One mail's place in its conversation.
    ///
    /// @param parent the mail it answers, when that one is here
    /// @param certainty the chance that it belongs here, 0 to 1; below 1 only for guesses and what
    ///   the provider said
    public record Entry(Message message, Optional<MailId> parent, Link link, double certainty) {
        public Entry {
            if (!(certainty >= 0 && certainty <= 1)) {
                throw new IllegalArgumentException(
                        "certainty " + certainty + " of " + message.id() + " isn't within 0 to 1");
            }
        }

        /// One that nobody doubts.
        public Entry(Message message, Optional<MailId> parent, Link link) {
            this(message, parent, link, 1);
        }
    }

    public Conversation {
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("conversation " + id + " has no messages");
        }
    }

    /// One about which the user wrote nothing.
    public Conversation(ConversationId id, Optional<Client> client, List<Entry> entries) {
        this(id, client, entries, List.of());
    }

    /// The conversation with only those of its notes that were written by an instant.
    public Conversation notedBy(Instant asOf) {
        return new Conversation(
                id,
                client,
                entries,
                notes.stream().filter(note -> !note.at().isAfter(asOf)).toList());
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
