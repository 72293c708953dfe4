package io.fraywatch.server.cli;

import static io.fraywatch.server.cli.Typed.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraywatch.server.cli.Typed.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample mailbox, read with the embedding model.
final class WithEmbeddingsTest {
    private static final String MODEL = "bge-small-en-v1.5-q";

    @TempDir private static Path demo;

    @BeforeAll
    static void switchItOn() throws IOException {
        Ran ran = run("", "demo", "--no-serve", "--dir", demo.toString());
        assertThat(ran.status()).as(ran.err()).isZero();
        configure("on");
        assertThat(detail("index dana"))
                .endsWith(", to be read anew with " + MODEL + " by the next sync");
        assertThat(onDemo("sync").status()).isZero();
    }

    @Test
    void theDemosStoryIsStillTold() throws IOException {
        assertThat(onDemo("flags", "--json").lines())
                .extracting(flag -> flag.get("client").asText())
                .contains("harborlane", "copperthyme", "northlight", "bellweather", "quillanchor")
                .hasSizeLessThan(8);
    }

    @Test
    void doctorAndCheckSayThatItIsUsed() throws IOException {
        assertThat(detail("embeddings")).isEqualTo("used: " + MODEL);
        assertThat(detail("index dana")).endsWith("read with " + MODEL);
        assertThat(onDemo("check").out()).contains("Embeddings used: " + MODEL);
    }

    @Test
    void explainSaysThatItWasAsked() throws IOException {
        JsonNode flag = onDemo("flags", "--json").lines().getFirst();
        String conversation = flag.get("conversation").asText();
        assertThat(onDemo("explain", conversation).out()).contains("embeddings", MODEL);
        assertThat(
                        onDemo("explain", conversation, "--json")
                                .lines()
                                .getFirst()
                                .get("embeddings")
                                .asText())
                .isEqualTo(MODEL);
    }

    @Test
    void switchedOffAllIsReadAnewByTheNextSync() throws IOException {
        configure("off");
        try {
            assertThat(detail("index dana"))
                    .contains(
                            "read with " + MODEL, "read anew without embeddings by the next sync");
        } finally {
            configure("on");
        }
    }

    @Test
    void scoreAsksItWhereItIsTold() throws IOException {
        String text =
                "{\"id\":1,\"text\":\"The cover you drew left everybody in the room cold.\"}\n";
        double words = unhappy(run(text, "score", "--embeddings", "off"));
        double both = unhappy(run(text, "score", "--embeddings", "on"));
        assertThat(both).isGreaterThan(words);
    }

    private static void configure(String mode) throws IOException {
        Path config = demo.resolve("fraywatch.yml");
        String text = Files.readString(config);
        assertThat(text).contains("embeddings: ");
        Files.writeString(config, text.replaceFirst("embeddings: .*", "embeddings: " + mode));
    }

    private static double unhappy(Ran ran) throws IOException {
        assertThat(ran.status()).as(ran.err()).isZero();
        return ran.lines().getFirst().get("unhappy").asDouble();
    }

    private static String detail(String check) throws IOException {
        List<JsonNode> lines = onDemo("doctor", "--json").lines();
        return lines.stream()
                .filter(line -> line.get("check").asText().equals(check))
                .map(line -> line.get("detail").asText())
                .findFirst()
                .orElseThrow();
    }

    private static Ran onDemo(String... args) {
        String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--config";
        all[args.length + 1] = demo.resolve("fraywatch.yml").toString();
        return run("", all);
    }
}
