package io.fraywatch.analyze;

import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.MessageKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/// How long a conversation can still be told of, should nothing more be written in it.
///
/// Every rule lets go of what it found some business days (`holdBusinessDays`,
/// `forgetBusinessDays`) after the mail, the promised day, the absence or the pause it waits for.
/// Only [Quiet] looks further, and only in the conversation that holds the client's latest mail.
final class Horizon {
    private Horizon() {}

    /// An instant after which no rule but [Quiet] finds anything, whatever is written in other
    /// conversations; mostly somewhat later than need be.
    static Instant of(Case c, Setting setting) {
        Thresholds thresholds = setting.thresholds();
        Duration reach =
                WorkCalendar.businessDays(
                                Math.max(
                                        thresholds.holdBusinessDays(),
                                        thresholds.forgetBusinessDays()))
                        .plus(
                                WorkCalendar.businessDays(
                                        thresholds.brokenPromise().graceBusinessDays()))
                        .plus(WorkCalendar.BUSINESS_DAY);
        return Stream.concat(
                        c.turns().stream().flatMap(turn -> awaited(turn, setting)),
                        c.notes().stream().map(note -> Noted.ends(note, setting.ours())))
                .max(Comparator.naturalOrder())
                .map(latest ->
                        later(
                                setting.ours().plus(latest, reach),
                                setting.theirs().plus(latest, reach)))
                .orElse(Instant.MIN);
    }

    /// The mail itself, and what it says is to come.
    private static Stream<Instant> awaited(Turn turn, Setting setting) {
        Stream<Instant> promised =
                turn
                        .text()
                        .promisedDay()
                        .map(day -> setting.ours().startOfWork(day.plusDays(1)))
                        .stream();
        Stream<Instant> back =
                turn.message().kind() == MessageKind.OUT_OF_OFFICE
                        ? Stream.of(
                                Absence.of(new Step(Step.Type.ABSENT, turn), setting.theirs())
                                        .until())
                        : Stream.empty();
        return Stream.of(Stream.of(turn.sentAt()), promised, back).flatMap(each -> each);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
