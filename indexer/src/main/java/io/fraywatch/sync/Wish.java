package io.fraywatch.sync;

/// How much a pass is wanted.
public enum Wish {
    /// It is time for one; a mailbox that failed is left alone as long as it should be.
    ROUTINE,
    /// Somebody asked for one; only a mailbox that refused our login is left alone, or it might
    /// lock us out.
    BY_HAND,
    /// Somebody mended what was wrong: it is tried at once, and mails that were set aside are asked
    /// for once more.
    RETRY
}
