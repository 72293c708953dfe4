package io.fraywatch.server.config;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fraywatch.analyze.ThresholdOverrides;
import io.fraywatch.analyze.ThresholdOverrides.Preset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/// The values that `preset: loose`, `normal` and `strict` stand for, from `presets.yml`.
public final class Presets {
    private static final Map<Preset, ThresholdOverrides> VALUES = load();

    private Presets() {}

    public static ThresholdOverrides of(Preset preset) {
        return VALUES.getOrDefault(preset, ThresholdOverrides.NONE);
    }

    private static Map<Preset, ThresholdOverrides> load() {
        try (InputStream yaml = Presets.class.getResourceAsStream("presets.yml")) {
            if (yaml == null) {
                throw new IllegalStateException("presets.yml isn't in the program");
            }
            return SettingsFile.mapper()
                    .readValue(yaml, new TypeReference<Map<Preset, ThresholdOverrides>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("our own presets.yml can't be read", e);
        }
    }
}
