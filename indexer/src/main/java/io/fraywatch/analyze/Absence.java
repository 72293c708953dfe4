package io.fraywatch.analyze;

import io.fraywatch.analyze.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A time during which nobody should be expected to answer.
///
/// @param from when they said so
/// @param until one business day after the day they are back
record Absence(Instant from, Instant until) {
    /// How long an out-of-office without a date is believed.
    private static final double UNDATED_BUSINESS_DAYS = 2;

    /// Further away it is a wrong year, or nobody's plan.
    private static final int LONGEST_DAYS = 180;

    /// As an automatic note says.
    static Absence of(Step outOfOffice, WorkCalendar theirs) {
        return until(outOfOffice.message().returnDate(), outOfOffice.at(), theirs);
    }

    /// What somebody writes themselves of being away, in words rather than by an automatic note.
    static Absence told(Step step, WorkCalendar theirs) {
        return until(step.turn().text().promisedDay(), step.at(), theirs);
    }

    private static Absence until(Optional<LocalDate> back, Instant from, WorkCalendar theirs) {
        LocalDate sent = from.atZone(theirs.zone()).toLocalDate();
        Instant until =
                back.filter(day -> !day.isAfter(sent.plusDays(LONGEST_DAYS)))
                        .map(day -> dayAfter(day, theirs))
                        .orElseGet(() ->
                                theirs.plus(
                                        from, WorkCalendar.businessDays(UNDATED_BUSINESS_DAYS)));
        return new Absence(from, until.isAfter(from) ? until : from);
    }

    private static Instant dayAfter(LocalDate back, WorkCalendar theirs) {
        return theirs.plus(theirs.startOfWork(back), WorkCalendar.BUSINESS_DAY);
    }

    /// This absence, over by an instant at the latest.
    Absence endingBy(Instant end) {
        return until.isAfter(end) ? new Absence(from, end) : this;
    }

    boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
