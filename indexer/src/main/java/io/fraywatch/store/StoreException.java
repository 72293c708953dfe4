package io.fraywatch.store;

import org.jspecify.annotations.Nullable;

/// The store can't do what was asked: a full or failing disk, damage, a missing mail. The message
/// says which and the mend.
public class StoreException extends Exception {
    private static final long serialVersionUID = 1;

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
