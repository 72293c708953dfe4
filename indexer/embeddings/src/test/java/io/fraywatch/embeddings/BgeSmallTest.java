package io.fraywatch.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtEnvironment;
import io.fraywatch.analyze.model.Encoder;
import io.fraywatch.analyze.text.Head;
import io.fraywatch.analyze.text.TextReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BgeSmallTest {
    private static Encoder encoder = new Unopened();

    @BeforeAll
    static void openIt() throws Exception {
        encoder = ServiceLoader.load(Encoder.Provider.class).findFirst().orElseThrow().open();
    }

    @Test
    void givesAVectorOfLengthOneForAnyText() {
        for (String text : List.of("", "Thanks!", "word ".repeat(5_000), "\ud800 \u0000 日本")) {
            float[] vector = encoder.encode(text);
            assertThat(vector).hasSize(384);
            assertThat(product(vector, vector)).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void putsTheSameMeaningNearerThanTheSameWords() {
        float[] letDown = encoder.encode("I feel let down by how this turned out.");
        assertThat(product(letDown, encoder.encode("The result disappointed me.")))
                .isGreaterThan(
                        product(letDown, encoder.encode("I feel the tone turned out well.")));
    }

    @Test
    void givesEachOfManyCallersWhatItGivesOne() {
        List<String> texts =
                IntStream.range(0, 40).mapToObj(i -> "Could you send invoice " + i + "?").toList();
        List<float[]> atOnce = texts.parallelStream().map(encoder::encode).toList();
        for (int i = 0; i < texts.size(); i++) {
            assertThat(atOnce.get(i)).containsExactly(encoder.encode(texts.get(i)));
        }
    }

    /// "Left cold" is in no phrase, and none of the words is unkind by itself.
    @Test
    void bringsInWhatAComplaintMeans() {
        TextReader words = new TextReader();
        TextReader both = new TextReader(encoder);
        assertThat(both.encoder()).isEqualTo(encoder.name());
        String said = "The cover you drew left everybody in the room cold.";
        assertThat(both.read(said).of(Head.UNHAPPY))
                .isGreaterThan(words.read(said).of(Head.UNHAPPY) + 0.1);
        assertThat(both.read(said).politeness()).isLessThan(words.read(said).politeness() - 0.1);
    }

    @Test
    void readsTheSameMailTheSameWayTwice() {
        TextReader both = new TextReader(encoder);
        String text = "We had hoped for more. Could you look at it again by Friday? Thanks, Ana";
        assertThat(both.read(text))
                .isEqualTo(both.read(text))
                .isEqualTo(new TextReader(encoder).read(text));
    }

    /// From 1.29 on ONNX Runtime sends Microsoft usage data from Linux and macOS. Mail stays on
    /// this machine, and so does what is done with it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "linux-x64/libonnxruntime.so",
                "linux-aarch64/libonnxruntime.so",
                "osx-aarch64/libonnxruntime.dylib"
            })
    void theNativeLibraryHasNoWayToTellAnybody(String library) throws IOException {
        try (InputStream in =
                OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/" + library)) {
            assertThat(in).isNotNull();
            String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(bytes.contains("OrtGetApiBase")).isTrue();
            for (String trace : List.of("Applications6Events", "libcurl", "mbedtls")) {
                assertThat(bytes.contains(trace)).as(trace).isFalse();
            }
        }
    }

    private static double product(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    /// Stands there until the real one is open.
    private static final class Unopened implements Encoder {
        @Override
        public String name() {
            return "unopened";
        }

        @Override
        public float[] encode(String text) {
            throw new IllegalStateException("not open");
        }
    }
}
