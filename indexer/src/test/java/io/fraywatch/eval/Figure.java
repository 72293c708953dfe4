package io.fraywatch.eval;

import io.fraywatch.eval.Bootstrap.Interval;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// One measured number.
///
/// @param what what was measured, such as `own text, exact`
/// @param data on which data, and how much of it
/// @param value as measured
/// @param bar what it must reach; empty where it's told only
/// @param most whether the bar is the most it may be rather than the least
/// @param interval how sure it is, where that was worked out
public record Figure(
        String what,
        String data,
        double value,
        OptionalDouble bar,
        boolean most,
        Optional<Interval> interval) {
    /// A number that must be no less than its bar.
    public static Figure atLeast(String what, String data, double value, double bar) {
        return new Figure(what, data, value, OptionalDouble.of(bar), false, Optional.empty());
    }

    /// A number that must be no more than its bar.
    public static Figure atMost(String what, String data, double value, double bar) {
        return new Figure(what, data, value, OptionalDouble.of(bar), true, Optional.empty());
    }

    /// A number without a bar.
    public static Figure told(String what, String data, double value) {
        return new Figure(what, data, value, OptionalDouble.empty(), false, Optional.empty());
    }

    /// A number that could not be measured here, for which a reason stands in place of the data.
    public static Figure absent(String what, String reason) {
        return told(what, reason, Double.NaN);
    }

    /// This figure with how sure it is.
    public Figure within(Interval range) {
        return new Figure(what, data, value, bar, most, Optional.of(range));
    }

    /// A share of two counts.
    public static double share(long part, long whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    /// Whether it reaches its bar, if it has one.
    public boolean met() {
        return bar.isEmpty() || (most ? value <= bar.getAsDouble() : value >= bar.getAsDouble());
    }

    /// As a row of a Markdown table.
    String row() {
        String wanted = bar.isEmpty() ? "" : (most ? "≤ " : "≥ ") + number(bar.getAsDouble());
        String missed = met() ? "" : " **missed**";
        String sure =
                interval.map(range -> " (" + number(range.low()) + "–" + number(range.high()) + ")")
                        .orElse("");
        return "| "
                + what
                + " | "
                + data
                + " | "
                + number(value)
                + sure
                + missed
                + " | "
                + wanted
                + " |";
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
