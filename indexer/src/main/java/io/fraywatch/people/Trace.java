package io.fraywatch.people;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.MessageKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// What one mail's header says of the people in it.
///
/// @param conversation names the conversation, apart from those of other mailboxes
/// @param sentAt when it counts as sent
/// @param date the `Date` header with its author's offset
/// @param ours whether one of us wrote it
/// @param toUs whether one of us is among those addressed
/// @param others everybody addressed who isn't one of us
/// @param filedAsSent whether it lies where mail that went out is kept
/// @param asks whether its text asks something of its reader
public record Trace(
        String conversation,
        Instant sentAt,
        Optional<OffsetDateTime> date,
        Optional<Address> author,
        boolean ours,
        boolean toUs,
        List<Address> others,
        MessageKind kind,
        boolean filedAsSent,
        boolean asks) {
    public Trace {
        others = List.copyOf(others);
    }

    /// Whether a person of the other side wrote it.
    boolean fromThem() {
        return !ours && author.isPresent() && kind == MessageKind.PERSON;
    }
}
