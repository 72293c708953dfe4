package io.fraywatch.source.imap;

import java.io.IOException;

/// The server sent what no honest server sends; the connection can't be used any more.
final class HostileServerException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param what what the server did, as the rest of a sentence
    HostileServerException(String what) {
        super(what);
    }

    HostileServerException(String what, Exception cause) {
        super(what, cause);
    }

    static HostileServerException sendsTooMuch() {
        return new HostileServerException("sent far more than it was asked for");
    }
}
