package io.fraywatch.source;

import io.fraywatch.mail.Location;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One mail as it came from the mailbox, not yet understood.
///
/// @param receivedAt when it arrived there (IMAP's INTERNALDATE, a file's time); empty when the
///   mailbox doesn't know
/// @param bytes the whole mail, unchanged; neither side writes to the array
/// @param providerId the provider's own id of the mail (X-GM-MSGID, EMAILID), where given
/// @param providerThread the provider's own id of its thread, where given
@SuppressWarnings(
        "ArrayRecordComponent") // handed on and never compared; a copy of each mail would cost
public record RawMail(
        Location location,
        Optional<Instant> receivedAt,
        byte[] bytes,
        Optional<String> providerId,
        Optional<String> providerThread,
        List<String> labels) {
    public RawMail {
        labels = List.copyOf(labels);
    }

    public RawMail(Location location, Optional<Instant> receivedAt, byte[] bytes) {
        this(location, receivedAt, bytes, Optional.empty(), Optional.empty(), List.of());
    }
}
