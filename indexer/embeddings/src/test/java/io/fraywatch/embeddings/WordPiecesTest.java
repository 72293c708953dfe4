package io.fraywatch.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the reference makes of the same texts stands in `pieces.tsv`.
class WordPiecesTest {
    private static Map<String, Integer> vocabulary = Map.of();

    @BeforeAll
    static void readTheVocabulary() throws IOException {
        try (InputStream json =
                WordPiecesTest.class.getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json")) {
            assertThat(json).isNotNull();
            vocabulary = Vocabulary.read(json);
        }
    }

    @Test
    void knowsAllPieces() {
        assertThat(vocabulary)
                .hasSize(30_522)
                .containsEntry("[CLS]", 101)
                .containsEntry("##s", 2015);
    }

    @Test
    void cutsEveryTextAsTheReferenceDoes() throws IOException {
        WordPieces pieces = new WordPieces(vocabulary, 128);
        List<String> lines = reference();
        assertThat(lines).hasSizeGreaterThan(500);
        for (String line : lines) {
            String[] parts = line.split("\t", 2);
            String text = JsonParser.parseString(parts[1]).getAsString();
            assertThat(numbers(pieces.of(text))).as(parts[1]).isEqualTo(parts[0]);
        }
    }

    @Test
    void takesTheNameOfASpecialPieceForText() {
        assertThat(new WordPieces(vocabulary, 128).of("[SEP]")).hasSize(5);
    }

    @Test
    void cutsOffWhatIsTooLongAndKeepsTheEnd() {
        long[] ids = new WordPieces(vocabulary, 16).of("word ".repeat(40));
        assertThat(ids).hasSize(16).startsWith(101).endsWith(102);
    }

    @Test
    void refusesAVocabularyWithoutItsSpecialPieces() {
        assertThatThrownBy(() -> new WordPieces(Map.of("a", 1), 16)).hasMessageContaining("[CLS]");
    }

    @Test
    void saysThatAFileHoldsNoVocabulary() {
        for (String json :
                List.of(
                        "{}",
                        "{\"model\": {}}",
                        "[1]",
                        "{\"model\": {\"vocab\": {\"a\": \"b\"}}}")) {
            assertThatThrownBy(() ->
                            Vocabulary.read(
                                    new ByteArrayInputStream(
                                            json.getBytes(StandardCharsets.UTF_8))))
                    .as(json)
                    .isInstanceOf(IOException.class);
        }
    }

    private static String numbers(long[] ids) {
        return Arrays.stream(ids).mapToObj(Long::toString).collect(Collectors.joining(" "));
    }

    private static List<String> reference() throws IOException {
        try (InputStream in = WordPiecesTest.class.getResourceAsStream("pieces.tsv")) {
            assertThat(in).isNotNull();
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
