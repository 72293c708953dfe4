package io.fraywatch.server.cli;

/// How a command ended, as its exit status says.
public enum Exit {
    DONE(0),
    FAILED(1),
    /// Wrong usage or configuration.
    USAGE(2),
    /// Done in part: something was set aside, or one account failed.
    PARTLY(3);

    private final int status;

    Exit(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
