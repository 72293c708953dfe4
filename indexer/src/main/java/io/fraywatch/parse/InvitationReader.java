package io.fraywatch.parse;

import io.fraywatch.mail.Invitation;
import io.fraywatch.mail.Invitation.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

    private InvitationReader() {}

    /// What calendar mail says, and the event it says it of.
    record Found(Invitation invitation, CalendarEvent event) {}

    /// From the first part that is an invitation, at any depth.
    static Optional<Found> find(Part part) {
        Optional<Found> here =
                part.mediaType().equals("text/calendar") ? read(part) : Optional.empty();
        return here.or(
                () -> part.children().stream().flatMap(child -> find(child).stream()).findFirst());
    }

    private static Optional<Found> read(Part part) {
        CalendarEvent event = CalendarEvent.of(part);
        String named = part.type().get("method").strip().toUpperCase(Locale.ROOT);
        return Optional.ofNullable(METHODS.get(named.isEmpty() ? event.method() : named))
                .map(method -> new Found(event.invitation(method), event));
    }
}
