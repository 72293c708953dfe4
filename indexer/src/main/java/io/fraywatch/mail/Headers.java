package io.fraywatch.mail;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// What the header of one mail says, decoded.
///
/// @param inReplyTo mostly none or one, in the order written
/// @param references oldest first, as written, at most 200
/// @param date the `Date` header with the author's own offset; empty when missing or unreadable
/// @param author who wrote it: `From`, or behind a mailing list that rewrote it, the person in
///   `Reply-To`
/// @param subject decoded, unfolded, with its prefixes
/// @param providerThread the provider's own thread id (Gmail's `X-GM-THRID`), where given
/// @param labels the provider's labels (Gmail's), where the mail itself carries them
public record Headers(
        Optional<MessageId> messageId,
        List<MessageId> inReplyTo,
        List<MessageId> references,
        Optional<OffsetDateTime> date,
        Optional<Address> author,
        List<Address> from,
        List<Address> to,
        List<Address> cc,
        String subject,
        Optional<String> providerThread,
        List<String> labels) {
    public Headers {
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        from = List.copyOf(from);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        labels = List.copyOf(labels);
    }

    /// These headers with what the provider says in its own way.
    public Headers withProvider(Optional<String> thread, List<String> providerLabels) {
        return new Headers(
                messageId,
                inReplyTo,
                references,
                date,
                author,
                from,
                to,
                cc,
                subject,
                thread,
                providerLabels);
    }
}
