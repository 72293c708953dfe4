package io.fraywatch.analyze.text;

import io.fraywatch.analyze.model.Example;
import io.fraywatch.analyze.model.Logistic;
import io.fraywatch.analyze.model.Measures;
import io.fraywatch.analyze.model.SentenceGrams;
import io.fraywatch.analyze.model.Train;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Trains the weights of what sentences do and prints how well they do in cross-validation.
///
/// `TrainHeads LABELS RESOURCES`, as for [Train]. The same input gives the same bytes.
final class TrainHeads {
    private static final int FOLDS = 5;
    private static final long SEED = 20261125;

    /// Models under different seeds whose mean is taken.
    private static final int MODELS = 3;

    private static final double L2 = 1e-5;

    /// A yes is rarer and counts as often.
    private static final int YES = 2;

    /// Where the threshold lies in use, and what is asked there.
    private static final double SAID = 0.6;

    private static final double PRECISION = 0.85;
    private static final double RECALL = 0.75;

    /// Of ordinary sentences no more may be said to do it.
    private static final double FALSE_ALARMS = 0.002;

    private final SentenceGrams grams = new SentenceGrams();
    private final Phrases phrases = Phrases.load("en");
    private final String head;
    private final List<int[]> given = new ArrayList<>();
    private final List<Boolean> labels = new ArrayList<>();
    private int own;
    private int old;
    private int byHand;

    private TrainHeads(String head) {
        this.head = head;
    }

    static void main(String[] args) throws IOException {
        Path labels = Path.of(args[0]);
        for (String head : HeadExamples.HEADS) {
            TrainHeads training = new TrainHeads(head);
            training.read(labels);
            training.train(Path.of(args[1]).resolve(head + ".bin"));
        }
    }

    private void read(Path folder) throws IOException {
        old = HeadExamples.old(head);
        own = HeadExamples.own(head).size();
        for (Example example : HeadExamples.byHand(head)) {
            add(example, given.size() >= old);
        }
        byHand = given.size();
        if (!head.equals("commitment")) {
            // ordinary writing does nothing of the kind, but is full of commitments
            for (String text : Train.ordinary(folder)) {
                add(new Example(text, false), true);
            }
        }
    }

    /// @param unseen whether the phrases weren't made with it, so that what they say of it counts
    private void add(Example example, boolean unseen) {
        List<String> tokens = Tokens.of(example.text());
        Phrases.Found found = new Phrases.Found();
        if (unseen) {
            phrases.find(Quotations.without(tokens), found);
        }
        given.add(LearnedHeads.marked(LearnedHeads.grams(grams, tokens), found, head));
        labels.add(example.label());
    }

    private void train(Path file) throws IOException {
        int[] fold = new Random(SEED).ints(given.size(), 0, FOLDS).toArray();
        double[] probabilities = new double[own - old];
        boolean[] truth = new boolean[own - old];
        double[] ordinary = new double[given.size() - byHand];
        for (int k = 0; k < FOLDS; k++) {
            Logistic model = mean(fold, k, 0.5);
            for (int i = byHand; i < given.size(); i++) {
                if (fold[i] == k) {
                    ordinary[i - byHand] = model.probability(given.get(i));
                }
            }
            for (int i = old; i < own; i++) {
                if (fold[i] == k) {
                    probabilities[i - old] = model.probability(given.get(i));
                    truth[i - old] = labels.get(i);
                }
            }
        }
        double threshold =
                Math.max(threshold(probabilities, truth), quietOn(ordinary, 1 - FALSE_ALARMS));
        System.out.printf(
                "%-13s %5d examples  %s  (at %.2f, on %d unseen by the phrases)%n",
                head,
                given.size(),
                Measures.of(probabilities, truth, threshold),
                threshold,
                own - old);
        Train.write(mean(fold, -1, threshold), file);
        System.out.printf(
                "              wrote %s, %d bytes%n", file.getFileName(), Files.size(file));
    }

    private Logistic mean(int[] fold, int without, double threshold) {
        List<int[]> x = new ArrayList<>();
        List<Boolean> y = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            for (int n = 0; fold[i] != without && n < (labels.get(i) ? YES : 1); n++) {
                x.add(given.get(i));
                y.add(labels.get(i));
            }
        }
        boolean[] packed = new boolean[y.size()];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = y.get(i);
        }
        List<Logistic> models = new ArrayList<>();
        for (int i = 0; i < MODELS; i++) {
            models.add(Logistic.train(x.toArray(int[][]::new), packed, L2, SEED + i));
        }
        return Logistic.mean(models, threshold, without < 0 ? SAID : threshold);
    }

    /// Above which only so many of these lie.
    private static double quietOn(double[] probabilities, double share) {
        double[] sorted = probabilities.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
    }

    /// Where precision and recall both come closest to what is asked.
    private static double threshold(double[] probabilities, boolean[] truth) {
        double best = 0.5;
        double reached = 0;
        for (double at : Arrays.stream(probabilities).sorted().distinct().toArray()) {
            Measures measures = Measures.of(probabilities, truth, at);
            double least = Math.min(measures.precision() / PRECISION, measures.recall() / RECALL);
            if (least > reached && at > 0 && at < 1) {
                best = at;
                reached = least;
            }
        }
        return best;
    }
}
