package io.fraywatch.server.setup;

import org.jspecify.annotations.Nullable;

/// The embedding model that the configuration demands can't be had. The message says why, and the
/// mend.
public final class EmbeddingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EmbeddingsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
