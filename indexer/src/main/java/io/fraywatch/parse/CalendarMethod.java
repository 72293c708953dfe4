package io.fraywatch.parse;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What a calendar part is for: `request`, `reply`, `cancel` … (RFC 5546 §1.4).
final class CalendarMethod {
    private static final int REACH = 4096;

    private CalendarMethod() {}

    /// From the part's parameter, else from the calendar itself; in lower case, empty when neither
    /// names one.
    static String of(Part part) {
        String named = part.type().get("method").strip();
        if (!named.isEmpty()) {
            return named.toLowerCase(Locale.ROOT);
        }
        String start =
                new String(
                                part.content(),
                                0,
                                Math.min(REACH, part.content().length),
                                StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT);
        int at = start.indexOf("\nmethod:");
        int from = at + "\nmethod:".length();
        int end = from;
        while (at >= 0 && end < start.length() && Character.isLetter(start.charAt(end))) {
            end++;
        }
        return at < 0 ? "" : start.substring(from, end);
    }
}
