package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/// Has Jazzer look for a mail that the parser can't take, guided by the code that each mail
/// reaches, for a minute a build (`-Dfraywatch.fuzz.seconds=N`; 0 leaves it out). It starts from
/// our own mails and what it learnt in the last build.
///
/// A finding is written to `target/fuzz`; once mended it is kept, made as small as can be, in
/// `src/test/resources/io/fraywatch/fuzz`.
@Isolated
class FuzzTest {
    private static final Path FOLDER = Path.of("target/fuzz").toAbsolutePath();
    private static final int SECONDS = Integer.getInteger("fraywatch.fuzz.seconds", 60);
    private static final int LONGEST_MAIL = 8_192;

    @TestFactory
    Stream<DynamicTest> check42UnderstandsEachFinding() throws IOException, URISyntaxException {
        return mails("/io/fraywatch/fuzz").stream()
                .map(mail ->
                        DynamicTest.dynamicTest(
                                mail.getFileName().toString(),
                                () -> MailFuzzer.fuzzerTestOneInput(Files.readAllBytes(mail))));
    }

    @Test
    void check42FindsNoMailThatItCantTake()
            throws IOException, InterruptedException, URISyntaxException {
        assumeTrue(SECONDS > 0, "no fuzzing: -Dfraywatch.fuzz.seconds=0");
        Path seeds = Files.createDirectories(FOLDER.resolve("seeds"));
        Path learnt = Files.createDirectories(FOLDER.resolve("learnt"));
        List<Path> mails = new ArrayList<>(mails("/io/fraywatch/parse"));
        mails.addAll(mails("/io/fraywatch/fuzz"));
        for (Path mail : mails) {
            Files.copy(
                    mail, seeds.resolve(mail.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Path log = FOLDER.resolve("jazzer.log");
        Process jazzer =
                new ProcessBuilder(command(learnt, seeds))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        int status = jazzer.waitFor();
        assertThat(status)
                .as(
                        "Jazzer's exit status; what it found is named at the end of %s and lies"
                                + " beside it",
                        log)
                .isZero();
        assertThat(Files.readString(log)).contains("Done ");
    }

    private static List<String> command(Path learnt, Path seeds) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + MailFuzzer.class.getName(),
                "--instrumentation_includes=io.fraywatch.**:org.apache.james.mime4j.**",
                "--custom_hook_includes=io.fraywatch.**",
                "--keep_going=1",
                "-max_total_time=" + SECONDS,
                "-max_len=" + LONGEST_MAIL,
                "-timeout=20",
                "-rss_limit_mb=0",
                "-print_final_stats=1",
                "-artifact_prefix=" + FOLDER + "/",
                learnt.toString(),
                seeds.toString());
    }

    private static List<Path> mails(String folder) throws IOException, URISyntaxException {
        URL here = Objects.requireNonNull(FuzzTest.class.getResource(folder));
        try (Stream<Path> files = Files.walk(Path.of(here.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
        }
    }
}
