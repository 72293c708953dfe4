package io.fraywatch.analyze.model;

import java.util.Arrays;
import java.util.Comparator;

/// Precision, recall and the like of probabilities against labels.
public record Measures(double precision, double recall, double f1, double accuracy, double auc) {
    public static Measures of(double[] probabilities, boolean[] labels, double threshold) {
        int hits = 0;
        int alarms = 0;
        int there = 0;
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            boolean said = probabilities[i] >= threshold;
            hits += said && labels[i] ? 1 : 0;
            alarms += said ? 1 : 0;
            there += labels[i] ? 1 : 0;
            right += said == labels[i] ? 1 : 0;
        }
        double precision = alarms == 0 ? 1 : (double) hits / alarms;
        double recall = there == 0 ? 1 : (double) hits / there;
        double f1 = hits == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new Measures(
                precision, recall, f1, (double) right / labels.length, auc(probabilities, labels));
    }

    /// The chance that a positive ranks above a negative, ties counting half.
    private static double auc(double[] probabilities, boolean[] labels) {
        Integer[] order = new Integer[labels.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> probabilities[i]));
        double rankSum = 0;
        long positives = 0;
        int i = 0;
        while (i < order.length) {
            int end = i;
            while (end < order.length && probabilities[order[end]] == probabilities[order[i]]) {
                end++;
            }
            double rank = (i + 1 + end) / 2.0;
            for (int k = i; k < end; k++) {
                if (labels[order[k]]) {
                    rankSum += rank;
                    positives++;
                }
            }
            i = end;
        }
        long negatives = labels.length - positives;
        return positives == 0 || negatives == 0
                ? Double.NaN
                : (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }

    @Override
    public String toString() {
        return String.format(
                "precision %.3f  recall %.3f  F1 %.3f  accuracy %.3f  AUC %.3f",
                precision, recall, f1, accuracy, auc);
    }
}
