package io.fraywatch.analyze;

import io.fraywatch.mail.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What we wrote and what came of it: from our first message that nothing had answered yet to the
/// client's next mail.
///
/// @param sentAt when our first message went out; later ones are follow-ups, not new beginnings
/// @param asked whether that message puts a question, be it only advice in the form of one
/// @param followUps when we wrote again before they did
/// @param answeredAt when they wrote, or we spoke; empty when neither has happened
/// @param away whether somebody of theirs said that they are away meanwhile
record Exchange(
        Instant sentAt,
        boolean asked,
        List<Instant> followUps,
        Optional<Instant> answeredAt,
        boolean away) {
    Exchange {
        followUps = List.copyOf(followUps);
    }

    /// The exchanges of one conversation, oldest first. Thanks and what came back begin none.
    ///
    /// @param notes written by hand about the conversation
    static List<Exchange> of(List<Step> steps, List<Note> notes) {
        List<Exchange> out = new ArrayList<>();
        List<Step> ours = new ArrayList<>();
        boolean away = false;
        for (Step step : steps) {
            Optional<Instant> spoke = spoke(ours, notes, step.at());
            if (spoke.isPresent()) {
                add(ours, spoke, away, out);
                ours.clear();
                away = false;
            }
            switch (step.type()) {
                case OURS -> {
                    if (!ours.isEmpty() || !step.onlyThanks()) {
                        ours.add(step);
                    }
                }
                case ABSENT -> away = true;
                case UNDELIVERED -> ours.clear();
                case OTHERS, OUR_MEETING -> {
                    // no answer of theirs
                }
                case THEIRS, THEIR_MEETING -> {
                    add(ours, Optional.of(step.at()), away, out);
                    ours.clear();
                    away = false;
                }
            }
        }
        add(ours, spoke(ours, notes, Instant.MAX), away, out);
        return out;
    }

    private static Optional<Instant> spoke(List<Step> ours, List<Note> notes, Instant by) {
        return ours.isEmpty() ? Optional.empty() : Noted.spoke(notes, ours.getLast().at(), by);
    }

    private static void add(
            List<Step> ours, Optional<Instant> answeredAt, boolean away, List<Exchange> out) {
        if (!ours.isEmpty()) {
            out.add(
                    new Exchange(
                            ours.getFirst().at(),
                            ours.getFirst().putsQuestion(),
                            ours.stream().skip(1).map(Step::at).toList(),
                            answeredAt,
                            away));
        }
    }

    /// How often we had followed up by an instant.
    int followUpsBy(Instant asOf) {
        return (int) followUps.stream().filter(at -> !at.isAfter(asOf)).count();
    }

    /// Whether it was answered by an instant.
    boolean answeredBy(Instant asOf) {
        return answeredAt.filter(at -> !at.isAfter(asOf)).isPresent();
    }
}
