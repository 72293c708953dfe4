package io.fraywatch.server.setup;

import io.fraywatch.analyze.model.Encoder;
import io.fraywatch.analyze.model.EncoderException;
import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.server.config.EmbeddingsMode;
import java.util.Iterator;
import java.util.Optional;
import java.util.ServiceLoader;

/// The embedding model that is asked what sentences do, as far as the user wants one and it is
/// there.
///
/// @param encoder empty where none is asked
/// @param why why none is asked; empty where one is
public record Embeddings(Optional<Encoder> encoder, String why) {
    private static final String ADD = "`scripts/embeddings` adds it";

    /// Loads the model, if it is wanted.
    ///
    /// @throws EmbeddingsException if it is wanted in any case and can't be used
    public static Embeddings of(EmbeddingsMode mode) {
        return of(mode, ServiceLoader.load(Encoder.Provider.class).iterator());
    }

    static Embeddings of(EmbeddingsMode mode, Iterator<Encoder.Provider> added) {
        return switch (mode) {
            case OFF -> none("off, as by 'embeddings'");
            case AUTO -> {
                try {
                    yield added.hasNext()
                            ? used(added.next())
                            : none("not used: the module isn't there; " + ADD);
                } catch (EncoderException e) {
                    yield none("not used: " + e.getMessage());
                }
            }
            case ON -> {
                if (!added.hasNext()) {
                    throw new EmbeddingsException(
                            "'embeddings' is on, and the module isn't there; "
                                    + ADD
                                    + ", or set 'embeddings' to auto or off",
                            null);
                }
                try {
                    yield used(added.next());
                } catch (EncoderException e) {
                    throw new EmbeddingsException(
                            "'embeddings' is on, but "
                                    + e.getMessage()
                                    + "; or set 'embeddings' to auto or off",
                            e);
                }
            }
        };
    }

    private static Embeddings used(Encoder.Provider provider) throws EncoderException {
        return new Embeddings(Optional.of(provider.open()), "");
    }

    private static Embeddings none(String why) {
        return new Embeddings(Optional.empty(), why);
    }

    /// A reader of texts that asks it.
    public TextReader reader() {
        return encoder.map(TextReader::new).orElseGet(TextReader::new);
    }

    /// What an index carries whose texts were read so: the name of the model; empty without one.
    public String reading() {
        return encoder.map(Encoder::name).orElse("");
    }

    /// Whether it is asked, and if not, why.
    public String inWords() {
        return encoder.map(model -> "used: " + model.name()).orElse(why);
    }
}
