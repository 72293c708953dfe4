package io.fraywatch.analyze.model;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Trains logistic regression over vectors with L2 by Nesterov's accelerated descent, each number
/// brought to mean 0 and spread 1 first. The same input gives the same weights.
public final class VectorLogistic {
    /// Against each example's 1; on the folds anything from 30 to 1,000 does about the same.
    private static final double L2 = 100;

    private static final int STEPS = 300;
    private static final int POWERS = 20;

    private final double[] mean;
    private final double[] spread;
    private final double[] weights;
    private double bias;

    private VectorLogistic(double[] mean, double[] spread) {
        this.mean = mean;
        this.spread = spread;
        this.weights = new double[mean.length];
    }

    /// @param times how often each example counts
    public static VectorLogistic train(float[][] vectors, boolean[] labels, int[] times) {
        int numbers = vectors[0].length;
        double[] mean = new double[numbers];
        double[] spread = new double[numbers];
        for (float[] vector : vectors) {
            for (int j = 0; j < numbers; j++) {
                mean[j] += vector[j] / vectors.length;
            }
        }
        for (float[] vector : vectors) {
            for (int j = 0; j < numbers; j++) {
                spread[j] += (vector[j] - mean[j]) * (vector[j] - mean[j]) / vectors.length;
            }
        }
        for (int j = 0; j < numbers; j++) {
            spread[j] = Math.sqrt(spread[j]) + 1e-9;
        }
        VectorLogistic model = new VectorLogistic(mean, spread);
        double[][] scaled =
                Arrays.stream(vectors).parallel().map(model::scaled).toArray(double[][]::new);
        model.descend(scaled, labels, times);
        return model;
    }

    /// One number more than the vector has, a 1 for the bias.
    private double[] scaled(float[] vector) {
        double[] out = new double[vector.length + 1];
        for (int j = 0; j < vector.length; j++) {
            out[j] = (vector[j] - mean[j]) / spread[j];
        }
        out[vector.length] = 1;
        return out;
    }

    private void descend(double[][] x, boolean[] labels, int[] times) {
        int numbers = weights.length + 1;
        double rate = 1 / (steepest(x, times) / 4 + L2);
        double[] at = new double[numbers];
        double[] before = new double[numbers];
        for (int step = 0; step < STEPS; step++) {
            double momentum = step / (step + 3.0);
            double[] ahead = new double[numbers];
            for (int j = 0; j < numbers; j++) {
                ahead[j] = at[j] + momentum * (at[j] - before[j]);
            }
            double[] gradient = new double[numbers];
            for (int i = 0; i < x.length; i++) {
                double odds = dot(ahead, x[i]);
                double error = times[i] * (1 / (1 + Math.exp(-odds)) - (labels[i] ? 1 : 0));
                add(error, x[i], gradient);
            }
            before = at;
            at = new double[numbers];
            for (int j = 0; j < numbers; j++) {
                double pull = j < weights.length ? L2 * ahead[j] : 0;
                at[j] = ahead[j] - rate * (gradient[j] + pull);
            }
        }
        System.arraycopy(at, 0, weights, 0, weights.length);
        bias = at[weights.length];
    }

    /// The largest eigenvalue of the examples' second moments, by powers, a little above.
    private static double steepest(double[][] x, int[] times) {
        double[] direction = new double[x[0].length];
        Arrays.fill(direction, 1);
        double size = 0;
        for (int power = 0; power < POWERS; power++) {
            double norm = Math.sqrt(dot(direction, direction));
            double[] next = new double[direction.length];
            for (int i = 0; i < x.length; i++) {
                add(times[i] * dot(direction, x[i]) / norm, x[i], next);
            }
            direction = next;
            size = Math.sqrt(dot(next, next));
        }
        return size * 1.1;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static void add(double times, double[] vector, double[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] += times * vector[j];
        }
    }

    /// The weights as they count for vectors as they are.
    ///
    /// @param shift is added to the log-odds
    public VectorModel model(double shift) {
        float[] plain = new float[weights.length];
        double base = bias + shift;
        for (int j = 0; j < plain.length; j++) {
            plain[j] = (float) (weights[j] / spread[j]);
            base -= weights[j] * mean[j] / spread[j];
        }
        return new VectorModel((float) base, plain);
    }

    public static void write(VectorModel model, Path file) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            model.write(out);
        }
    }
}
