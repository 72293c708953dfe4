package io.fraywatch.analyze.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What is looked at in a sentence to tell what it does: its words and word pairs, the beginnings
/// of its words, and the order of the classes of its words, near and with others between.
/// Immutable.
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
        List<Integer> out = new ArrayList<>(tokens.size() * 16);
        addWords(tokens, out);
        addClasses(classes.of(tokens), out);
        return out.stream().mapToInt(Integer::intValue).toArray();
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

    private static void addWords(List<String> tokens, List<Integer> out) {
        String last = "^";
        for (String token : tokens) {
            out.add(NgramModel.bucket(token.hashCode()));
            out.add(NgramModel.bucket(last.hashCode() * 31 + token.hashCode() + 17));
            if (token.length() > BEGINNING) {
                out.add(NgramModel.bucket(token.substring(0, BEGINNING).hashCode() + 7));
            }
            last = token;
        }
    }

    private static void addClasses(List<String> names, List<Integer> out) {
        int size = names.size() + 2;
        List<String> edged = new ArrayList<>(size);
        edged.add("^");
        edged.addAll(names);
        edged.add("$");
        for (int from = 0; from < size; from++) {
            int hash = 0x2545f491;
            for (int to = from; to < Math.min(size, from + LONGEST); to++) {
                hash = hash * 31 + edged.get(to).hashCode();
                if (to > from || !LIGHT.contains(edged.get(from))) {
                    out.add(NgramModel.bucket(hash));
                }
            }
        }
        List<String> heavy = names.stream().filter(name -> !LIGHT.contains(name)).toList();
        for (int from = 0; from < heavy.size(); from++) {
            for (int to = from + 2; to < Math.min(heavy.size(), from + REACH); to++) {
                out.add(
                        NgramModel.bucket(
                                heavy.get(from).hashCode() * 0x01000193
                                        + heavy.get(to).hashCode()
                                        + 0x5bd1e995));
            }
        }
    }
}
