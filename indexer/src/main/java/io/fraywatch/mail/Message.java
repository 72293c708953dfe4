package io.fraywatch.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// One mail of an account as conversations and the analyzer see it: who, when, what kind; its text
/// is kept apart.
///
/// @param sentAt when it counts as sent: the earlier of its `Date` and its arrival, so that a wrong
///   clock can't post-date it
public record Message(
        MailId id, Instant sentAt, Headers headers, Nature nature, Direction direction) {
    public MessageKind kind() {
        return nature.kind();
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
