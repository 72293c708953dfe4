package io.fraywatch.server.config;

import java.nio.file.Path;

/// The configuration can't be used. The message names file and line, says what is wrong there and
/// then the mend.
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1;

    /// @param line from 1; 0 when the mistake lies in no particular line
    SettingsException(Path file, int line, String what) {
        super(file + (line > 0 ? ":" + line : "") + ": " + what);
    }
}
