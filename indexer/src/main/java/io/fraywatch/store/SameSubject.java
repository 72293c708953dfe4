package io.fraywatch.store;

import java.time.Instant;

/// Asks for mails of one subject sent within a span of time.
///
/// @param base the base subject (RFC 5256 §2.1, as `Subjects.base` gives it)
/// @param from the first instant, included
/// @param to the last instant, included
/// @param lostOnly whether only replies are wanted that lost what they answer
/// @param newest whether the newest of too many are wanted, else the oldest
/// @param most how many at the most, 1 or more
public record SameSubject(
        String base, Instant from, Instant to, boolean lostOnly, boolean newest, int most) {
    public SameSubject {
        if (most < 1) {
            throw new IllegalArgumentException("at least 1 mail must be wanted, not " + most);
        }
    }
}
