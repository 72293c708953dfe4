package io.fraywatch.flags;

/// The ledger can't be read or written: a full or failing disk, damage, another process that won't
/// let go.
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
