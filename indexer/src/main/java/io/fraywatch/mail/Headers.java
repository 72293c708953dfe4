package io.fraywatch.mail;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
/// @param outlookThread what the mails of one Outlook conversation share: the first 22 bytes of
///   `Thread-Index` in hex (MS-OXOMSG §2.2.1.3)
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
        List<String> labels,
        Optional<String> outlookThread) {
    public Headers {
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        from = List.copyOf(from);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        labels = List.copyOf(labels);
    }

    /// Headers without a word of Outlook's.
    public Headers(
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
        this(
                messageId,
                inReplyTo,
                references,
                date,
                author,
                from,
                to,
                cc,
                subject,
                providerThread,
                labels,
                Optional.empty());
    }

    /// What the mail shares with the others of its thread as provider and mail program see it; each
    /// key names one such thread.
    public List<String> threadKeys() {
        return Stream.concat(
                        providerThread.map(thread -> "provider " + thread).stream(),
                        outlookThread.map(thread -> "outlook " + thread).stream())
                .toList();
    }

    /// Whether nothing here names another mail: neither In-Reply-To nor References, and no provider
    /// that would know.
    public boolean isUntied() {
        return inReplyTo.isEmpty() && references.isEmpty() && providerThread.isEmpty();
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
                providerLabels,
                outlookThread);
    }
}
