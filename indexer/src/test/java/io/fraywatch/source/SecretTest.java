package io.fraywatch.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fraywatch.source.SourceException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
    @TempDir private Path directory;

    private Path file(String content, String permissions) throws Exception {
        Path file = Files.writeString(directory.resolve("work.password"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static SourceException failure(Secret secret) {
        return catchThrowableOfType(SourceException.class, secret::reveal);
    }

    @Test
    void readsAFileWithoutItsLastLineEnd() throws Exception {
        assertThat(Secret.file(file("swordfish\n", "rw-------")).reveal()).isEqualTo("swordfish");
    }

    @Test
    void refusesAFileThatEverybodyCanRead() throws Exception {
        Path file = file("swordfish\n", "rw-r--r--");
        SourceException failure = failure(Secret.file(file));
        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("swordfish");
        assertThat(failure.remedy()).isEqualTo("Run: chmod 600 " + file);
    }

    @Test
    void namesAMissingFile() {
        assertThat(failure(Secret.file(directory.resolve("none"))))
                .hasMessageContaining("doesn't exist");
    }

    @Test
    void refusesAnEmptyFile() throws Exception {
        assertThat(failure(Secret.file(file("\n", "rw-------")))).hasMessageContaining("is empty");
    }

    @Test
    void namesAMissingVariable() {
        assertThat(failure(Secret.environment("FRAYWATCH_NO_SUCH")))
                .hasMessageContaining("FRAYWATCH_NO_SUCH");
    }

    @Test
    void takesACommandsFirstLine() throws Exception {
        assertThat(Secret.command("echo token; echo more").reveal()).isEqualTo("token");
    }

    @Test
    void tellsOnlyACommandsExitStatus() {
        SourceException failure = failure(Secret.command("echo leaked >&2; exit 3"));
        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure).hasMessageContaining("exit status 3").hasMessageNotContaining("leaked");
    }

    @Test
    void endsACommandThatHangs() {
        SourceException failure =
                failure(new Secret.FromCommand("sleep 60", Duration.ofMillis(200)));
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void showsNoArgumentsOfACommand() {
        assertThat(Secret.command("tool --key swordfish")).hasToString("FromCommand[tool]");
    }
}
