package io.fraywatch.analyze;

import io.fraywatch.analyze.Baseline.ReplyTime;
import io.fraywatch.analyze.text.Head;
import io.fraywatch.analyze.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whether the client has stopped getting back to us while we keep following up.
final class Silence {
    /// "Usually" means nine times of ten.
    private static final double USUAL_PERCENTILE = 90;

    private static final double SLOW_PERCENTILE = 95;

    /// Nobody is waited for longer, however slow they are.
    private static final double CEILING_BUSINESS_DAYS = 10;

    private final Course course;
    private final Baseline baseline;
    private final Setting setting;
    private final Instant asOf;
    private final WaitingClock clock;

    Silence(Course course, Baseline baseline, Setting setting, Instant asOf) {
        this.course = course;
        this.baseline = baseline;
        this.setting = setting;
        this.asOf = asOf;
        this.clock = new WaitingClock(setting.theirs(), course.absences());
    }

    void judge(Verdict verdict) {
        List<Step> waiting = course.waiting();
        if (waiting.isEmpty() || forgotten(waiting)) {
            return;
        }
        Thresholds.ChasedInVain threshold = setting.thresholds().chasedInVain();
        Instant first = course.from(waiting.getFirst());
        Optional<ReplyTime> usual =
                baseline.replyTime(USUAL_PERCENTILE, threshold.minReplies(), asOf);
        Duration least = WorkCalendar.businessDays(threshold.afterBusinessDays());
        Duration limit = limit(usual, least);
        Duration waited = clock.between(first, asOf);
        if (waiting.size() >= threshold.unansweredMessages()) {
            verdict.wakeAt(since(waiting, limit, threshold.unansweredMessages()));
        }
        int missing = threshold.unansweredMessages() - waiting.size();
        if (missing <= 0 && waited.compareTo(limit) > 0) {
            verdict.add(
                    new Signal.ChasedInVain(
                            waiting.getFirst().message().id(),
                            since(waiting, limit, threshold.unansweredMessages()),
                            waiting.stream()
                                    .map(s -> Quoted.best(s, Head.CHASER, Head.ASK))
                                    .toList(),
                            waiting.size(),
                            waited,
                            limit,
                            usual.map(ReplyTime::within).orElse(Duration.ZERO),
                            usual.map(ReplyTime::replies).orElse(0),
                            baseline.chance()
                                    .of(
                                            waiting.getFirst().putsQuestion(),
                                            waiting.size() - 1,
                                            waited,
                                            asOf),
                            slow(waited)));
        } else if (course.absences().stream().noneMatch(a -> a.covers(asOf))) {
            miss(verdict, waiting.size(), threshold.unansweredMessages(), waited, limit);
        }
    }

    /// Their own usual time where it is known and longer, but no more than a ceiling.
    private static Duration limit(Optional<ReplyTime> usual, Duration least) {
        Duration most = WorkCalendar.businessDays(CEILING_BUSINESS_DAYS);
        Duration own = usual.map(ReplyTime::within).orElse(Duration.ZERO);
        Duration capped = own.compareTo(most) > 0 ? most : own;
        return capped.compareTo(least) > 0 ? capped : least;
    }

    private boolean slow(Duration waited) {
        return baseline.replyTime(
                        SLOW_PERCENTILE, setting.thresholds().chasedInVain().minReplies(), asOf)
                .map(ReplyTime::within)
                .filter(within -> waited.compareTo(within) <= 0)
                .isEmpty();
    }

    private Instant since(List<Step> waiting, Duration limit, int messages) {
        Instant late = clock.plus(course.from(waiting.getFirst()), limit);
        Instant enough = waiting.get(messages - 1).at();
        return late.isAfter(enough) ? late : enough;
    }

    private boolean forgotten(List<Step> waiting) {
        Duration forget = WorkCalendar.businessDays(setting.thresholds().forgetBusinessDays());
        return asOf.isAfter(clock.plus(course.from(waiting.getLast()), forget));
    }

    private static void miss(
            Verdict verdict, int sent, int needed, Duration waited, Duration limit) {
        double nearness =
                Math.min(1, (double) sent / needed)
                        * Math.min(1, (double) waited.toMillis() / limit.toMillis());
        verdict.miss(
                "chasedInVain",
                nearness,
                Words.count(sent, "message")
                        + " of ours unanswered for "
                        + Words.span(waited)
                        + "; it takes "
                        + needed
                        + " and more than "
                        + Words.span(limit)
                        + ".");
    }
}
