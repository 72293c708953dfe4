package io.fraywatch.server.cli;

/// Ends a command with a message for the person who called it: what happened to which thing, then
/// the mend.
final class Failure extends Exception {
    private static final long serialVersionUID = 1;
    private final Exit exit;

    Failure(Exit exit, String message) {
        super(message);
        this.exit = exit;
    }

    Exit exit() {
        return exit;
    }
}
