package io.fraywatch.analyze;

import io.fraywatch.analyze.Assessment.Level;
import io.fraywatch.analyze.Assessment.Term;
import io.fraywatch.analyze.time.WorkCalendar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How urgent a conversation is: named log-odds that add up. More or stronger signals never lower
/// it.
///
/// @param points 0 to 100
/// @param terms heaviest first
record Score(int points, Level level, List<Term> terms) {
    /// Log-odds of a conversation about which nothing is known.
    private static final double PRIOR = -2.5;

    private static final double HEARD_ELSEWHERE = -0.3;
    private static final int RED = 80;
    private static final double HARDLY = 0.15;

    static Score of(List<Signal> signals, boolean heardElsewhere) {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term("any conversation", PRIOR));
        for (Signal signal : signals) {
            terms.add(new Term(Wording.kind(signal), weight(signal)));
        }
        if (heardElsewhere) {
            terms.add(new Term("wrote to us elsewhere meanwhile", HEARD_ELSEWHERE));
        }
        terms.sort(Comparator.comparingDouble(Term::weight).reversed());
        return total(List.copyOf(terms), signals.isEmpty());
    }

    /// What terms come to.
    ///
    /// @param calm whether there is no signal at all
    static Score total(List<Term> terms, boolean calm) {
        double sum = terms.stream().mapToDouble(Term::weight).sum();
        int points = (int) Math.round(100 / (1 + Math.exp(-sum)));
        return new Score(points, level(calm, points), terms);
    }

    List<Signal> heaviestFirst(List<Signal> signals) {
        return signals.stream()
                .sorted(Comparator.comparingDouble(Score::weight).reversed())
                .toList();
    }

    private static Level level(boolean calm, int points) {
        if (calm) {
            return Level.NONE;
        }
        return points >= RED ? Level.RED : Level.AMBER;
    }

    private static double weight(Signal signal) {
        return switch (signal) {
            case Signal.StatedUnhappy s -> 3.3 + s.confidence();
            case Signal.WorkTakenBack s -> 3.3 + s.confidence();
            case Signal.WrongPerson s -> 2.9 + s.confidence();
            case Signal.ChasedInVain s ->
                    2.7
                            + over(s.waiting(), s.limit())
                            + 0.3 * Math.min(3, s.unanswered() - 2)
                            + unlikely(s);
            case Signal.WeOweAReply s -> 2.6 + 0.7 * over(s.waiting(), s.allowed());
            case Signal.CurtReply s ->
                    2.7 + Math.min(0.8, s.surprise() / 20) + (s.lasting() ? 0.4 : 0);
            case Signal.BrokenPromise s -> 2.8 + 0.5 * over(s.late(), WorkCalendar.BUSINESS_DAY);
            case Signal.OwnMistake s -> 1.8 + 0.5 * s.confidence();
            case Signal.Chasing s -> 3 + 0.3 * Math.clamp(s.mails() - 2, 0, 3);
            case Signal.GoneQuiet s -> 2.7 + 0.7 * over(s.quiet(), s.limit());
            case Signal.NewSeniorCopied s -> 1.5;
            case Signal.CancellationTalk s -> 3.5 + s.confidence();
            case Signal.NeverDelivered s -> s.lasting() ? 3.2 : 2.8;
        };
    }

    /// Hardly any answer is to be expected, and they are slow even for themselves.
    private static double unlikely(Signal.ChasedInVain s) {
        return s.slow() && s.chance() < HARDLY ? 0.6 : 0;
    }

    /// How far beyond its limit something is, in doublings of a kind: 0 at the limit, at most 2.
    private static double over(Duration waited, Duration limit) {
        return Math.clamp(
                Math.log((double) waited.toMillis() / Math.max(1, limit.toMillis())), 0, 2);
    }
}
