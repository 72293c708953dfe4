package io.fraywatch.server.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/// The moment that somebody asks about, on the command line, in a line of JSON or in the address of
/// a page.
public final class Moment {
    private Moment() {}

    /// Reads an ISO instant with its offset, or an ISO date, which means the end of that day.
    ///
    /// @param zone where that day ends
    /// @throws java.time.DateTimeException if the text is neither
    public static Instant parse(String text, ZoneId zone) {
        return text.indexOf('T') >= 0
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDate.parse(text).atTime(LocalTime.MAX).atZone(zone).toInstant();
    }
}
