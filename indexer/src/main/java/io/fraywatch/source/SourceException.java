package io.fraywatch.source;

import org.jspecify.annotations.Nullable;

/// A mailbox can't be read now. The message says what happened to which mailbox, the remedy what to
/// do about it.
public final class SourceException extends Exception {
    private static final long serialVersionUID = 1;

    /// What is wrong, as far as the loop that retries needs to know.
    public enum Kind {
        /// No connection, a broken one, a time-out: worth another try soon.
        UNREACHABLE,
        /// The server asks us to slow down or is busy: worth another try later.
        THROTTLED,
        /// Wrong user or password, a revoked token: no retry before the user changed something.
        REFUSED,
        /// Certificate or encryption not as it must be: no retry before somebody changed something.
        INSECURE,
        /// The mailbox isn't what the configuration says: a missing folder or file, an unknown
        /// format.
        MISCONFIGURED,
        /// The server answered what no server should.
        PROTOCOL
    }

    private final Kind kind;
    private final String remedy;

    /// @param what what happened to which mailbox, without secrets
    /// @param remedy what the user can do, as a sentence
    public SourceException(Kind kind, String what, String remedy, @Nullable Throwable cause) {
        super(what, cause);
        this.kind = kind;
        this.remedy = remedy;
    }

    public Kind kind() {
        return kind;
    }

    public String remedy() {
        return remedy;
    }
}
