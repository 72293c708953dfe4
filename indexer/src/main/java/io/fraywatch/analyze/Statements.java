package io.fraywatch.analyze;

import io.fraywatch.analyze.text.Head;
import io.fraywatch.analyze.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Whether somebody has said it outright: that they are unhappy, that we are the wrong person, that
/// they take the work back.
///
/// What was said holds until the client is content again or the holding time has passed since they
/// last said it.
final class Statements {
    /// Below this share of the threshold a sentence isn't near to having said it.
    private static final double NEAR = 0.5;

    private static final double THANKS = 0.6;

    /// Whoever thanks us in the same mail is unhappy only where they say it this plainly.
    private static final double PLAINLY = 0.9;

    private final Course course;
    private final Setting setting;
    private final Instant asOf;

    Statements(Course course, Setting setting, Instant asOf) {
        this.course = course;
        this.setting = setting;
        this.asOf = asOf;
    }

    void judge(Verdict verdict) {
        sayWhatIsNotRead(verdict);
        Thresholds thresholds = setting.thresholds();
        Said unhappy =
                said(
                        "statedUnhappy",
                        thresholds.statedUnhappy(),
                        Head.UNHAPPY,
                        Head.UNHAPPY,
                        verdict);
        if (unhappy.holds()) {
            verdict.add(
                    new Signal.StatedUnhappy(
                            unhappy.anchor(),
                            unhappy.since(),
                            unhappy.evidence(),
                            unhappy.confidence()));
        }
        Said wrong =
                said(
                        "wrongPerson",
                        thresholds.wrongPerson(),
                        Head.WRONG_PERSON,
                        Head.OUT_OF_DEPTH,
                        verdict);
        if (wrong.holds()) {
            verdict.add(
                    new Signal.WrongPerson(
                            wrong.anchor(), wrong.since(), wrong.evidence(), wrong.confidence()));
        }
        Said taken =
                said(
                        "workTakenBack",
                        thresholds.workTakenBack(),
                        Head.TAKEN_BACK,
                        Head.TAKEN_BACK,
                        verdict);
        if (taken.holds()) {
            verdict.add(
                    new Signal.WorkTakenBack(
                            taken.anchor(), taken.since(), taken.evidence(), taken.confidence()));
        }
        Said ending =
                said(
                        "cancellationTalk",
                        thresholds.cancellationTalk(),
                        Head.CANCELLATION,
                        Head.CANCELLATION,
                        verdict);
        if (ending.holds()) {
            verdict.add(
                    new Signal.CancellationTalk(
                            ending.anchor(),
                            ending.since(),
                            ending.evidence(),
                            ending.confidence()));
        }
    }

    /// Says of the client's latest mail that nothing but its time counts, where that is so.
    private void sayWhatIsNotRead(Verdict verdict) {
        course.steps().reversed().stream()
                .filter(step -> step.type() == Step.Type.THEIRS)
                .findFirst()
                .filter(step -> !step.turn().text().isRead())
                .flatMap(step -> step.turn().text().language())
                .ifPresent(language ->
                        verdict.miss(
                                "statedUnhappy",
                                0,
                                "Their latest mail is written in "
                                        + language.name()
                                        + ", which isn't read for tone; only timing counts."));
    }

    /// @param ours what counts in our own mails; the client's head where nothing of ours does
    private Said said(
            String kind, Thresholds.Statement threshold, Head theirs, Head ours, Verdict verdict) {
        Said said = new Said();
        double nearest = 0;
        for (Step step : course.steps()) {
            boolean client = step.type() == Step.Type.THEIRS;
            if (!client && !(step.type() == Step.Type.OURS && ours != theirs)) {
                continue;
            }
            Head head = client ? theirs : ours;
            double strength = step.turn().text().of(head);
            double wanted = wanted(step, head, threshold);
            if (strength >= wanted) {
                said.add(step, head, wanted, strength);
            } else {
                if (client && step.content()) {
                    said.clear();
                }
                nearest = Math.max(nearest, fresh(step) ? strength : 0);
            }
        }
        if (said.holds() && !fresh(said.last())) {
            said.clear();
        }
        if (!said.holds() && nearest >= NEAR * threshold.minConfidence()) {
            verdict.miss(kind, nearest / threshold.minConfidence(), near(nearest, threshold));
        }
        return said;
    }

    private static double wanted(Step step, Head head, Thresholds.Statement threshold) {
        boolean thanked = head == Head.UNHAPPY && step.turn().text().of(Head.GRATITUDE) >= THANKS;
        return thanked ? Math.max(PLAINLY, threshold.minConfidence()) : threshold.minConfidence();
    }

    private boolean fresh(Step step) {
        return asOf.isBefore(
                setting.theirs()
                        .plus(
                                step.at(),
                                WorkCalendar.businessDays(
                                        setting.thresholds().holdBusinessDays())));
    }

    private static String near(double nearest, Thresholds.Statement threshold) {
        return String.format(
                Locale.ROOT,
                "A sentence comes near it with a confidence of %.2f; it takes %.2f.",
                nearest,
                threshold.minConfidence());
    }

    /// The mails that said it, as long as nothing has undone it.
    private static final class Said {
        private final List<Step> steps = new ArrayList<>();
        private final List<Evidence> evidence = new ArrayList<>();
        private double confidence;

        void add(Step step, Head head, double atLeast, double strength) {
            steps.add(step);
            evidence.addAll(Quoted.all(step, head, atLeast));
            confidence = Math.max(confidence, strength);
        }

        void clear() {
            steps.clear();
            evidence.clear();
            confidence = 0;
        }

        boolean holds() {
            return !steps.isEmpty();
        }

        Step last() {
            return steps.getLast();
        }

        io.fraywatch.mail.MailId anchor() {
            return steps.getFirst().message().id();
        }

        Instant since() {
            return steps.getFirst().at();
        }

        List<Evidence> evidence() {
            return List.copyOf(evidence);
        }

        double confidence() {
            return confidence;
        }
    }
}
