package io.fraywatch.store;

/// Somebody else writes to the account now. The message names them by process id.
public final class StoreBusyException extends StoreException {
    private static final long serialVersionUID = 1;

    public StoreBusyException(String message) {
        super(message, null);
    }
}
