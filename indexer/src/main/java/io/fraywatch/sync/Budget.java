package io.fraywatch.sync;

import java.time.DayOfWeek;
import java.util.Set;

/// The least score worth telling so that no more new flags come than wanted, found by telling
/// history again.
///
/// @param span the days told again
/// @param mornings on how many of them the user hears of anything
/// @param alertsPerDay how many new flags a morning were wanted at most, on average
/// @param all how many there would have been without it
/// @param minScore the least score, 0 to 101
/// @param kept how many there would have been with it
public record Budget(
        Replay.Span span, long mornings, double alertsPerDay, long all, int minScore, long kept) {
    private static final int NEVER = 101;

    /// Tells the span again and solves it.
    ///
    /// @param days on which the user hears of anything
    public static Budget solve(
            Replay.Telling telling, Replay.Span span, Set<DayOfWeek> days, double alertsPerDay) {
        AlertLog log = new AlertLog(span.from(), alert -> {});
        telling.tell(span, log);
        long mornings =
                span.from()
                        .datesUntil(span.to().plusDays(1))
                        .filter(day -> days.contains(day.getDayOfWeek()))
                        .count();
        int score = 0;
        while (score < NEVER && log.alertsFrom(score) > alertsPerDay * mornings) {
            score++;
        }
        return new Budget(
                span, mornings, alertsPerDay, log.alertsFrom(0), score, log.alertsFrom(score));
    }
}
