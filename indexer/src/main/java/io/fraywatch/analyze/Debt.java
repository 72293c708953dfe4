package io.fraywatch.analyze;

import io.fraywatch.analyze.text.Head;
import io.fraywatch.analyze.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Whether a client's question or request waits for us too long.
final class Debt {
    private final Course course;
    private final Setting setting;
    private final Instant asOf;

    Debt(Course course, Setting setting, Instant asOf) {
        this.course = course;
        this.setting = setting;
        this.asOf = asOf;
    }

    void judge(Verdict verdict) {
        List<Step> owed = course.owed();
        if (owed.isEmpty() || forgotten(owed)) {
            return;
        }
        Thresholds.WeOweAReply threshold = setting.thresholds().weOweAReply();
        Step first = owed.getFirst();
        Duration allowed = WorkCalendar.businessDays(threshold.afterBusinessDays());
        Duration waited = setting.ours().between(course.from(first), asOf);
        if (waited.compareTo(allowed) > 0) {
            verdict.add(
                    new Signal.WeOweAReply(
                            first.message().id(),
                            setting.ours().plus(course.from(first), allowed),
                            owed.stream().map(s -> Quoted.best(s, Head.ASK)).toList(),
                            waited,
                            allowed));
        } else {
            verdict.wakeAt(setting.ours().plus(course.from(first), allowed));
            miss(verdict, waited, allowed, threshold.warnAtPercent());
        }
    }

    private boolean forgotten(List<Step> owed) {
        Duration forget = WorkCalendar.businessDays(setting.thresholds().forgetBusinessDays());
        return asOf.isAfter(setting.ours().plus(course.from(owed.getLast()), forget));
    }

    private static void miss(
            Verdict verdict, Duration waited, Duration allowed, double warnAtPercent) {
        double share = (double) waited.toMillis() / allowed.toMillis();
        if (share * 100 >= warnAtPercent) {
            verdict.miss(
                    "weOweAReply",
                    share,
                    "Their question has waited "
                            + Words.span(waited)
                            + "; we allow ourselves "
                            + Words.span(allowed)
                            + ".");
        }
    }
}
