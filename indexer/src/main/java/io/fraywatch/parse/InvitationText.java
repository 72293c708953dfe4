package io.fraywatch.parse;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Invitation;
import io.fraywatch.mail.Invitation.Answer;
import io.fraywatch.mail.Invitation.Method;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An invitation, or an answer to one, as a person would read it: what, when, where, who.
final class InvitationText {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final int MOST_ANSWERS = 20;
    private static final int LONGEST_LINE = 1_000;

    private final StringBuilder out = new StringBuilder();

    private InvitationText() {}

    /// Lines behind a heading, and a blank one; empty when the event says none of it.
    ///
    /// @param described whether the event's own description is shown too
    static String of(Invitation invitation, CalendarEvent event, boolean described) {
        InvitationText text = new InvitationText();
        text.line("What", event.summary());
        text.line("When", when(event));
        text.line("Where", event.location());
        text.line("Organizer", event.organizer().map(InvitationText::name).orElse(""));
        text.answers(invitation.answers());
        if (described && !event.description().isBlank()) {
            text.out.append('\n').append(PlainText.lines(event.description()).strip()).append('\n');
        }
        return text.out.isEmpty()
                ? ""
                : "---------- " + heading(invitation.method()) + " ----------\n" + text.out + '\n';
    }

    private static String heading(Method method) {
        return switch (method) {
            case REQUEST -> "Invitation";
            case REPLY -> "Answer to an invitation";
            case CANCEL -> "Invitation called off";
            case COUNTER -> "Another time proposed";
            case DECLINE_COUNTER -> "Proposed time declined";
            case REFRESH -> "Invitation asked for again";
            case ADD -> "Invitation to one more";
        };
    }

    private void line(String label, String value) {
        String clean = RawHeaders.clean(value);
        if (!clean.isEmpty()) {
            String shown = clean.substring(0, Math.min(clean.length(), LONGEST_LINE));
            out.append(label).append(": ").append(shown).append('\n');
        }
    }

    private void answers(List<Answer> answers) {
        answers.stream()
                .limit(MOST_ANSWERS)
                .forEach(answer ->
                        line("Answer", name(answer.attendee()) + " " + answer.status().key()));
        if (answers.size() > MOST_ANSWERS) {
            line("Answers of others", String.valueOf(answers.size() - MOST_ANSWERS));
        }
    }

    private static String name(Address who) {
        return who.name().isBlank() ? who.address() : who.name() + " <" + who.address() + ">";
    }

    private static String when(CalendarEvent event) {
        Optional<CalendarLine> start = event.start();
        Optional<LocalDateTime> from = start.flatMap(CalendarZones::local);
        if (from.isEmpty()) {
            return "";
        }
        boolean wholeDays = start.orElseThrow().value().strip().length() == 8;
        Optional<LocalDateTime> to =
                event.end()
                        .filter(end -> zone(end).equals(zone(start.orElseThrow())))
                        .flatMap(CalendarZones::local)
                        .map(end -> wholeDays ? end.minusDays(1) : end)
                        .filter(end -> end.isAfter(from.orElseThrow()));
        String day = DAY.format(from.orElseThrow());
        if (wholeDays) {
            return day + to.map(end -> " to " + DAY.format(end)).orElse("");
        }
        String zone = zone(start.orElseThrow());
        return day
                + ", "
                + TIME.format(from.orElseThrow())
                + to.map(end -> " to " + until(from.orElseThrow(), end)).orElse("")
                + (zone.isEmpty() ? "" : " (" + zone + ")");
    }

    private static String until(LocalDateTime start, LocalDateTime end) {
        boolean sameDay = end.toLocalDate().equals(start.toLocalDate());
        return (sameDay ? "" : DAY.format(end) + ", ") + TIME.format(end);
    }

    private static String zone(CalendarLine line) {
        return line.value().strip().endsWith("Z") ? "UTC" : line.parameter("TZID");
    }
}
