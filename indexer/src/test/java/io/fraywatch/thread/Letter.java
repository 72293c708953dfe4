package io.fraywatch.thread;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.Nature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A mail for threading tests: its id, its Message-ID and what it says of others.
record Letter(
        String id,
        Optional<String> messageId,
        List<String> inReplyTo,
        List<String> references,
        Optional<String> providerThread,
        String subject,
        String from,
        String to,
        Instant sentAt) {
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    /// A mail of Ann, a client, to us.
    static Letter letter(String id) {
        return new Letter(
                id,
                Optional.of(id + "@mail.example"),
                List.of(),
                List.of(),
                Optional.empty(),
                "Blue poster",
                "ann@client.example",
                "me@us.example",
                START);
    }

    Letter answers(String... parents) {
        return new Letter(
                id, messageId, ids(parents), references, providerThread, subject, from, to, sentAt);
    }

    Letter refersTo(String... ancestors) {
        return new Letter(
                id,
                messageId,
                inReplyTo,
                ids(ancestors),
                providerThread,
                subject,
                from,
                to,
                sentAt);
    }

    Letter inProviderThread(String thread) {
        return new Letter(
                id,
                messageId,
                inReplyTo,
                references,
                Optional.of(thread),
                subject,
                from,
                to,
                sentAt);
    }

    Letter about(String other) {
        return new Letter(
                id, messageId, inReplyTo, references, providerThread, other, from, to, sentAt);
    }

    Letter between(String author, String recipient) {
        return new Letter(
                id,
                messageId,
                inReplyTo,
                references,
                providerThread,
                subject,
                author,
                recipient,
                sentAt);
    }

    Letter after(Duration sinceStart) {
        return new Letter(
                id,
                messageId,
                inReplyTo,
                references,
                providerThread,
                subject,
                from,
                to,
                START.plus(sinceStart));
    }

    Letter carrying(Optional<String> otherMessageId) {
        return new Letter(
                id,
                otherMessageId,
                inReplyTo,
                references,
                providerThread,
                subject,
                from,
                to,
                sentAt);
    }

    private static List<String> ids(String... letters) {
        return List.of(letters).stream().map(each -> each + "@mail.example").toList();
    }

    Message message() {
        Headers headers =
                new Headers(
                        messageId.map(MessageId::new),
                        inReplyTo.stream().map(MessageId::new).toList(),
                        references.stream().map(MessageId::new).toList(),
                        Optional.empty(),
                        Optional.of(Address.of(from)),
                        List.of(Address.of(from)),
                        List.of(Address.of(to)),
                        List.of(),
                        subject,
                        providerThread,
                        List.of());
        return new Message(new MailId(id), sentAt, headers, Nature.PERSON, Direction.OTHER);
    }
}
