package io.fraywatch.analyze.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Divides sentences into folds for cross-validation so that those made after one another ("He'll
/// do it himself", "He said it himself") stand in one: else a fold would be judged by its own
/// twins, whose answer is mostly the opposite.
final class Folds {
    /// How much of the weight of their words two sentences share to be twins.
    private static final double TWINS = 0.3;

    private final int folds;
    private final Random random;

    Folds(int folds, long seed) {
        this.folds = folds;
        this.random = new Random(seed);
    }

    /// The fold of each sentence; the same input gives the same folds.
    int[] of(List<String> sentences) {
        List<Set<String>> words = new ArrayList<>();
        Map<String, Integer> count = new HashMap<>();
        for (String sentence : sentences) {
            Set<String> own = new HashSet<>(Tokens.of(sentence));
            own.forEach(word -> count.merge(word, 1, Integer::sum));
            words.add(own);
        }
        Map<String, Double> weight = new HashMap<>();
        count.forEach((word, n) -> weight.put(word, Math.log((double) sentences.size() / n)));
        Map<String, List<Integer>> having = new HashMap<>();
        int[] fold = new int[sentences.size()];
        for (int i = 0; i < fold.length; i++) {
            int twin = twin(words, i, having, weight);
            fold[i] = twin < 0 ? random.nextInt(folds) : fold[twin];
            for (String word : words.get(i)) {
                having.computeIfAbsent(word, w -> new ArrayList<>()).add(i);
            }
        }
        return fold;
    }

    /// The earlier sentence that shares most with it; -1 when none is a twin.
    private static int twin(
            List<Set<String>> words,
            int of,
            Map<String, List<Integer>> having,
            Map<String, Double> weight) {
        Map<Integer, Double> shared = new HashMap<>();
        for (String word : words.get(of)) {
            for (int other : having.getOrDefault(word, List.of())) {
                shared.merge(other, weight.get(word), Double::sum);
            }
        }
        double own = sum(words.get(of), weight);
        int best = -1;
        double most = TWINS;
        for (Map.Entry<Integer, Double> entry : shared.entrySet()) {
            double both = own + sum(words.get(entry.getKey()), weight) - entry.getValue();
            double share = both == 0 ? 0 : entry.getValue() / both;
            if (share > most || (share == most && best >= 0 && entry.getKey() < best)) {
                best = entry.getKey();
                most = share;
            }
        }
        return best;
    }

    private static double sum(Set<String> words, Map<String, Double> weight) {
        return words.stream().sorted().mapToDouble(weight::get).sum();
    }
}
