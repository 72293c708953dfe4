package io.fraywatch.server.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.Locale;

/// Whether a small embedding model is asked what sentences do where their words leave it open.
public enum EmbeddingsMode {
    /// Where it was added and works here.
    AUTO,
    /// Always; without it no mail is read.
    ON,
    /// Never.
    OFF;

    /// YAML takes a bare `on` or `off` for true or false.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static EmbeddingsMode of(Object written) {
        if (written instanceof Boolean on) {
            return on ? ON : OFF;
        }
        return Arrays.stream(values())
                .filter(mode -> mode.key().equalsIgnoreCase(String.valueOf(written)))
                .findFirst()
                .orElseThrow(() -> new BadSetting("'" + written + "' isn't one of auto, on, off"));
    }

    /// As the configuration writes it.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
