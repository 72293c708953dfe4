package io.fraywatch.server.cli;

import io.fraywatch.server.config.EmbeddingsMode;
import io.fraywatch.server.config.SettingsException;
import io.fraywatch.server.setup.Embeddings;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Subparser;

/// The option `--embeddings auto|on|off`, in place of the configuration's word.
final class EmbeddingsOption {
    private EmbeddingsOption() {}

    static void describe(Subparser parser, String help) {
        parser.addArgument("--embeddings").choices("auto", "on", "off").help(help);
    }

    /// What was typed.
    static Optional<EmbeddingsMode> named(Call call) {
        return call.text("embeddings")
                .map(mode -> EmbeddingsMode.valueOf(mode.toUpperCase(Locale.ROOT)));
    }

    /// By what was typed, else by the configuration if there is one.
    static Embeddings of(Call call) throws SettingsException {
        Optional<EmbeddingsMode> named = named(call);
        if (named.isEmpty() && Files.exists(call.configFile())) {
            return call.setup().embeddings();
        }
        return Embeddings.of(named.orElse(EmbeddingsMode.OFF));
    }
}
