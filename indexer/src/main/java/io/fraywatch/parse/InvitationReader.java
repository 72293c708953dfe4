package io.fraywatch.parse;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Invitation;
import io.fraywatch.mail.Invitation.Answer;
import io.fraywatch.mail.Invitation.Method;
import io.fraywatch.mail.Invitation.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what a mail's calendar part asks or answers (RFC 5546, in the notation of RFC 5545).
///
/// A calendar that is only published, or says nothing of what it is for, is an attachment like
/// others.
final class InvitationReader {
    private static final Map<String, Method> METHODS =
            Map.of(
                    "REQUEST", Method.REQUEST,
                    "REPLY", Method.REPLY,
                    "CANCEL", Method.CANCEL,
                    "COUNTER", Method.COUNTER,
                    "DECLINECOUNTER", Method.DECLINE_COUNTER,
                    "REFRESH", Method.REFRESH,
                    "ADD", Method.ADD);
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
    private Optional<Instant> start = Optional.empty();
    private Optional<CalendarLine> unreadStart = Optional.empty();

    private InvitationReader() {}

    /// From the first part that is an invitation, at any depth.
    static Optional<Invitation> find(Part part) {
        Optional<Invitation> here =
                part.mediaType().equals("text/calendar") ? read(part) : Optional.empty();
        return here.or(
                () -> part.children().stream().flatMap(child -> find(child).stream()).findFirst());
    }

    private static Optional<Invitation> read(Part part) {
        InvitationReader reader = new InvitationReader();
        reader.readAll(CalendarLine.all(part.content()));
        String named = part.type().get("method").strip().toUpperCase(Locale.ROOT);
        return Optional.ofNullable(METHODS.get(named.isEmpty() ? reader.method : named))
                .map(known ->
                        new Invitation(
                                known,
                                reader.uid,
                                reader.start.or(reader::startInItsZone),
                                reader.answers));
    }

    private void readAll(List<CalendarLine> lines) {
        String component = "";
        boolean done = false;
        for (CalendarLine line : lines) {
            if (line.name().equals("METHOD") && method.isEmpty()) {
                method = line.value().strip().toUpperCase(Locale.ROOT);
            }
            if (line.name().equals("BEGIN")) {
                component = line.value().strip().toUpperCase(Locale.ROOT);
            }
            zones.see(line);
            if (!done && EVENTS.contains(component)) {
                property(line);
            }
            if (line.name().equals("END")) {
                done |= EVENTS.contains(line.value().strip().toUpperCase(Locale.ROOT));
                component = "";
            }
        }
    }

    private void property(CalendarLine line) {
        switch (line.name()) {
            case "UID" -> uid = line.value().strip();
            case "DTSTART" -> {
                unreadStart = Optional.of(line);
                start = zones.instant(line);
            }
            case "ATTENDEE" -> attendee(line);
            default -> {}
        }
    }

    /// A zone may be described behind the event that uses it.
    private Optional<Instant> startInItsZone() {
        return unreadStart.flatMap(zones::instant);
    }

    private void attendee(CalendarLine line) {
        Status status = STATUSES.get(line.parameter("PARTSTAT").toUpperCase(Locale.ROOT));
        String value = line.value().strip();
        String address =
                value.toLowerCase(Locale.ROOT).startsWith("mailto:") ? value.substring(7) : value;
        if (status != null && !address.isBlank() && answers.size() < MOST_ANSWERS) {
            answers.add(new Answer(new Address(line.parameter("CN"), address), status));
        }
    }
}
