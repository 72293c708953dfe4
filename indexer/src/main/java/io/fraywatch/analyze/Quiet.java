package io.fraywatch.analyze;

import io.fraywatch.analyze.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Whether a client who used to write regularly has stopped, in all conversations; told in the one
/// that holds their last mail.
final class Quiet {
    /// On so many days they must have written shortly before, so that there was something to stop.
    private static final int LEAST_RECENT_DAYS = 3;

    private final Case filed;
    private final Course course;
    private final Baseline baseline;
    private final Setting setting;
    private final Instant asOf;

    Quiet(Case filed, Course course, Baseline baseline, Setting setting, Instant asOf) {
        this.filed = filed;
        this.course = course;
        this.baseline = baseline;
        this.setting = setting;
        this.asOf = asOf;
    }

    void judge(Verdict verdict) {
        baseline.lastHeardIn(asOf)
                .filter(filed.id()::equals)
                .flatMap(last -> baseline.rhythm(asOf, setting.theirs()))
                .filter(rhythm -> rhythm.recentDays() >= LEAST_RECENT_DAYS)
                .ifPresent(rhythm -> judge(rhythm, verdict));
    }

    private void judge(Baseline.Rhythm rhythm, Verdict verdict) {
        Thresholds.GoneQuiet threshold = setting.thresholds().goneQuiet();
        Duration least = WorkCalendar.businessDays(threshold.afterBusinessDays());
        Duration limit = rhythm.usualPause().compareTo(least) > 0 ? rhythm.usualPause() : least;
        WaitingClock clock = new WaitingClock(setting.theirs(), course.absences());
        Instant from = baseline.noted(setting.ours(), asOf).from(rhythm.lastAt());
        Instant since = clock.plus(from, limit);
        Duration forget = WorkCalendar.businessDays(setting.thresholds().forgetBusinessDays());
        if (!asOf.isAfter(since)) {
            verdict.wakeAt(since);
            return;
        }
        if (asOf.isAfter(clock.plus(since, forget))) {
            return;
        }
        Duration quiet = clock.between(rhythm.lastAt(), asOf);
        if (rhythm.activeDays() < threshold.minActiveDays()) {
            verdict.miss(
                    "goneQuiet",
                    (double) rhythm.activeDays() / threshold.minActiveDays(),
                    "Nothing has come from them for "
                            + Words.span(quiet)
                            + ", but they wrote on "
                            + Words.count(rhythm.activeDays(), "day")
                            + " only; it takes "
                            + threshold.minActiveDays()
                            + " to know their rhythm.");
            return;
        }
        course.steps().reversed().stream()
                .filter(step -> step.type() == Step.Type.THEIRS)
                .findFirst()
                .ifPresent(last ->
                        verdict.add(
                                new Signal.GoneQuiet(
                                        last.message().id(),
                                        since,
                                        List.of(Quoted.best(last)),
                                        quiet,
                                        limit,
                                        rhythm.usualPause(),
                                        rhythm.activeDays())));
    }
}
