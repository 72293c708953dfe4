package io.fraywatch.source.imap;

import java.io.IOException;

/// The server said goodbye on its own.
final class ByeException extends IOException {
    private static final long serialVersionUID = 1;

    private final String said;

    ByeException(String said) {
        super("BYE " + said);
        this.said = said;
    }

    String said() {
        return said;
    }
}
