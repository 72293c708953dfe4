package io.fraywatch.parse;

import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.Nature;
import java.time.LocalDate;
import java.util.Optional;

/// Says what sort of mail it is, with what only that sort says.
final class Natures {
    private Natures() {}

    static Nature of(Clues clues) {
        MessageKind kind = KindClassifier.classify(clues);
        return switch (kind) {
            case OUT_OF_OFFICE -> Nature.outOfOffice(returnDate(clues));
            case BOUNCE -> Nature.bounce(BounceReader.read(clues));
            case CALENDAR ->
                    Nature.calendar(
                            InvitationReader.find(clues.root())
                                    .map(InvitationReader.Found::invitation));
            case PERSON, AUTO_REPLY, BULK, RECEIPT -> Nature.of(kind);
        };
    }

    /// From the note, else from a subject that isn't the answered mail's.
    private static Optional<LocalDate> returnDate(Clues clues) {
        boolean own = !clues.answers() && AutomaticWords.saysAbsent(clues.subject());
        return clues.headers()
                .date()
                .flatMap(sent ->
                        ReturnDates.find(clues.own(), sent)
                                .or(() ->
                                        own
                                                ? ReturnDates.find(clues.subject(), sent)
                                                : Optional.empty()));
    }
}
