package io.fraywatch.sync;

import io.fraywatch.store.StoreException;

/// Carries a failing index through a source, whose interface knows nothing of indexes.
final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final StoreException cause;

    StoreFailure(StoreException cause) {
        super(cause);
        this.cause = cause;
    }

    StoreException cause() {
        return cause;
    }
}
