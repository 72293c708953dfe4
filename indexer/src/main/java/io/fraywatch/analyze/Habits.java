package io.fraywatch.analyze;

import io.fraywatch.analyze.text.TextFeatures.Courtesy;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How one person usually writes, by some of their mails. Recent mails count more than old ones,
/// and few are mixed with what is usual for anybody.
///
/// @param mails oldest first
record Habits(List<Manner> mails) {
    /// The courtesies that are a habit of some people and not of others.
    static final List<Courtesy> COURTESIES =
            List.of(
                    Courtesy.GREETING,
                    Courtesy.CLOSING,
                    Courtesy.THANKS,
                    Courtesy.SOFTENER,
                    Courtesy.EXCLAMATION);

    private static final double FADING = 0.97;
    private static final double PRIOR_WEIGHT = 8;
    private static final double PRIOR_SPREAD = 0.8;

    Habits {
        mails = List.copyOf(mails);
    }

    int size() {
        return mails.size();
    }

    /// The chance that a mail of theirs has at most this one's value of a feature: their mails,
    /// smoothed by a normal; 1 where they have none.
    double atMost(Manner mail, ToDoubleFunction<Manner> feature) {
        if (mails.isEmpty()) {
            return 1;
        }
        double value = feature.applyAsDouble(mail);
        double weight = 0;
        double below = 0;
        double w = 1;
        for (Manner each : mails.reversed()) {
            weight += w;
            below += feature.applyAsDouble(each) <= value ? w : 0;
            w *= FADING;
        }
        Spread spread = spread(feature);
        double normal = 1 / (1 + Math.exp(-1.702 * (value - spread.mean()) / spread.deviation()));
        return (below + PRIOR_WEIGHT * normal) / (weight + PRIOR_WEIGHT);
    }

    /// How many standard deviations a mail lies below theirs; not where they have none.
    double below(Manner mail, ToDoubleFunction<Manner> feature) {
        Spread spread = spread(feature);
        return (spread.mean() - feature.applyAsDouble(mail)) / spread.deviation();
    }

    /// The chance that they leave a courtesy out (Jeffreys' prior).
    double without(Courtesy courtesy) {
        double weight = 0;
        double without = 0;
        double w = 1;
        for (Manner each : mails.reversed()) {
            weight += w;
            without += each.shows(courtesy) ? 0 : w;
            w *= FADING;
        }
        return (without + 0.5) / (weight + 1);
    }

    /// In how many of them they showed it.
    int times(Courtesy courtesy) {
        return (int) mails.stream().filter(mail -> mail.shows(courtesy)).count();
    }

    /// The median of their words; 0 where they have no mail.
    double medianWords() {
        int[] words = mails.stream().mapToInt(mail -> mail.text().words()).sorted().toArray();
        return words.length == 0
                ? 0
                : (words[(words.length - 1) / 2] + words[words.length / 2]) / 2.0;
    }

    private record Spread(double mean, double deviation) {}

    private Spread spread(ToDoubleFunction<Manner> feature) {
        double weight = 0;
        double sum = 0;
        double squares = 0;
        double w = 1;
        for (Manner each : mails.reversed()) {
            double value = feature.applyAsDouble(each);
            weight += w;
            sum += w * value;
            squares += w * value * value;
            w *= FADING;
        }
        double mean = sum / weight;
        double variance = Math.max(0, squares / weight - mean * mean);
        return new Spread(
                mean,
                Math.sqrt(
                        (weight * variance + PRIOR_WEIGHT * PRIOR_SPREAD * PRIOR_SPREAD)
                                / (weight + PRIOR_WEIGHT)));
    }
}
