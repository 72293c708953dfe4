package io.fraywatch.thread;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.Nature;
import io.fraywatch.mail.Traces;
import io.fraywatch.mail.Zone;
import io.fraywatch.mail.ZoneType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
        Instant sentAt,
        Text text) {
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    /// What else is in it.
    record Text(String own, String quoted, Optional<String> outlookThread) {}

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
                START,
                new Text("", "", Optional.empty()));
    }

    Letter answers(String... parents) {
        return new Letter(
                id,
                messageId,
                ids(parents),
                references,
                providerThread,
                subject,
                from,
                to,
                sentAt,
                text);
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
                sentAt,
                text);
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
                sentAt,
                text);
    }

    Letter about(String other) {
        return new Letter(
                id,
                messageId,
                inReplyTo,
                references,
                providerThread,
                other,
                from,
                to,
                sentAt,
                text);
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
                sentAt,
                text);
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
                START.plus(sinceStart),
                text);
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
                sentAt,
                text);
    }

    Letter inOutlookThread(String thread) {
        return with(new Text(text.own, text.quoted, Optional.of(thread)));
    }

    Letter saying(String words) {
        return with(new Text(words, text.quoted, text.outlookThread));
    }

    Letter quoting(Letter other) {
        return with(new Text("That works well for us.", other.text.own, text.outlookThread));
    }

    private Letter with(Text other) {
        return new Letter(
                id,
                messageId,
                inReplyTo,
                references,
                providerThread,
                subject,
                from,
                to,
                sentAt,
                other);
    }

    private Body body() {
        List<Zone> zones = new ArrayList<>();
        int own = text.own.length();
        if (own > 0) {
            zones.add(new Zone(ZoneType.NEW, 0, own));
        }
        if (!text.quoted.isEmpty()) {
            zones.add(new Zone(ZoneType.QUOTE, own, own + text.quoted.length()));
        }
        return new Body(text.own + text.quoted, zones);
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
                        List.of(),
                        text.outlookThread);
        return new Message(
                new MailId(id),
                sentAt,
                headers,
                Nature.PERSON,
                Direction.OTHER,
                Traces.of(headers, body()));
    }
}
