package io.fraywatch.server.config;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value that its record refuses. The reader turns it into a [SettingsException] with the line of
/// the key.
final class BadSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final transient List<Object> path;

    /// @param path the key, or keys and list positions, below the record that refuses
    BadSetting(String message, Object... path) {
        super(message);
        this.path = Arrays.asList(path);
    }

    List<Object> path() {
        return path;
    }

    /// Refuses a required value that isn't there.
    static void require(@Nullable Object value, String key, String example) {
        if (value == null || value.toString().isBlank()) {
            throw new BadSetting(
                    "'" + key + "' is missing; add it, for instance `" + key + ": " + example + "`",
                    key);
        }
    }

    static void requireRange(int value, int least, int most, String key) {
        if (value < least || value > most) {
            throw new BadSetting(
                    key
                            + " "
                            + value
                            + " is out of range; give one between "
                            + least
                            + " and "
                            + most,
                    key);
        }
    }
}
