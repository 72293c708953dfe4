package io.fraywatch.analyze.model;

import io.fraywatch.analyze.text.Tokens;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Trains the shipped weights from public sets and prints how well they do in cross-validation.
///
/// `Train LABELS RESOURCES`: the folder that holds `emailintent-Ask0729-fixed.txt`, `tydip-en/` and
/// `goemotions/`, and the folder to write the weights to. The same input gives the same bytes.
public final class Train {
    private static final int FOLDS = 5;
    private static final long SEED = 20261121;
    private static final double L2 = 1e-4;

    /// Models under different seeds whose mean is taken.
    private static final int MODELS = 3;

    /// Weights smaller than this share of the largest are left out.
    private static final double PRUNED = 0.03;

    private static final int MOST_NEUTRAL = 3_000;

    private Train() {}

    public static void main(String[] args) throws IOException {
        Path labels = Path.of(args[0]);
        Path resources = Path.of(args[1]);
        SentenceGrams grams = new SentenceGrams();
        train("request", requests(labels), grams::of, resources);
        train("politeness", politeness(labels), grams::of, resources);
        train("gratitude", gratitude(labels), NgramModel::grams, resources);
        Optional<Vectors> vectors = Vectors.find();
        if (vectors.isPresent()) {
            Path folder = resources.resolve(vectors.get().name());
            second("request", requests(labels), grams::of, vectors.get(), folder);
            second("politeness", politeness(labels), grams::of, vectors.get(), folder);
        }
    }

    /// Trains the weights over the vectors of an embedding model, too.
    private static void second(
            String name,
            List<Example> examples,
            Function<List<String>, int[]> look,
            Vectors vectors,
            Path folder)
            throws IOException {
        double[] words = folds(examples, look);
        double[] both = folds(examples, words, vectors);
        System.out.printf(
                "%-11s with %s%n            %s%n",
                name, vectors.name(), Measures.of(both, truth(examples), 0.5));
        float[][] x = vectors.of(examples.stream().map(Example::text).toList());
        int[] once = new int[x.length];
        Arrays.fill(once, 1);
        VectorLogistic.write(
                VectorLogistic.train(x, truth(examples), once).model(0),
                folder.resolve(name + ".bin"));
    }

    /// As [#folds(List, Function)], with the second opinion of weights over vectors that haven't
    /// seen the fold either.
    ///
    /// @param words the probability of each example by [#folds(List, Function)]
    public static double[] folds(List<Example> examples, double[] words, Vectors vectors) {
        float[][] x = vectors.of(examples.stream().map(Example::text).toList());
        boolean[] truth = truth(examples);
        int[] fold = new Random(SEED).ints(x.length, 0, FOLDS).toArray();
        double[] both = new double[x.length];
        for (int k = 0; k < FOLDS; k++) {
            int[] rest = others(fold, k);
            boolean[] labels = new boolean[rest.length];
            int[] once = new int[rest.length];
            Arrays.fill(once, 1);
            for (int i = 0; i < rest.length; i++) {
                labels[i] = truth[rest[i]];
            }
            VectorModel model =
                    VectorLogistic.train(
                                    IntStream.of(rest).mapToObj(i -> x[i]).toArray(float[][]::new),
                                    labels,
                                    once)
                            .model(0);
            for (int i = 0; i < x.length; i++) {
                if (fold[i] == k) {
                    both[i] = model.beside(words[i], x[i]);
                }
            }
        }
        return both;
    }

    private static void train(
            String name, List<Example> examples, Function<List<String>, int[]> look, Path resources)
            throws IOException {
        int[][] grams = grams(examples, look);
        boolean[] truth = truth(examples);
        System.out.printf(
                "%-11s %5d examples  %s%n",
                name, grams.length, Measures.of(folds(examples, look), truth, 0.5));
        Path file = resources.resolve(name + ".bin");
        write(mean(grams, truth), file);
        System.out.printf("            wrote %s, %d bytes%n", file.getFileName(), Files.size(file));
    }

    private static int[][] grams(List<Example> examples, Function<List<String>, int[]> look) {
        return examples.stream()
                .map(example -> look.apply(Tokens.of(example.text())))
                .toArray(int[][]::new);
    }

    /// The labels of examples, in their order.
    public static boolean[] truth(List<Example> examples) {
        boolean[] truth = new boolean[examples.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = examples.get(i).label();
        }
        return truth;
    }

