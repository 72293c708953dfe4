package io.fraywatch.sync;

import io.fraywatch.source.SourceException;

/// Why passes over a mailbox fail, as far as the next try is concerned.
enum Failing {
    UNREACHABLE,
    THROTTLED,
    REFUSED,
    INSECURE,
    MISCONFIGURED,
    PROTOCOL,
    /// The index can't be written.
    INDEX,
    /// We broke a promise of our own.
    BROKEN;

    static Failing of(SourceException.Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> UNREACHABLE;
            case THROTTLED -> THROTTLED;
            case REFUSED -> REFUSED;
            case INSECURE -> INSECURE;
            case MISCONFIGURED -> MISCONFIGURED;
            case PROTOCOL -> PROTOCOL;
        };
    }
}
