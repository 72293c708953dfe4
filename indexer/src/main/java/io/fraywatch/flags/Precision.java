package io.fraywatch.flags;

import io.fraywatch.flags.Feedback.Tally;

/// How often flags of a kind were right, and how sure that is.
///
/// @param share of those judged that were right, 0 to 1; 0 where none was judged
/// @param low the lower end of the 95 % interval
/// @param high its upper end
public record Precision(Tally tally, double share, double low, double high) {
    /// Below this many judgements nothing is claimed.
    public static final int ENOUGH = 10;

    private static final double Z = 1.959964;

    /// By E. B. Wilson's interval (1927), which also holds for few judgements.
    public static Precision of(Tally tally) {
        int judged = tally.right() + tally.wrong();
        if (judged == 0) {
            return new Precision(tally, 0, 0, 1);
        }
        double share = (double) tally.right() / judged;
        double spread = Z * Z / judged;
        double centre = (share + spread / 2) / (1 + spread);
        double half =
                Z * Math.sqrt(share * (1 - share) / judged + spread / (4 * judged)) / (1 + spread);
        return new Precision(tally, share, Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /// Whether there are enough judgements to say anything.
    public boolean enough() {
        return tally.right() + tally.wrong() >= ENOUGH;
    }
}
