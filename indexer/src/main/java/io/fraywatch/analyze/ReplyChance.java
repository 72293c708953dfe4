package io.fraywatch.analyze;

import io.fraywatch.analyze.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The chance that a client still answers, after a silence: a log-normal time to the answer for
/// those who answer at all, and a share who never do (a mixture-cure model).
///
/// Both are the client's own, shrunk to what holds for anybody; recent exchanges count more, since
/// people change. The general values were fitted on the first 60 % of a vendor's support list (885
/// exchanges); `scripts/eval analyze silence` measures it on the rest.
final class ReplyChance {
    /// What is answered later than this isn't an answer any more.
    static final double LONGEST_BUSINESS_DAYS = 20;

    private static final double ANSWERED_WHEN_ASKED = 0.69;
    private static final double ANSWERED_OTHERWISE = 0.55;
    private static final double PER_FOLLOW_UP = -0.4;
    private static final int MOST_FOLLOW_UPS = 2;
    private static final double LOG_HOURS = 0.28;
    private static final double SPREAD = 1.77;
    private static final double RATE_STRENGTH = 10;
    private static final double TIME_STRENGTH = 8;
    private static final double SPREAD_STRENGTH = 10;
    private static final double FADING = 0.97;
    private static final int RECENT = 200;

    /// Faster answers are all the same: the clock counts business time.
    private static final double SHORTEST_HOURS = 0.25;

    /// One exchange and how long its answer took.
    private record Known(Exchange exchange, Duration took) {}

    private final List<Known> known;
    private final WorkCalendar theirs;

    /// @param exchanges all with one client, in any order
    ReplyChance(List<Exchange> exchanges, WorkCalendar theirs) {
        this.theirs = theirs;
        this.known =
                exchanges.stream()
                        .filter(exchange -> !exchange.away())
                        .sorted(Comparator.comparing(Exchange::sentAt))
                        .map(exchange -> new Known(exchange, took(exchange, theirs)))
                        .toList();
    }

    private static Duration took(Exchange exchange, WorkCalendar theirs) {
        return exchange.answeredAt()
                .map(at -> theirs.between(exchange.sentAt(), at))
                .orElse(Duration.ZERO);
    }

    /// The chance, 0 to 1.
    ///
    /// @param asked whether our first message asks something
    /// @param followUps how often we wrote again
    /// @param waited business time since our first message
    double of(boolean asked, int followUps, Duration waited, Instant asOf) {
        Duration longest = WorkCalendar.businessDays(LONGEST_BUSINESS_DAYS);
        double usual = asked ? ANSWERED_WHEN_ASKED : ANSWERED_OTHERWISE;
        double weight = 1;
        double all = RATE_STRENGTH;
        double answered = RATE_STRENGTH * usual;
        double timed = TIME_STRENGTH;
        double sum = TIME_STRENGTH * LOG_HOURS;
        List<double[]> logs = new ArrayList<>();
        for (Known one : recent(asOf)) {
            boolean came = one.exchange().answeredBy(asOf) && one.took().compareTo(longest) <= 0;
            if (!came && theirs.between(one.exchange().sentAt(), asOf).compareTo(longest) <= 0) {
                continue;
            }
            all += weight;
            if (came) {
                double log = logHours(one.took());
                answered += weight;
                timed += weight;
                sum += weight * log;
                logs.add(new double[] {weight, log});
            }
            weight *= FADING;
        }
        double mean = sum / timed;
        double squares = SPREAD_STRENGTH * SPREAD * SPREAD;
        double weights = SPREAD_STRENGTH;
        for (double[] log : logs) {
            squares += log[0] * (log[1] - mean) * (log[1] - mean);
            weights += log[0];
        }
        double ever =
                logistic(
                        Math.log(answered / (all - answered))
                                + PER_FOLLOW_UP * Math.min(MOST_FOLLOW_UPS, followUps));
        double stillOpen = 1 - normal((logHours(waited) - mean) / Math.sqrt(squares / weights));
        return ever * stillOpen / (1 - ever + ever * stillOpen);
    }

    /// The latest exchanges that had begun by an instant, the newest first.
    private List<Known> recent(Instant asOf) {
        return known.reversed().stream()
                .filter(one -> one.exchange().sentAt().isBefore(asOf))
                .limit(RECENT)
                .toList();
    }

    private static double logHours(Duration time) {
        return Math.log(Math.max(SHORTEST_HOURS, time.toMinutes() / 60.0));
    }

    private static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /// The standard normal distribution, to 1e-7 (Abramowitz and Stegun 26.2.17).
    private static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail =
                Math.exp(-z * z / 2)
                        / Math.sqrt(2 * Math.PI)
                        * t
                        * (0.319381530
                                + t
                                        * (-0.356563782
                                                + t
                                                        * (1.781477937
                                                                + t
                                                                        * (-1.821255978
                                                                                + t
                                                                                        * 1.330274429))));
        return z > 0 ? 1 - tail : tail;
    }
}
