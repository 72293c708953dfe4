package io.fraywatch.parse;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Invitation;
import io.fraywatch.mail.Invitation.Answer;
import io.fraywatch.mail.Invitation.Method;
import io.fraywatch.mail.Invitation.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The first event of a calendar, which is the one that calendar mail is about (RFC 5545 §3.6).
final class CalendarEvent {
    private static final Map<String, Status> STATUSES =
            Map.of(
                    "ACCEPTED", Status.ACCEPTED,
                    "DECLINED", Status.DECLINED,
                    "TENTATIVE", Status.TENTATIVE,
                    "DELEGATED", Status.DELEGATED);
    private static final Set<String> EVENTS = Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY");
    private static final int MOST_ANSWERS = 500;

    private final List<Answer> answers = new ArrayList<>();
    private final CalendarZones zones = new CalendarZones();
    private String method = "";
    private String uid = "";
    private String summary = "";
    private String location = "";
    private String description = "";
    private Optional<Address> organizer = Optional.empty();
    private Optional<CalendarLine> start = Optional.empty();
    private Optional<CalendarLine> end = Optional.empty();

    private CalendarEvent() {}

    static CalendarEvent of(Part part) {
        CalendarEvent event = new CalendarEvent();
        event.readAll(CalendarLine.all(part.content()));
        return event;
    }

    private void readAll(List<CalendarLine> lines) {
        Deque<String> within = new ArrayDeque<>();
        boolean done = false;
        for (CalendarLine line : lines) {
            String value = line.value().strip().toUpperCase(Locale.ROOT);
            zones.see(line);
            switch (line.name()) {
                case "METHOD" -> method = method.isEmpty() ? value : method;
                case "BEGIN" -> within.push(value);
                case "END" -> {
                    done |= EVENTS.contains(value);
                    within.poll();
                }
                default -> {
                    if (!done && !within.isEmpty() && EVENTS.contains(within.getFirst())) {
                        property(line);
                    }
                }
            }
        }
    }

    private void property(CalendarLine line) {
        switch (line.name()) {
            case "UID" -> uid = line.value().strip();
            case "DTSTART" -> start = Optional.of(line);
            case "DTEND", "DUE" -> end = Optional.of(line);
            case "SUMMARY" -> summary = line.words();
            case "LOCATION" -> location = line.words();
            case "DESCRIPTION" -> description = line.words();
            case "ORGANIZER" -> organizer = person(line);
            case "ATTENDEE" -> attendee(line);
            default -> {}
        }
    }

    private static Optional<Address> person(CalendarLine line) {
        String value = line.value().strip();
        String address =
                value.toLowerCase(Locale.ROOT).startsWith("mailto:") ? value.substring(7) : value;
        return address.isBlank()
                ? Optional.empty()
                : Optional.of(new Address(line.parameter("CN"), address));
    }

    private void attendee(CalendarLine line) {
        Status status = STATUSES.get(line.parameter("PARTSTAT").toUpperCase(Locale.ROOT));
        if (status != null && answers.size() < MOST_ANSWERS) {
            person(line).ifPresent(who -> answers.add(new Answer(who, status)));
        }
    }

    /// @param purpose what the mail is for
    Invitation invitation(Method purpose) {
        return new Invitation(purpose, uid, start.flatMap(zones::instant), answers);
    }

    /// What the calendar is for, in upper case; empty when it doesn't say.
    String method() {
        return method;
    }

    String summary() {
        return summary;
    }

    String location() {
        return location;
    }

    String description() {
        return description;
    }

    Optional<Address> organizer() {
        return organizer;
    }

    Optional<CalendarLine> start() {
        return start;
    }

    /// When it ends; of whole days, the day behind the last.
    Optional<CalendarLine> end() {
        return end;
    }
}
