package io.fraywatch.server.web;

import io.fraywatch.server.json.Moment;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The moment a page speaks of: now, unless the request names another.
public final class AsOf {
    private AsOf() {}

    /// Reads the parameter `asOf`.
    ///
    /// @param text an ISO date, which means the end of that day, or an ISO instant; null or blank
    ///   for now
    public static Instant of(@Nullable String text, Clock clock, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return clock.instant();
        }
        try {
            return Moment.parse(text, zone);
        } catch (DateTimeException e) {
            throw new ProblemException(
                    new Problem(
                            400,
                            "No such day",
                            "'" + text + "' isn't a date that can be looked at.",
                            "Write it as 2026-03-15, or as 2026-03-15T07:00:00Z."));
        }
    }
}
