package io.fraywatch.store;

import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.Nature;
import io.fraywatch.mail.Traces;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// One mail in a view, without its text: quick to read by the thousand.
///
/// @param features as given to [Writer#put]
/// @param traces those of its body
@SuppressWarnings("ArrayRecordComponent") // opaque bytes, handed on and never compared
public record Entry(
        MailId id,
        ConversationId conversation,
        Instant sentAt,
        long size,
        Headers headers,
        Nature nature,
        byte[] features,
        Traces traces) {
    /// One without a text.
    public Entry(
            MailId id,
            ConversationId conversation,
            Instant sentAt,
            long size,
            Headers headers,
            Nature nature,
            byte[] features) {
        this(id, conversation, sentAt, size, headers, nature, features, Traces.NONE);
    }

    public MessageKind kind() {
        return nature.kind();
    }

    /// The first day back, of an out-of-office that names one.
    public Optional<LocalDate> returnDate() {
        return nature.returnDate();
    }
}
