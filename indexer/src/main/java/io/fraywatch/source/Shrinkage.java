package io.fraywatch.source;

/// How much of a folder may vanish at once before we ask a second time: a server in trouble must
/// not empty the index.
public final class Shrinkage {
    private static final double SUSPICIOUS_SHARE = 0.2;

    private Shrinkage() {}

    /// Whether a listing that lost this many of the mails known must be confirmed by another.
    public static boolean isSuspicious(long gone, long known) {
        return gone > known * SUSPICIOUS_SHARE;
    }
}
