package io.fraywatch.analyze;

import io.fraywatch.analyze.text.Head;
import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether the client turns up the pressure: chases us, or brings somebody new into a conversation
/// that goes wrong. Judged last, since it looks at what else was found.
final class Escalation {
    private final Client client;
    private final Course course;
    private final Baseline baseline;
    private final Setting setting;
    private final Instant asOf;

    Escalation(Client client, Course course, Baseline baseline, Setting setting, Instant asOf) {
        this.client = client;
        this.course = course;
        this.baseline = baseline;
        this.setting = setting;
        this.asOf = asOf;
    }

    void judge(Verdict verdict) {
        judgeChasing(verdict);
        judgeCopied(verdict);
    }

    private void judgeChasing(Verdict verdict) {
        List<Step> owed = course.owed();
        if (owed.isEmpty() || forgotten(owed.getLast())) {
            return;
        }
        Optional<Step> again = written();
        Optional<Step> first =
                Stream.concat(again.stream(), course.chasers().stream().limit(1))
                        .min((a, b) -> a.at().compareTo(b.at()));
        first.ifPresent(chaser ->
                verdict.add(
                        new Signal.Chasing(
                                owed.getFirst().message().id(),
                                chaser.at(),
                                List.of(Quoted.best(chaser, Head.CHASER, Head.ASK, Head.TROUBLE)),
                                owed.size(),
                                setting.ours().between(owed.getFirst().at(), asOf))));
    }

    /// The mail with which they had written often enough, afterthoughts aside.
    private Optional<Step> written() {
        Thresholds.Chasing threshold = setting.thresholds().chasing();
        Duration apart = WorkCalendar.businessDays(threshold.apartBusinessDays());
        List<Step> counted = new ArrayList<>();
        for (Step mail : course.owed()) {
            if (counted.isEmpty()
                    || setting.ours().between(counted.getLast().at(), mail.at()).compareTo(apart)
                            >= 0) {
                counted.add(mail);
            }
        }
        return counted.size() < threshold.mails()
                ? Optional.empty()
                : Optional.of(counted.get(threshold.mails() - 1));
    }

    private boolean forgotten(Step last) {
        Duration forget = WorkCalendar.businessDays(setting.thresholds().forgetBusinessDays());
        return asOf.isAfter(setting.ours().plus(course.from(last), forget));
    }

    private void judgeCopied(Verdict verdict) {
        Optional<Instant> trouble =
                verdict.signals().stream().map(Signal::since).min(Instant::compareTo);
        if (trouble.isEmpty()) {
            return;
        }
        for (Step step : course.steps()) {
            if (step.type() == Step.Type.THEIRS && holds(step)) {
                Optional<Address> copied =
                        step.message().headers().cc().stream()
                                .filter(address -> isNew(address, step))
                                .findFirst();
                if (copied.isPresent()) {
                    verdict.add(copied(step, copied.get(), trouble.get()));
                    return;
                }
            }
        }
    }

    /// Whether this mail is the first to name one of the client's people, and others were known.
    private boolean isNew(Address address, Step step) {
        return Steps.belongs(address, client)
                && baseline.firstSeen(address).filter(step.at()::equals).isPresent()
                && baseline.peopleSeen(step.at()) > 0;
    }

    private Signal copied(Step step, Address copied, Instant trouble) {
        return new Signal.NewSeniorCopied(
                step.message().id(),
                step.at().isAfter(trouble) ? step.at() : trouble,
                List.of(
                        Quoted.best(
                                step,
                                Head.CANCELLATION,
                                Head.UNHAPPY,
                                Head.CHASER,
                                Head.ASK,
                                Head.TROUBLE)),
                copied.display(),
                baseline.peopleSeen(step.at()));
    }

    private boolean holds(Step step) {
        Duration hold = WorkCalendar.businessDays(setting.thresholds().holdBusinessDays());
        return asOf.isBefore(setting.theirs().plus(step.at(), hold));
    }
}
