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
import java.util.Random;

/// Trains the shipped weights from public sets and prints how well they do in cross-validation.
///
/// `Train LABELS RESOURCES`: the folder that holds `emailintent-Ask0729-fixed.txt`, `tydip-en/` and
/// `goemotions/`, and the folder to write the weights to. The same input gives the same bytes.
public final class Train {
    private static final int FOLDS = 5;
    private static final long SEED = 20261121;

    /// Weights smaller than this share of the largest are left out.
    private static final double PRUNED = 0.03;

    private static final int MOST_NEUTRAL = 3_000;

    private Train() {}

    public static void main(String[] args) throws IOException {
        Path labels = Path.of(args[0]);
        Path resources = Path.of(args[1]);
        train("request", requests(labels), 1e-5, resources);
        train("politeness", politeness(labels), 1e-5, resources);
        train("gratitude", gratitude(labels), 1e-5, resources);
    }

    private static void train(String name, List<Example> examples, double l2, Path resources)
            throws IOException {
        int[][] grams = new int[examples.size()][];
        boolean[] labels = new boolean[examples.size()];
        for (int i = 0; i < grams.length; i++) {
            grams[i] = NgramModel.grams(Tokens.of(examples.get(i).text()));
            labels[i] = examples.get(i).label();
        }
        System.out.printf(
                "%-11s %5d examples  %s%n", name, grams.length, crossValidate(grams, labels, l2));
        Path file = resources.resolve(name + ".bin");
        write(Logistic.train(grams, labels, l2, SEED), file);
        System.out.printf("            wrote %s, %d bytes%n", file.getFileName(), Files.size(file));
    }

    static Measures crossValidate(int[][] grams, boolean[] labels, double l2) {
        int[] fold = new Random(SEED).ints(grams.length, 0, FOLDS).toArray();
        double[] probabilities = new double[grams.length];
        for (int k = 0; k < FOLDS; k++) {
            List<int[]> rest = new ArrayList<>();
            List<Boolean> restLabels = new ArrayList<>();
            for (int i = 0; i < grams.length; i++) {
                if (fold[i] != k) {
                    rest.add(grams[i]);
                    restLabels.add(labels[i]);
                }
            }
            boolean[] packed = new boolean[rest.size()];
            for (int i = 0; i < packed.length; i++) {
                packed[i] = restLabels.get(i);
            }
            Logistic model = Logistic.train(rest.toArray(int[][]::new), packed, l2, SEED);
            for (int i = 0; i < grams.length; i++) {
                if (fold[i] == k) {
                    probabilities[i] = model.probability(grams[i]);
                }
            }
        }
        return Measures.of(probabilities, labels, 0.5);
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

    static List<Example> politeness(Path labels) throws IOException {
        return csv(Files.readString(labels.resolve("tydip-en/binary_en_train_binary.csv"))).stream()
                .skip(1)
                .filter(row -> row.size() == 2)
                .map(row -> new Example(row.get(0), Double.parseDouble(row.get(1)) > 0))
                .toList();
    }

    /// Sentences of business mail, requests to people on the web, and remarks without emotion.
    public static List<String> ordinary(Path labels) throws IOException {
        List<String> texts = new ArrayList<>();
        requests(labels).forEach(example -> texts.add(example.text()));
        politeness(labels).forEach(example -> texts.add(example.text()));
        List<String> names = Files.readAllLines(labels.resolve("goemotions/original_labels.txt"));
        String neutral = Integer.toString(names.indexOf("neutral"));
        Files.readAllLines(labels.resolve("goemotions/original_train.tsv")).stream()
                .map(line -> line.split("\t", -1))
                .filter(parts -> parts.length == 3 && parts[1].equals(neutral))
                .limit(MOST_NEUTRAL)
                .forEach(parts -> texts.add(parts[0]));
        return texts;
    }

    private static List<Example> gratitude(Path labels) throws IOException {
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
