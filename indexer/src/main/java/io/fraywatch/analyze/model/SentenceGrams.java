package io.fraywatch.analyze.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What is looked at in a sentence to tell what it does: its words and word pairs, the beginnings
/// of its words, the order of the classes of its words, near and with others between, words beside
/// classes, and of whom and in what manner it speaks ([SubjectGrams]). Immutable.
public final class SentenceGrams {
    private static final int BEGINNING = 5;
    private static final int LONGEST = 4;

    /// How far apart two classes may stand to count as a pair.
    private static final int REACH = 6;

    private static final int SAID = 0x3c6ef372;
    private static final int GUARDED = 0x1b873593;

    /// As how many n-grams what phrases say counts.
    private static final int WEIGHT = 5;

    private static final Set<String> LIGHT = Set.of("_", "DET", "PREP", "AND", ",");

    private final WordClasses classes = WordClasses.load();

    /// The buckets of [NgramModel] of all that is looked at, one entry per occurrence.
    public int[] of(List<String> tokens) {
        Buckets out = new Buckets(32 * (tokens.size() + 1));
        List<String> each = classes.each(tokens);
        addWords(tokens, out);
        addClasses(WordClasses.joined(each), out);
        addWordsBesideClasses(tokens, each, out);
        SubjectGrams.add(tokens, each, out);
        return out.toArray();
    }

    /// Adds to the buckets whether phrases say so and whether they say that it only looks so.
    public static int[] marked(int[] grams, boolean said, boolean guarded) {
        int more = (said ? WEIGHT : 0) + (guarded ? WEIGHT : 0);
        int[] out = Arrays.copyOf(grams, grams.length + more);
        int at = grams.length;
        for (int i = 0; said && i < WEIGHT; i++) {
            out[at++] = NgramModel.bucket(SAID);
        }
        for (int i = 0; guarded && i < WEIGHT; i++) {
            out[at++] = NgramModel.bucket(GUARDED);
        }
        return out;
    }

    /// Whether a class is of no weight on its own.
    static boolean isLight(String name) {
        return LIGHT.contains(name);
    }

    private static void addWords(List<String> tokens, Buckets out) {
        String last = "^";
        for (String token : tokens) {
            out.add(token.hashCode());
            out.add(last.hashCode() * 31 + token.hashCode() + 17);
            if (token.length() > BEGINNING) {
                out.add(token.substring(0, BEGINNING).hashCode() + 7);
            }
            last = token;
        }
    }

    private static void addClasses(List<String> names, Buckets out) {
        int size = names.size() + 2;
        List<String> edged = new ArrayList<>(size);
        edged.add("^");
        edged.addAll(names);
        edged.add("$");
        for (int from = 0; from < size; from++) {
            int hash = 0x2545f491;
            for (int to = from; to < Math.min(size, from + LONGEST); to++) {
                hash = hash * 31 + edged.get(to).hashCode();
                if (to > from || !isLight(edged.get(from))) {
                    out.add(hash);
                }
            }
        }
        List<String> heavy = names.stream().filter(name -> !isLight(name)).toList();
        for (int from = 0; from < heavy.size(); from++) {
            for (int to = from + 2; to < Math.min(heavy.size(), from + REACH); to++) {
                out.add(
                        heavy.get(from).hashCode() * 0x01000193
                                + heavy.get(to).hashCode()
                                + 0x5bd1e995);
            }
        }
    }

    private static void addWordsBesideClasses(List<String> tokens, List<String> each, Buckets out) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (!each.get(i + 1).equals(WordClasses.UNKNOWN)) {
                out.add(tokens.get(i).hashCode() * 31 + each.get(i + 1).hashCode() * 7 + 101);
            }
            if (!each.get(i).equals(WordClasses.UNKNOWN)) {
                out.add(each.get(i).hashCode() * 31 + tokens.get(i + 1).hashCode() * 7 + 102);
            }
        }
    }

    /// Buckets in the making.
    static final class Buckets {
        private int[] values;
        private int size;

        Buckets(int expected) {
            values = new int[expected];
        }

        /// @param hash of what is looked at, not mixed yet
        void add(int hash) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = NgramModel.bucket(hash);
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
