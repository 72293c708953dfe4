package io.fraywatch.analyze;

import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.Note;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What notes written by hand up to an instant do to clocks: every one that runs begins anew, at a
/// plain note at once, at one that names a day on that day. The latest note holds.
///
/// @param ours the working hours of the user, who wrote the notes
record Noted(Optional<Note> latest, WorkCalendar ours) {
    static Noted of(List<Note> notes, WorkCalendar ours, Instant asOf) {
        return new Noted(
                notes.stream()
                        .filter(note -> !note.at().isAfter(asOf))
                        .max(Comparator.comparing(Note::at).thenComparingLong(Note::number)),
                ours);
    }

    /// From when on a wait counts that began at an instant.
    Instant from(Instant began) {
        return latest.filter(note -> !note.at().isBefore(began))
                .map(note -> ends(note, ours))
                .filter(end -> end.isAfter(began))
                .orElse(began);
    }

    /// When the clocks begin anew after a note: on the morning of the day it names, else at once.
    static Instant ends(Note note, WorkCalendar ours) {
        return note.until()
                .map(ours::startOfWork)
                .filter(end -> end.isAfter(note.at()))
                .orElse(note.at());
    }

    /// When the two sides spoke, by the first plain note after an instant and by another.
    static Optional<Instant> spoke(List<Note> notes, Instant after, Instant by) {
        return notes.stream()
                .filter(note -> note.until().isEmpty())
                .map(Note::at)
                .filter(at -> at.isAfter(after) && !at.isAfter(by))
                .min(Comparator.naturalOrder());
    }
}
