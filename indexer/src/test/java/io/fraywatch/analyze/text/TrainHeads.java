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

    private static final double L2 = 1e-4;

    /// A yes is rarer and counts as often.
    private static final int YES = 2;

    /// Every so many-th remark without emotion is trained by.
    private static final int NEUTRAL = 3;

    /// Where the threshold lies in use, and what is asked there.
    private static final double SAID = 0.6;

    private static final double PRECISION = 0.85;
    private static final double RECALL = 0.75;

    /// Of ordinary sentences no more may be said to do it.
    private static final double FALSE_ALARMS = 0.01;

    /// How often each sentence of the widening counts when the threshold is chosen: they are few,
    /// and nearer to mail than those to train by, which come in pairs that differ by a word.
    private static final int VOICES = 10;

    private final SentenceGrams grams = new SentenceGrams();
    private final Phrases phrases = Phrases.load("en");
    private final String head;
    private final List<int[]> given = new ArrayList<>();
    private final List<Boolean> labels = new ArrayList<>();
    private int first;
    private int seen;
    private int own;
    private int byHand;
    private int business;

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
        first = HeadExamples.first(head).size();
        seen = first + HeadExamples.widening(head).size();
        own = HeadExamples.own(head).size();
        for (Example example : HeadExamples.byHand(head)) {
            given.add(grams(example.text(), given.size() >= seen));
            labels.add(example.label());
        }
        byHand = given.size();
        business = byHand;
        if (!head.equals("commitment")) {
            // ordinary writing does nothing of the kind, but is full of commitments
            Train.ordinary(folder).forEach(this::addNo);
            business = given.size();
            List<String> neutral = Train.neutral(folder);
            for (int i = 0; i < neutral.size(); i += NEUTRAL) {
                addNo(neutral.get(i));
            }
        }
    }

    private void addNo(String text) {
        given.add(grams(text, true));
        labels.add(false);
    }

    /// @param unseen whether the phrases weren't made with it, so that what they say of it counts
    private int[] grams(String text, boolean unseen) {
        List<String> tokens = Tokens.of(text);
        Phrases.Found found = new Phrases.Found();
        if (unseen) {
            phrases.find(Quotations.without(tokens), found);
        }
        return LearnedHeads.marked(LearnedHeads.grams(grams, tokens), found, head);
    }

    private void train(Path file) throws IOException {
        int[] fold = folds();
        double[] probabilities = new double[given.size()];
        for (int k = 0; k < FOLDS; k++) {
            Logistic model = mean(fold, k, 0.5);
            for (int i = 0; i < given.size(); i++) {
                if (fold[i] == k) {
                    probabilities[i] = model.probability(given.get(i));
                }
            }
        }
        double threshold = threshold(probabilities);
        double quiet = quiet(Arrays.copyOfRange(probabilities, byHand, business));
        double at = Math.max(threshold, quiet);
        System.out.printf(
                "%s: %d examples; at %.3f (by the folds %.3f, for quiet %.3f)%n",
                head, given.size(), at, threshold, quiet);
        report("written before", probabilities, first, seen, at);
        report("written to train by", probabilities, seen, own, at);
        Train.write(mean(fold, -1, at), file);
        System.out.printf("  wrote %s, %d bytes%n", file.getFileName(), Files.size(file));
    }

    /// Twins among those made by hand in one fold, the rest at random.
    private int[] folds() throws IOException {
        int[] fold = new Random(SEED).ints(given.size(), 0, FOLDS).toArray();
        int[] twins =
                new Folds(FOLDS, SEED)
                        .of(HeadExamples.byHand(head).stream().map(Example::text).toList());
        System.arraycopy(twins, 0, fold, 0, byHand);
        return fold;
    }

    private void report(String which, double[] probabilities, int from, int to, double threshold) {
        System.out.printf(
                "  %4d %-20s %s%n",
                to - from,
                which,
                Measures.of(
                        Arrays.copyOfRange(probabilities, from, to), truth(from, to), threshold));
    }

    private boolean[] truth(int from, int to) {
        boolean[] truth = new boolean[to - from];
        for (int i = from; i < to; i++) {
            truth[i - from] = labels.get(i);
        }
        return truth;
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

    /// Above which no more than the allowed share of these lies.
    private static double quiet(double[] ordinary) {
        double[] sorted = Arrays.stream(ordinary).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) ((1 - FALSE_ALARMS) * (sorted.length - 1))];
    }

    /// Where precision and recall both come closest to what is asked.
    private double threshold(double[] probabilities) {
        List<Integer> voices = new ArrayList<>();
        for (int i = first; i < own; i++) {
            for (int n = 0; n < (i < seen ? VOICES : 1); n++) {
                voices.add(i);
            }
        }
        double[] counted = voices.stream().mapToDouble(i -> probabilities[i]).toArray();
        boolean[] truth = new boolean[counted.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = labels.get(voices.get(i));
        }
        double best = 0.5;
        double reached = 0;
        for (double at : Arrays.stream(counted).sorted().distinct().toArray()) {
            Measures measures = Measures.of(counted, truth, at);
            double least = Math.min(measures.precision() / PRECISION, measures.recall() / RECALL);
            if (least > reached && at > 0 && at < 1) {
                best = at;
                reached = least;
            }
        }
        return best;
    }
}
