package io.fraywatch.analyze;

import io.fraywatch.analyze.text.TextFeatures.Courtesy;
import io.fraywatch.analyze.time.WorkCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether the client's latest mail is abrupt for the person who wrote it.
final class Curtness {
    /// The shortest of one's own mails: with a lost courtesy they speak for themselves.
    private static final double OWN_SHORTEST = 0.05;

    private static final int WITNESSES = 2;

    private final Course course;
    private final Baseline baseline;
    private final Setting setting;
    private final Instant asOf;

    Curtness(Course course, Baseline baseline, Setting setting, Instant asOf) {
        this.course = course;
        this.baseline = baseline;
        this.setting = setting;
        this.asOf = asOf;
    }

    void judge(Verdict verdict) {
        List<Step> steps = course.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).type() == Step.Type.THEIRS) {
                judge(steps.get(i), verdict);
                return;
            }
        }
    }

    private void judge(Step mail, Verdict verdict) {
        Optional<Surprise> found = baseline.surprise(mail.message().id());
        if (found.isEmpty() || !mail.turn().text().isRead() || stale(mail) || found.get().plain()) {
            return;
        }
        Surprise surprise = found.get();
        Thresholds.CurtReply threshold = setting.thresholds().curtReply();
        if (surprise.earlier() < threshold.minEarlierMails()) {
            verdict.miss("curtReply", 0, tooLittle(surprise, threshold));
        } else if (abrupt(surprise, threshold) || surprise.lasting()) {
            verdict.add(signal(mail, surprise));
        } else if (surprise.nats() >= threshold.surpriseNats() / 2) {
            verdict.miss(
                    "curtReply",
                    surprise.nats() / threshold.surpriseNats() / 2,
                    near(surprise, threshold));
        }
    }

    static boolean abrupt(Surprise surprise, Thresholds.CurtReply threshold) {
        boolean witnessed =
                surprise.independent() >= WITNESSES
                        || (surprise.shorter() <= OWN_SHORTEST && !surprise.missing().isEmpty());
        return witnessed
                && !surprise.plain()
                && surprise.shorter() < 0.5
                && surprise.nats() >= threshold.surpriseNats()
                && surprise.nats() > surprise.usualNats();
    }

    private boolean stale(Step mail) {
        return !asOf.isBefore(
                setting.theirs()
                        .plus(
                                mail.at(),
                                WorkCalendar.businessDays(
                                        setting.thresholds().holdBusinessDays())));
    }

    private static Signal signal(Step mail, Surprise surprise) {
        return new Signal.CurtReply(
                mail.message().id(),
                mail.at(),
                List.of(Quoted.whole(mail)),
                mail.turn().text().words(),
                surprise.usualWords(),
                surprise.missing().stream().map(Courtesy::words).toList(),
                surprise.earlier(),
                surprise.nats(),
                surprise.lasting());
    }

    private static String tooLittle(Surprise surprise, Thresholds.CurtReply threshold) {
        return "Too little history to say whether this is curt: "
                + Words.count(surprise.earlier(), "earlier mail")
                + " of theirs, it takes "
                + threshold.minEarlierMails()
                + ".";
    }

    private static String near(Surprise surprise, Thresholds.CurtReply threshold) {
        return String.format(
                Locale.ROOT,
                "Their last mail is somewhat short for them (surprise %.1f); it takes %.1f and more"
                        + " than %.1f, which their own mails stay below, by two features.",
                surprise.nats(),
                threshold.surpriseNats(),
                surprise.usualNats());
    }
}
