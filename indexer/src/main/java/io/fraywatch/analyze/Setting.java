package io.fraywatch.analyze;

import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.Identity;

/// What a case is judged by, besides its mail.
///
/// @param us who counts as us
/// @param thresholds those that hold for the case's client
/// @param ours when we work: our own debts are counted by it
/// @param theirs when the client works: waiting for them is counted by it
public record Setting(Identity us, Thresholds thresholds, WorkCalendar ours, WorkCalendar theirs) {}
