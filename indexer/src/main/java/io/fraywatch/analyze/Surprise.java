package io.fraywatch.analyze;

import io.fraywatch.analyze.text.TextFeatures.Courtesy;
import io.fraywatch.mail.MailId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How unusually abrupt one mail is for its author, measured on that author's earlier mails alone.
///
/// @param earlier how many earlier mails it was compared with
/// @param usualWords their median length
/// @param shorter the chance of a mail of theirs being as short as this one
/// @param missing courtesies they show more often than not and left out here
/// @param independent how many features are surprising each for itself
/// @param nats the sum of the one-sided surprises
/// @param usualNats what 95 of 100 of their own earlier mails stayed below; 0 where too few are
///   known
/// @param drift how far their manner has shifted for the terser over their latest mails, as a
///   cumulative sum of standard deviations; a lasting shift from [#LASTING] on
record Surprise(
        int earlier,
        double usualWords,
        double shorter,
        List<Courtesy> missing,
        int independent,
        double nats,
        double usualNats,
        double drift) {
    /// The cumulative sum from where on a shift isn't chance any more (h of a CUSUM): with
    /// [#SLACK], chance alone gets there once in some 300 mails.
    static final double LASTING = 4;

    /// What each mail may be terser by without adding to the sum (k of a CUSUM).
    private static final double SLACK = 0.5;

    /// A sum beyond this would take too long to go down again.
    private static final double MOST_DRIFT = 6;

    /// One mail alone is told as such, and isn't a shift.
    private static final double MOST_A_MAIL = 2;

    /// Terseness in words and in courtesies goes together somewhat.
    private static final double TOGETHER = Math.sqrt(2 + 2 * 0.3);

    /// Enough mails of one sort to compare only with those.
    private static final int ENOUGH = 8;

    private static final int RECENT = 200;
    private static final double FADING = 0.97;
    private static final double PRIOR_WEIGHT = 8;
    private static final double PRIOR_SPREAD = 0.8;
    private static final double RARE = 0.2;

    private static final List<Courtesy> HABITS =
            List.of(
                    Courtesy.GREETING,
                    Courtesy.CLOSING,
                    Courtesy.THANKS,
                    Courtesy.SOFTENER,
                    Courtesy.EXCLAMATION);

    Surprise {
        missing = List.copyOf(missing);
    }

    /// Measures every mail on the ones its author sent before it.
    static Map<MailId, Surprise> of(List<Manner> manners) {
        Map<String, List<Manner>> byAuthor = new HashMap<>();
        for (Manner manner : manners) {
            byAuthor.computeIfAbsent(manner.author(), a -> new ArrayList<>()).add(manner);
        }
        Map<MailId, Surprise> out = new HashMap<>();
        for (List<Manner> own : byAuthor.values()) {
            own.sort(Comparator.comparing(Manner::at).thenComparing(Manner::mail));
            measure(own, out);
        }
        return out;
    }

    private static void measure(List<Manner> own, Map<MailId, Surprise> out) {
        List<Double> scores = new ArrayList<>();
        double drift = 0;
        for (int i = 0; i < own.size(); i++) {
            Surprise surprise =
                    measure(own.get(i), own.subList(Math.max(0, i - RECENT), i), scores, drift);
            drift = surprise.drift();
            out.put(own.get(i).mail(), surprise);
            if (surprise.earlier() >= ENOUGH) {
                scores.add(surprise.nats());
            }
        }
    }

    private static Surprise measure(
            Manner mail, List<Manner> earlier, List<Double> scores, double drift) {
        List<Manner> peers =
                earlier.stream()
                        .filter(p -> p.shows(Courtesy.MOBILE) == mail.shows(Courtesy.MOBILE))
                        .toList();
        List<Manner> alike = peers.stream().filter(p -> p.rapid() == mail.rapid()).toList();
        boolean bare = mail.rapid() && alike.size() < ENOUGH;
        List<Manner> norm = alike.size() >= ENOUGH ? alike : peers;
        Tally tally = new Tally();
        double shorter = atMost(mail, norm, Manner::logWords);
        tally.add(shorter);
        for (Courtesy habit : HABITS) {
            boolean edge = habit == Courtesy.GREETING || habit == Courtesy.CLOSING;
            if (!mail.shows(habit) && !(bare && edge)) {
                tally.addMissing(habit, missing(habit, norm));
            }
        }
        tally.addWeak(atMost(mail, norm, Manner::politeness));
        return new Surprise(
                norm.size(),
                medianWords(norm),
                shorter,
                tally.missing,
                tally.independent,
                tally.nats,
                usual(scores),
                norm.size() < ENOUGH ? 0 : drifted(drift, mail, norm));
    }

    private static double drifted(double drift, Manner mail, List<Manner> norm) {
        double terser =
                (below(mail, norm, Manner::logWords) + below(mail, norm, Surprise::courtesies))
                        / TOGETHER;
        return Math.clamp(drift + Math.min(MOST_A_MAIL, terser) - SLACK, 0, MOST_DRIFT);
    }

    private static double courtesies(Manner mail) {
        return HABITS.stream().filter(mail::shows).count();
    }

    /// How many standard deviations a mail lies below its author's own.
    private static double below(Manner mail, List<Manner> norm, ToDoubleFunction<Manner> feature) {
        Spread spread = Spread.of(norm, feature);
        return (spread.mean() - feature.applyAsDouble(mail)) / spread.deviation();
    }

    /// Sums surprises up.
    private static final class Tally {
        private final List<Courtesy> missing = new ArrayList<>();
        private int independent;
        private double nats;

        void add(double chance) {
            nats += surprise(chance);
            independent += chance <= RARE ? 1 : 0;
        }

        void addMissing(Courtesy habit, double chance) {
            if (chance < 0.5) {
                missing.add(habit);
                add(chance);
            }
        }

        /// For what a model that knows little of short mails says: half its surprise, and no
        /// witness.
        void addWeak(double chance) {
            nats += surprise(chance) / 2;
        }

        private static double surprise(double chance) {
            return chance < 0.5 ? -Math.log(chance) : 0;
        }
    }

    /// The chance that a mail of this author has at most this mail's value: their recent mails,
    /// smoothed by a normal.
    private static double atMost(Manner mail, List<Manner> norm, ToDoubleFunction<Manner> feature) {
        double value = feature.applyAsDouble(mail);
        double weight = 0;
        double below = 0;
        double w = 1;
        for (int i = norm.size() - 1; i >= 0; i--, w *= FADING) {
            weight += w;
            below += feature.applyAsDouble(norm.get(i)) <= value ? w : 0;
        }
        if (weight == 0) {
            return 1;
        }
        Spread spread = Spread.of(norm, feature);
        double normal = 1 / (1 + Math.exp(-1.702 * (value - spread.mean()) / spread.deviation()));
        return (below + PRIOR_WEIGHT * normal) / (weight + PRIOR_WEIGHT);
    }

    /// Where a feature of somebody's mails lies; recent ones count more, and few are mixed with
    /// what is usual for anybody.
    private record Spread(double mean, double deviation) {
        static Spread of(List<Manner> norm, ToDoubleFunction<Manner> feature) {
            double weight = 0;
            double sum = 0;
            double squares = 0;
            double w = 1;
            for (int i = norm.size() - 1; i >= 0; i--, w *= FADING) {
                double value = feature.applyAsDouble(norm.get(i));
                weight += w;
                sum += w * value;
                squares += w * value * value;
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

    /// The chance that this author leaves a courtesy out (Jeffreys' prior).
    private static double missing(Courtesy habit, List<Manner> norm) {
        double weight = 0;
        double without = 0;
        double w = 1;
        for (int i = norm.size() - 1; i >= 0; i--, w *= FADING) {
            weight += w;
            without += norm.get(i).shows(habit) ? 0 : w;
        }
        return (without + 0.5) / (weight + 1);
    }

    private static double medianWords(List<Manner> norm) {
        int[] words = norm.stream().mapToInt(m -> m.text().words()).sorted().toArray();
        return words.length == 0
                ? 0
                : (words[(words.length - 1) / 2] + words[words.length / 2]) / 2.0;
    }

    private static double usual(List<Double> scores) {
        if (scores.size() < ENOUGH) {
            return 0;
        }
        List<Double> sorted =
                scores.subList(Math.max(0, scores.size() - RECENT), scores.size()).stream()
                        .sorted()
                        .toList();
        return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
    }
}
