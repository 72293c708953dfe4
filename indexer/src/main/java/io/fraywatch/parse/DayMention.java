package io.fraywatch.parse;

import java.time.LocalDate;

/// A day named in a text.
///
/// @param from its first word
/// @param to one behind its last word
record DayMention(int from, int to, LocalDate day) {}
