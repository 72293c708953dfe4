package io.fraywatch.mail;

import java.time.LocalDate;
import java.util.Optional;

/// What sort of mail it is, and what only that sort can say.
///
/// @param returnDate of an out-of-office only: the first day back, when it names one
/// @param bounce of a bounce always, of any other never
/// @param invitation of calendar mail only, when its calendar can be read
public record Nature(
        MessageKind kind,
        Optional<LocalDate> returnDate,
        Optional<Bounce> bounce,
        Optional<Invitation> invitation) {
    /// An ordinary mail by a person.
    public static final Nature PERSON = of(MessageKind.PERSON);

    public Nature {
        if (returnDate.isPresent() && kind != MessageKind.OUT_OF_OFFICE) {
            throw new IllegalArgumentException(
                    "only an out-of-office names a return date, " + kind);
        }
        if (bounce.isPresent() != (kind == MessageKind.BOUNCE)) {
            throw new IllegalArgumentException(
                    "a bounce and nothing else says what bounced, " + kind);
        }
        if (invitation.isPresent() && kind != MessageKind.CALENDAR) {
            throw new IllegalArgumentException("only calendar mail invites, " + kind);
        }
    }

    /// A kind of which nothing further is known.
    public static Nature of(MessageKind kind) {
        return new Nature(
                kind,
                Optional.empty(),
                kind == MessageKind.BOUNCE ? Optional.of(Bounce.UNEXPLAINED) : Optional.empty(),
                Optional.empty());
    }

    public static Nature outOfOffice(Optional<LocalDate> returnDate) {
        return new Nature(
                MessageKind.OUT_OF_OFFICE, returnDate, Optional.empty(), Optional.empty());
    }

    public static Nature bounce(Bounce bounce) {
        return new Nature(
                MessageKind.BOUNCE, Optional.empty(), Optional.of(bounce), Optional.empty());
    }

    public static Nature calendar(Optional<Invitation> invitation) {
        return new Nature(MessageKind.CALENDAR, Optional.empty(), Optional.empty(), invitation);
    }
}
