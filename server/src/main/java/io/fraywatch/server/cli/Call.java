package io.fraywatch.server.cli;

import io.fraywatch.server.config.SettingsException;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.setup.Setup;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;

/// One call of a command: what was typed, where to talk, what time it is.
record Call(Namespace options, Console console, Clock clock) {
    Path configFile() {
        return Path.of(options.getString("config"));
    }

    SettingsFile settings() throws SettingsException {
        return SettingsFile.read(configFile());
    }

    Setup setup() throws SettingsException {
        return new Setup(settings(), clock);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(options.getBoolean(name));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(options.getString(name));
    }

    String required(String name) {
        return text(name)
                .orElseThrow(() ->
                        new IllegalStateException("option " + name + " is declared as required"));
    }

    Optional<Integer> number(String name) {
        return Optional.ofNullable(options.getInt(name));
    }

    List<String> list(String name) {
        List<String> values = options.getList(name);
        return values == null ? List.of() : values;
    }
}
