package io.fraywatch.analyze.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/// Vectors of texts, each encoded once, by all cores.
public final class Vectors {
    private final Encoder encoder;
    private final Map<String, float[]> known = new HashMap<>();

    public Vectors(Encoder encoder) {
        this.encoder = encoder;
    }

    /// By the encoder on the class path; empty where there is none.
    ///
    /// @throws IllegalStateException if it can't be used here
    public static Optional<Vectors> find() {
        return encoder().map(Vectors::new);
    }

    /// The encoder on the class path; empty where there is none.
    ///
    /// @throws IllegalStateException if it can't be used here
    public static Optional<Encoder> encoder() {
        return ServiceLoader.load(Encoder.Provider.class).findFirst().map(Vectors::open);
    }

    private static Encoder open(Encoder.Provider provider) {
        try {
            return provider.open();
        } catch (EncoderException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The encoder's name.
    public String name() {
        return encoder.name();
    }

    /// One for each text, in their order.
    public float[][] of(List<String> texts) {
        Map<String, float[]> fresh = new HashMap<>();
        texts.stream()
                .filter(text -> !known.containsKey(text))
                .distinct()
                .parallel()
                .map(text -> Map.entry(text, encoder.encode(text)))
                .toList()
                .forEach(entry -> fresh.put(entry.getKey(), entry.getValue()));
        known.putAll(fresh);
        return texts.stream().map(known::get).toArray(float[][]::new);
    }
}
