package io.fraywatch.analyze;

import io.fraywatch.analyze.Assessment.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Judges one conversation as of an instant: what is wrong with it, since when, how urgent, and
/// what nearly was.
///
/// A pure function of the mail up to `asOf`, the client's norm up to `asOf` and the setting; later
/// mail changes nothing. Stateless; safe for many threads.
public final class Analyzer {
    /// A case as it stands, and for how long.
    public static final class Judged {
        private final Assessment assessment;
        private final Optional<Instant> wakes;
        private final Norms norms;

        private Judged(Assessment assessment, Optional<Instant> wakes, Norms norms) {
            this.assessment = assessment;
            this.wakes = wakes;
            this.norms = norms;
        }

        public Assessment assessment() {
            return assessment;
        }

        /// The first instant at which a case without any signal may show one though nobody writes;
        /// empty when none will.
        public Optional<Instant> wakes() {
            return wakes;
        }

        /// What is usual for the case's client beside what the case shows.
        public List<Norm> norms() {
            return norms.all();
        }
    }

    /// @param baseline the norm of the case's client
    public Assessment assess(Case c, Baseline baseline, Setting setting, Instant asOf) {
        return judge(c, baseline, setting, asOf).assessment();
    }

    /// As [#assess], with the instant from which on it must be asked again.
    ///
    /// @param baseline the norm of the case's client
    public Judged judge(Case c, Baseline baseline, Setting setting, Instant asOf) {
        Course course = course(c, baseline, setting, asOf);
        Verdict verdict = new Verdict();
        new Silence(course, baseline, setting, asOf).judge(verdict);
        new Debt(course, setting, asOf).judge(verdict);
        new Pledges(course, setting, asOf).judge(verdict);
        new Statements(course, setting, asOf).judge(verdict);
        new Curtness(course, baseline, setting, asOf).judge(verdict);
        new Quiet(c, course, baseline, setting, asOf).judge(verdict);
        c.client()
                .ifPresent(client ->
                        new Escalation(client, course, baseline, setting, asOf).judge(verdict));
        course.restsUntil().ifPresent(verdict::wakeAt);
        Score score = Score.of(verdict.signals(), heardElsewhere(c, course, baseline, asOf));
        Optional<Instant> pausedSince = pausedSince(course, asOf);
        Assessment assessment =
                new Assessment(
                        c.id(),
                        asOf,
                        pausedSince.isPresent() ? State.PAUSED : course.state(),
                        pausedSince.orElseGet(course::since),
                        score.points(),
                        score.level(),
                        score.terms(),
                        score.heaviestFirst(verdict.signals()),
                        verdict.misses());
        return new Judged(
                assessment, verdict.wakes(), new Norms(c, course, baseline, setting, asOf));
    }

    /// How long a case can be told of, should nothing more be written in it: judged later, it shows
    /// no signal, whatever is written elsewhere; save in the conversation that holds the client's
    /// latest mail, where their silence may tell.
    public static Instant horizon(Case c, Setting setting) {
        return Horizon.of(c, setting);
    }

    /// They are to answer and away, or the matter rests.
    private static Optional<Instant> pausedSince(Course course, Instant asOf) {
        return course.absences().reversed().stream()
                .filter(absence -> course.state() == State.THEY_OWE && absence.covers(asOf))
                .findFirst()
                .or(course::rest)
                .map(Absence::from);
    }

    /// What is usual for the case's client beside what the case shows.
    ///
    /// @param baseline the norm of the case's client
    public List<Norm> norms(Case c, Baseline baseline, Setting setting, Instant asOf) {
        return new Norms(c, course(c, baseline, setting, asOf), baseline, setting, asOf).all();
    }

    private static Course course(Case c, Baseline baseline, Setting setting, Instant asOf) {
        List<Step> steps = c.client().isEmpty() ? List.of() : Steps.of(c, setting.us(), asOf);
        Instant start = c.turns().isEmpty() ? asOf : c.turns().getFirst().sentAt();
        Instant first = steps.isEmpty() ? asOf : steps.getFirst().at();
        List<Elsewhere> elsewhere = baseline.openedElsewhere(c.id(), first, asOf);
        return Course.of(c, steps, elsewhere, setting, start, asOf);
    }

    private static boolean heardElsewhere(Case c, Course course, Baseline baseline, Instant asOf) {
        return !course.waiting().isEmpty()
                && baseline.heardElsewhere(c.id(), course.waiting().getFirst().at(), asOf)
                        .isPresent();
    }
}
