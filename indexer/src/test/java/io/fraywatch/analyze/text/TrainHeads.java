package io.fraywatch.analyze.text;

import io.fraywatch.analyze.model.Example;
import io.fraywatch.analyze.model.Logistic;
import io.fraywatch.analyze.model.Measures;
import io.fraywatch.analyze.model.SentenceGrams;
import io.fraywatch.analyze.model.Train;
import io.fraywatch.analyze.model.VectorLogistic;
import io.fraywatch.analyze.model.VectorModel;
import io.fraywatch.analyze.model.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

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
    private final List<String> texts = new ArrayList<>();
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
        Path resources = Path.of(args[1]);
        Optional<Vectors> vectors = Vectors.find();
        for (String head : HeadExamples.HEADS) {
            TrainHeads training = new TrainHeads(head);
            training.read(labels);
            double[] words = training.train(resources.resolve(head + ".bin"));
            if (vectors.isPresent()) {
                training.second(vectors.get(), words, resources.resolve(vectors.get().name()));
            }
        }
    }

    private void read(Path folder) throws IOException {
        first = HeadExamples.first(head).size();
        seen = first + HeadExamples.widening(head).size();
        own = HeadExamples.own(head).size();
        for (Example example : HeadExamples.byHand(head)) {
            texts.add(example.text());
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
        texts.add(text);
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

    /// @return the probability of each example by weights that haven't seen its fold, as sure as in
    ///   use
    private double[] train(Path file) throws IOException {
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
        double surer = logOdds(SAID) - logOdds(at);
        return Arrays.stream(probabilities).map(p -> probability(logOdds(p) + surer)).toArray();
    }

    private static double logOdds(double probability) {
        double certain = Math.clamp(probability, 1e-6, 1 - 1e-6);
        return Math.log(certain / (1 - certain));
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /// Trains the weights over the vectors of an embedding model that stand beside those over
    /// words.
    ///
    /// @param words what [#train] returned
    private void second(Vectors vectors, double[] words, Path folder) throws IOException {
        float[][] x = vectors.of(texts);
        int[] fold = folds();
        double[] both = new double[words.length];
        for (int k = 0; k < FOLDS; k++) {
            VectorModel model = vectorModel(x, fold, k).model(0);
            for (int i = 0; i < both.length; i++) {
                if (fold[i] == k) {
                    both[i] = model.beside(words[i], x[i]);
                }
            }
        }
        double quiet = quiet(Arrays.copyOfRange(both, byHand, business));
        double at = Math.max(threshold(both), quiet);
        System.out.printf("  with %s, at %.3f (for quiet %.3f)%n", vectors.name(), at, quiet);
        report("written before", both, first, seen, at);
        report("written to train by", both, seen, own, at);
        double shift = logOdds(SAID) - logOdds(at);
        double[] used = new double[both.length];
        int asked = 0;
        for (int i = 0; i < used.length; i++) {
            boolean open = SecondOpinion.isOpen(Head.UNHAPPY, words[i]);
            used[i] = open ? probability(logOdds(both[i]) + shift) : words[i];
            asked += open && i >= byHand && i < business ? 1 : 0;
        }
        System.out.printf(
                "  asked only where it is open, of ordinary sentences %d of %d%n",
                asked, business - byHand);
        report("written before", used, first, seen, SAID);
        report("written to train by", used, seen, own, SAID);
        VectorLogistic.write(
                vectorModel(x, fold, -1).model(2 * shift), folder.resolve(head + ".bin"));
    }

    private VectorLogistic vectorModel(float[][] x, int[] fold, int without) {
        int[] rest = IntStream.range(0, fold.length).filter(i -> fold[i] != without).toArray();
        boolean[] truth = new boolean[rest.length];
        int[] times = new int[rest.length];
        for (int i = 0; i < rest.length; i++) {
            truth[i] = labels.get(rest[i]);
            times[i] = truth[i] ? YES : 1;
        }
        return VectorLogistic.train(
                IntStream.of(rest).mapToObj(i -> x[i]).toArray(float[][]::new), truth, times);
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
