package io.fraywatch.embeddings;

import com.google.gson.stream.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The pieces of words that a model knows, from the `tokenizer.json` beside it.
final class Vocabulary {
    private Vocabulary() {}

    /// The number of each piece.
    ///
    /// @throws IOException if it can't be read, or holds none
    static Map<String, Integer> read(InputStream json) throws IOException {
        try (JsonReader reader =
                new JsonReader(
                        new BufferedReader(new InputStreamReader(json, StandardCharsets.UTF_8)))) {
            if (enter(reader, "model") && enter(reader, "vocab")) {
                return numbers(reader);
            }
        } catch (IllegalStateException | NumberFormatException e) {
            throw new IOException("it isn't of the shape that tokenizers have", e);
        }
        throw new IOException("it holds no 'model: vocab'");
    }

    /// Goes into an object and on to the value of one of its keys.
    private static boolean enter(JsonReader reader, String key) throws IOException {
        reader.beginObject();
        while (reader.hasNext()) {
            if (reader.nextName().equals(key)) {
                return true;
            }
            reader.skipValue();
        }
        return false;
    }

    private static Map<String, Integer> numbers(JsonReader reader) throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            numbers.put(reader.nextName(), reader.nextInt());
        }
        return numbers;
    }
}
