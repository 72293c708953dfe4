package io.fraywatch.analyze;

import io.fraywatch.mail.Client;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Note;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A conversation as the analyzer sees it.
///
/// @param client whose it is; empty when no client takes part
/// @param turns oldest first
/// @param notes what the user wrote about it by hand, oldest first
public record Case(ConversationId id, Optional<Client> client, List<Turn> turns, List<Note> notes) {
    private static final Comparator<Turn> ORDER =
            Comparator.comparing(Turn::sentAt).thenComparing(turn -> turn.message().id());

    public Case {
        turns = turns.stream().sorted(ORDER).toList();
        notes =
                notes.stream()
                        .sorted(Comparator.comparing(Note::at).thenComparingLong(Note::number))
                        .toList();
    }

    /// One about which the user wrote nothing.
    public Case(ConversationId id, Optional<Client> client, List<Turn> turns) {
        this(id, client, turns, List.of());
    }
}
