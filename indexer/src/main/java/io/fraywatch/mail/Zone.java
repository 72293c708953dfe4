package io.fraywatch.mail;

/// One stretch of a body's text and what it is for.
///
/// @param start first character, counted in UTF-16 units from 0
/// @param end one behind the last character, greater than `start`
public record Zone(ZoneType type, int start, int end) {
    public Zone {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "zone " + type + " must hold text: " + start + ".." + end);
        }
    }
}
