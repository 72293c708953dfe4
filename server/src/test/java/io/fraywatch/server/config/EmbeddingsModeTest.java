package io.fraywatch.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingsModeTest {
    @TempDir private Path folder;

    /// The two last are what YAML makes of a bare `on` and `off`.
    @ParameterizedTest
    @CsvSource({
        "auto, AUTO",
        "on, ON",
        "off, OFF",
        "'\"on\"', ON",
        "Auto, AUTO",
        "true, ON",
        "false, OFF"
    })
    void isReadHoweverYamlTakesIt(String written, EmbeddingsMode mode) throws Exception {
        assertThat(read("embeddings: " + written)).contains(mode);
    }

    @Test
    void isLeftOutByDefault() throws Exception {
        assertThat(read("# nothing")).isEmpty();
    }

    @Test
    void tellsTheChoicesAndTheLineOfAnyOtherWord() {
        assertThatThrownBy(() -> read("embeddings: always"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("f.yml:2:", "'always' isn't one of auto, on, off");
    }

    private Optional<EmbeddingsMode> read(String line) throws SettingsException, IOException {
        String file =
                "accounts: [{name: a, kind: maildir, path: m, me: [d@a.example]}]\n" + line + "\n";
        return SettingsFile.read(Files.writeString(folder.resolve("f.yml"), file))
                .settings()
                .embeddings();
    }
}
