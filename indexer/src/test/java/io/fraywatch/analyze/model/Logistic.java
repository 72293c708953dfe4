package io.fraywatch.analyze.model;

import java.util.List;
import java.util.Random;

/// Trains logistic regression over hashed n-grams by AdaGrad with L2, in a fixed order drawn from a
/// seed.
public final class Logistic {
    private static final int EPOCHS = 14;
    private static final double RATE = 0.5;

    private final float[] weights = new float[NgramModel.BUCKETS];
    private double bias;

    public static Logistic train(int[][] grams, boolean[] labels, double l2, long seed) {
        Logistic model = new Logistic();
        float[] squares = new float[NgramModel.BUCKETS];
        int[] order = new int[grams.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Random random = new Random(seed);
        double biasSquares = 1e-6;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            shuffle(order, random);
            for (int i : order) {
                if (grams[i].length == 0) {
                    continue;
                }
                double error = model.probability(grams[i]) - (labels[i] ? 1 : 0);
                double value = 1 / Math.sqrt(grams[i].length);
                for (int gram : grams[i]) {
                    double gradient = error * value + l2 * model.weights[gram];
                    squares[gram] += (float) (gradient * gradient);
                    model.weights[gram] -=
                            (float) (RATE * gradient / Math.sqrt(squares[gram] + 1e-6));
                }
                biasSquares += error * error;
                model.bias -= 0.1 * error / Math.sqrt(biasSquares);
            }
        }
        return model;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }

    public double probability(int[] grams) {
        return 1 / (1 + Math.exp(-logOdds(grams)));
    }

    double logOdds(int[] grams) {
        double sum = 0;
        for (int gram : grams) {
            sum += weights[gram];
        }
        return grams.length == 0 ? bias : bias + sum / Math.sqrt(grams.length);
    }

    /// The mean of several, and as sure as need be: what had the probability `from` gets `to`.
    public static Logistic mean(List<Logistic> models, double from, double to) {
        Logistic mean = new Logistic();
        for (Logistic model : models) {
            for (int i = 0; i < mean.weights.length; i++) {
                mean.weights[i] += model.weights[i] / models.size();
            }
            mean.bias += model.bias / models.size();
        }
        mean.bias += Math.log(to / (1 - to)) - Math.log(from / (1 - from));
        return mean;
    }

    float[] weights() {
        return weights;
    }

    double bias() {
        return bias;
    }
}
