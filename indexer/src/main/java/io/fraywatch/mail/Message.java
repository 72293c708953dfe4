package io.fraywatch.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// One mail of an account as conversations and the analyzer see it: who, when, what kind; its text
/// is kept apart.
///
/// @param sentAt when it counts as sent: the earlier of its `Date` and its arrival, so that a wrong
///   clock can't post-date it
/// @param traces by what quotes of it are known, and what it quotes itself
public record Message(
        MailId id,
        Instant sentAt,
        Headers headers,
        Nature nature,
        Direction direction,
        Traces traces) {
    /// One whose text nobody looked at.
    public Message(MailId id, Instant sentAt, Headers headers, Nature nature, Direction direction) {
        this(id, sentAt, headers, nature, direction, Traces.NONE);
    }

    public MessageKind kind() {
        return nature.kind();
    }

    /// Whether it is a reply that lost what it answers: it says `Re:`, or a person quotes something
    /// in it without passing it on, and its headers name no other mail.
    public boolean isLostReply() {
        if (!headers.isUntied()) {
            return false;
        }
        boolean quotes = fromPerson() && !traces.quoted().isEmpty();
        return Subjects.isReply(headers.subject())
                || (quotes && !Subjects.isForward(headers.subject()));
    }

    /// The first day back, of an out-of-office that names one.
    public Optional<LocalDate> returnDate() {
        return nature.returnDate();
    }

    /// Whether a person wrote it, so that it can ask, answer, be curt or be unhappy.
    public boolean fromPerson() {
        return kind() == MessageKind.PERSON;
    }
}
