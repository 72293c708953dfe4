package io.fraywatch.store;

import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// One mail in a view, without its text: quick to read by the thousand.
///
/// @param features as given to [Writer#put]
@SuppressWarnings("ArrayRecordComponent") // opaque bytes, handed on and never compared
public record Entry(
        MailId id,
        ConversationId conversation,
        Instant sentAt,
        long size,
        Headers headers,
        MessageKind kind,
        Optional<LocalDate> returnDate,
        byte[] features) {}
