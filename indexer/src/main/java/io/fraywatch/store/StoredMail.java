package io.fraywatch.store;

import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.mail.Traces;
import java.time.Instant;

/// All that is kept of one mail.
///
/// @param receivedAt when it arrived, as the mailbox says; its own date where that is unknown
/// @param size bytes of the raw mail
/// @param features what the analyzer read in its text, for its own eyes
@SuppressWarnings("ArrayRecordComponent") // opaque bytes, handed on and never compared
public record StoredMail(
        MailId id,
        Location location,
        Instant receivedAt,
        long size,
        ParsedMail mail,
        byte[] features) {
    /// When it counts as sent: the earlier of its `Date` and its arrival.
    public Instant sentAt() {
        return mail.headers()
                .date()
                .map(date -> date.toInstant())
                .filter(date -> date.isBefore(receivedAt))
                .orElse(receivedAt);
    }

    /// The mail without its text, its direction not asked for.
    public Message message() {
        return new Message(
                id,
                sentAt(),
                mail.headers(),
                mail.nature(),
                Direction.OTHER,
                Traces.of(mail.headers(), mail.body()));
    }
}
