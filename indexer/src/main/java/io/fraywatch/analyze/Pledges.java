package io.fraywatch.analyze;

import io.fraywatch.analyze.text.Head;
import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Bounce;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What we have to make good: promises whose day has passed, mistakes we admitted, mails that never
/// arrived.
final class Pledges {
    private final Course course;
    private final Setting setting;
    private final Instant asOf;

    Pledges(Course course, Setting setting, Instant asOf) {
        this.course = course;
        this.setting = setting;
        this.asOf = asOf;
    }

    void judge(Verdict verdict) {
        course.promised().stream()
                .filter(promise -> promise.turn().text().promisedDay().isPresent())
                .findFirst()
                .ifPresent(promise -> judgePromise(promise, verdict));
        judgeMistake(verdict);
        course.returned().stream()
                .findFirst()
                .filter(returned -> !forgotten(returned.bounce().at()))
                .ifPresent(returned -> verdict.add(neverDelivered(returned)));
    }

    private void judgePromise(Step promise, Verdict verdict) {
        LocalDate day = promise.turn().text().promisedDay().orElseThrow();
        Instant due =
                setting.ours()
                        .plus(
                                dayAfter(promise, day),
                                WorkCalendar.businessDays(
                                        setting.thresholds().brokenPromise().graceBusinessDays()));
        if (!promise.at().isBefore(due) || forgotten(due)) {
            return;
        }
        if (asOf.isAfter(due)) {
            verdict.add(
                    new Signal.BrokenPromise(
                            promise.message().id(),
                            due,
                            List.of(Quoted.best(promise, Head.COMMITMENT)),
                            day,
                            setting.ours().between(due, asOf)));
        } else {
            verdict.wakeAt(due);
            verdict.miss("brokenPromise", 0.5, "We promised something for " + Words.day(day) + ".");
        }
    }

    /// The morning after the day promised; of one that rested since, after a business day more.
    private Instant dayAfter(Step promise, LocalDate day) {
        Instant morning = setting.ours().startOfWork(day.plusDays(1));
        Instant from = course.from(promise);
        Instant anew = setting.ours().plus(from, WorkCalendar.BUSINESS_DAY);
        return from.isAfter(promise.at()) && anew.isAfter(morning) ? anew : morning;
    }

    private void judgeMistake(Verdict verdict) {
        Thresholds.OwnMistake threshold = setting.thresholds().ownMistake();
        Step admitted = null;
        for (Step step : course.steps()) {
            if (step.type() == Step.Type.OURS
                    && step.turn().text().of(Head.OWN_MISTAKE) >= threshold.minConfidence()) {
                admitted = step;
            } else if (step.type() == Step.Type.THEIRS && step.content()) {
                admitted = null;
            }
        }
        if (admitted == null || !holds(admitted.at())) {
            return;
        }
        Instant since =
                setting.ours()
                        .plus(
                                course.from(admitted),
                                WorkCalendar.businessDays(threshold.afterBusinessDays()));
        if (asOf.isAfter(since)) {
            verdict.add(
                    new Signal.OwnMistake(
                            admitted.message().id(),
                            since,
                            Quoted.all(admitted, Head.OWN_MISTAKE, threshold.minConfidence()),
                            admitted.turn().text().of(Head.OWN_MISTAKE),
                            setting.ours().between(admitted.at(), asOf)));
        } else {
            verdict.wakeAt(since);
        }
    }

    private static Signal neverDelivered(Course.Returned returned) {
        Bounce bounce = returned.bounce().message().nature().bounce().orElseThrow();
        return new Signal.NeverDelivered(
                returned.ours().message().id(),
                returned.bounce().at(),
                List.of(Quoted.best(returned.ours(), Head.ASK, Head.COMMITMENT)),
                bounce.failed().stream().map(Address::address).distinct().toList(),
                bounce.severity() == Bounce.Severity.HARD);
    }

    private boolean holds(Instant from) {
        Duration hold = WorkCalendar.businessDays(setting.thresholds().holdBusinessDays());
        return asOf.isBefore(setting.theirs().plus(from, hold));
    }

    private boolean forgotten(Instant from) {
        Duration forget = WorkCalendar.businessDays(setting.thresholds().forgetBusinessDays());
        return asOf.isAfter(setting.ours().plus(from, forget));
    }
}
