package io.fraywatch.eval;

import java.util.Random;
import java.util.function.ToDoubleFunction;

/// How far a figure could lie from what was measured, had other examples of the same kind been
/// drawn: the percentile bootstrap (Efron 1979), with a fixed seed.
public final class Bootstrap {
    private static final int DRAWS = 1_000;
    private static final long SEED = 20261121;

    private Bootstrap() {}

    /// The range that holds 95 of 100 redrawn figures.
    public record Interval(double low, double high) {}

    /// @param examples how many there are
    /// @param figure the figure on the examples with these indexes, repeated ones included; draws
    ///   for which it isn't a number are left out
    public static Interval interval(int examples, ToDoubleFunction<int[]> figure) {
        Random random = new Random(SEED);
        double[] drawn = new double[DRAWS];
        int kept = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double value = figure.applyAsDouble(random.ints(examples, 0, examples).toArray());
            if (!Double.isNaN(value)) {
                drawn[kept++] = value;
            }
        }
        if (kept == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        double[] sorted = java.util.Arrays.copyOf(drawn, kept);
        java.util.Arrays.sort(sorted);
        return new Interval(sorted[(int) (0.025 * (kept - 1))], sorted[(int) (0.975 * (kept - 1))]);
    }
}
