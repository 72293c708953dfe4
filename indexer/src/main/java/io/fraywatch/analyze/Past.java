package io.fraywatch.analyze;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/// How unusual one author's mails have been so far, each for those before it: what the next one may
/// be by chance, and whether their manner is shifting. Fed oldest first; not safe for threads.
final class Past {
    /// The cumulative sum from where on a shift isn't chance any more (h of a CUSUM): with
    /// [#SLACK], chance alone gets there once in some 250 mails (Siegmund, Sequential Analysis, ch.
    /// 2).
    static final double LASTING = 3.7;

    /// What each mail may be terser by without adding to the sum (k of a CUSUM).
    private static final double SLACK = 0.5;

    /// A sum beyond this would take too long to go down again.
    private static final double MOST_DRIFT = 6;

    /// One mail alone is told as such, and isn't a shift.
    private static final double MOST_A_MAIL = 2;

    /// So many mails after a shift was first seen it is how they write.
    private static final int GOT_USED_TO = 8;

    /// What 1 in 20 of ordinary mails may exceed.
    private static final double NOMINAL = 0.05;

    /// Surprises of ordinary mails in nats, as they spread over senders of public lists: the
    /// middles of twenty equal parts. Each stands for some mails among the author's own, so that
    /// one unusual mail doesn't hide the next.
    private static final double[] ANYBODY = {
        0, 0, 0, 0, 0.4, 0.5, 0.7, 0.8, 0.9, 1.1, 1.2, 1.4, 1.6, 1.8, 2.0, 2.3, 2.6, 3.1, 3.7, 5.1
    };

    private static final int MAILS_EACH = 3;

    private static final int RECENT = 200;

    /// How much terser mails vary from one another for anybody, in words and courtesies together,
    /// which go together somewhat; it speaks for so many mails.
    private static final double USUAL_VARIANCE = 2.6;

    private static final double PRIOR_WEIGHT = 8;

    private final List<Double> surprises = new ArrayList<>();
    private double squares;
    private double drift;
    private int turned;
    private int told;
    private int since;

    /// @param place which of the author's mails it is
    /// @param nats how surprising it is
    /// @param terser by how much it is terser than usual, in standard deviations of words and of
    ///   courtesies, added up
    void add(int place, double nats, double terser) {
        forget(place);
        double deviation =
                Math.sqrt(
                        (squares + PRIOR_WEIGHT * USUAL_VARIANCE)
                                / (surprises.size() + PRIOR_WEIGHT));
        surprises.add(nats);
        squares += terser * terser;
        double step = Math.min(MOST_A_MAIL, terser / deviation) - SLACK;
        drift = Math.clamp(drift + step, 0, MOST_DRIFT);
        turned = drift == 0 ? place + 1 : turned;
        told = drift < LASTING ? 0 : told + 1;
    }

    private void forget(int place) {
        if (told >= GOT_USED_TO) {
            since = turned;
            turned = place;
            told = 0;
            drift = 0;
        }
    }

    /// How far their manner has shifted for the terser, as a cumulative sum of standard deviations.
    double drift() {
        return drift;
    }

    /// The first of the author's mails that says how they write now.
    int since() {
        return told >= GOT_USED_TO ? turned : since;
    }

    /// What the next mail exceeds once in twenty times at most, if it is drawn as the author's
    /// earlier ones were (a conformal bound: Vovk, Gammerman, Shafer, "Algorithmic Learning in a
    /// Random World").
    double limit() {
        List<Double> all =
                DoubleStream.concat(anybody(), recent())
                        .boxed()
                        .sorted(Comparator.reverseOrder())
                        .toList();
        int above = (int) (NOMINAL * (all.size() + 1));
        return all.get(Math.max(0, above - 1));
    }

    private static DoubleStream anybody() {
        return DoubleStream.of(ANYBODY)
                .mapMulti((nats, each) -> {
                    for (int i = 0; i < MAILS_EACH; i++) {
                        each.accept(nats);
                    }
                });
    }

    private DoubleStream recent() {
        return surprises.stream()
                .skip(Math.max(0, surprises.size() - RECENT))
                .mapToDouble(Double::doubleValue);
    }
}
