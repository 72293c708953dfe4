package io.fraywatch.analyze.text;

/// Joins what phrases say with what trained weights say.
final class Combined {
    /// The share of the phrases; chosen on the dev folds (see `scripts/train`).
    private static final double PHRASES = 0.3;

    private Combined() {}

    /// @param weights the probability by the weights alone
    /// @param phrase the strongest phrase, 0 for none
    /// @param guarded whether a phrase says that it only looks like a request
    static double request(double weights, double phrase, boolean guarded) {
        double joined =
                phrase == 0 ? weights : (1 - PHRASES) * weights + PHRASES * (0.4 + 0.6 * phrase);
        return guarded ? joined * 0.6 : joined;
    }
}