    private static Logistic mean(int[][] grams, boolean[] labels) {
        List<Logistic> models = new ArrayList<>();
        for (int i = 0; i < MODELS; i++) {
            models.add(Logistic.train(grams, labels, L2, SEED + i));
        }
        return Logistic.mean(models, 0.5, 0.5);
    }

    /// The probability of each example by weights that haven't seen it nor the rest of its fold, of
    /// five drawn at random.
    ///
    /// @param look what is looked at in the tokens of a text, as buckets
    public static double[] folds(List<Example> examples, Function<List<String>, int[]> look) {
        int[][] grams = grams(examples, look);
        boolean[] truth = truth(examples);
        int[] fold = new Random(SEED).ints(grams.length, 0, FOLDS).toArray();
        double[] probabilities = new double[grams.length];
        for (int k = 0; k < FOLDS; k++) {
            int[] rest = others(fold, k);
            boolean[] labels = new boolean[rest.length];
            for (int i = 0; i < rest.length; i++) {
                labels[i] = truth[rest[i]];
            }
            Logistic model =
                    mean(IntStream.of(rest).mapToObj(i -> grams[i]).toArray(int[][]::new), labels);
            for (int i = 0; i < grams.length; i++) {
                if (fold[i] == k) {
                    probabilities[i] = model.probability(grams[i]);
                }
            }
        }
        return probabilities;
    }

    private static int[] others(int[] fold, int k) {
        return IntStream.range(0, fold.length).filter(i -> fold[i] != k).toArray();
    }

    public static void write(Logistic model, Path file) throws IOException {
        float largest = 0;
        for (float weight : model.weights()) {
            largest = Math.max(largest, Math.abs(weight));
        }
        float scale = largest / 127;
        List<int[]> kept = new ArrayList<>();
        int last = -1;
        for (int bucket = 0; bucket < NgramModel.BUCKETS; bucket++) {
            int value = Math.round(model.weights()[bucket] / scale);
            boolean far = bucket - last == 0xffff;
            if (far || (value != 0 && Math.abs(model.weights()[bucket]) >= PRUNED * largest)) {
                kept.add(new int[] {bucket - last, value});
                last = bucket;
            }
        }
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeByte(NgramModel.FORMAT);
            out.writeFloat((float) model.bias());
            out.writeFloat(scale);
            out.writeInt(kept.size());
            for (int[] entry : kept) {
                out.writeShort(entry[0]);
                out.writeByte(entry[1]);
            }
        }
    }

    public static List<Example> requests(Path labels) throws IOException {
        return Files.readAllLines(labels.resolve("emailintent-Ask0729-fixed.txt")).stream()
                .map(line -> line.split("\t", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Example(parts[1].strip(), parts[0].equals("Yes")))
                .toList();
    }

    public static List<Example> politeness(Path labels) throws IOException {
        return csv(Files.readString(labels.resolve("tydip-en/binary_en_train_binary.csv"))).stream()
                .skip(1)
                .filter(row -> row.size() == 2)
                .map(row -> new Example(row.get(0), Double.parseDouble(row.get(1)) > 0))
                .toList();
    }

    /// Sentences of business mail.
    public static List<String> ordinary(Path labels) throws IOException {
        return requests(labels).stream().map(Example::text).toList();
    }

    /// Remarks in which readers saw no emotion.
    public static List<String> neutral(Path labels) throws IOException {
        List<String> texts = new ArrayList<>();
        List<String> names = Files.readAllLines(labels.resolve("goemotions/original_labels.txt"));
        String neutral = Integer.toString(names.indexOf("neutral"));
        Files.readAllLines(labels.resolve("goemotions/original_train.tsv")).stream()
                .map(line -> line.split("\t", -1))
                .filter(parts -> parts.length == 3 && parts[1].equals(neutral))
                .limit(MOST_NEUTRAL)
                .forEach(parts -> texts.add(parts[0]));
        return texts;
    }

    public static List<Example> gratitude(Path labels) throws IOException {
        List<String> names = Files.readAllLines(labels.resolve("goemotions/original_labels.txt"));
        String gratitude = Integer.toString(names.indexOf("gratitude"));
        return Files.readAllLines(labels.resolve("goemotions/original_train.tsv")).stream()
                .map(line -> line.split("\t", -1))
                .filter(parts -> parts.length == 3)
                .map(parts ->
                        new Example(
                                parts[0],
                                Arrays.asList(parts[1].split(",", -1)).contains(gratitude)))
                .toList();
    }

    /// RFC 4180, quotes doubled within quotes.
    private static List<List<String>> csv(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
