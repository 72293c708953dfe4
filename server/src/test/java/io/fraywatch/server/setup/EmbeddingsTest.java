package io.fraywatch.server.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraywatch.analyze.model.Encoder;
import io.fraywatch.analyze.model.EncoderException;
import io.fraywatch.server.config.EmbeddingsMode;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingsTest {
    private static final Encoder.Provider WORKS = Fake::new;
    private static final Encoder.Provider FAILS =
            () -> {
                throw new EncoderException("the library is for another machine", new Exception());
            };

    @Test
    void offLoadsNothing() {
        Embeddings embeddings = Embeddings.of(EmbeddingsMode.OFF, added(FAILS));
        assertThat(embeddings.encoder()).isEmpty();
        assertThat(embeddings.reading()).isEmpty();
        assertThat(embeddings.reader().encoder()).isEmpty();
    }

    @Test
    void autoUsesWhatWasAdded() {
        Embeddings embeddings = Embeddings.of(EmbeddingsMode.AUTO, added(WORKS));
        assertThat(embeddings.reading()).isEqualTo("bge-small-en-v1.5-q");
        assertThat(embeddings.reader().encoder()).isEqualTo("bge-small-en-v1.5-q");
        assertThat(embeddings.inWords()).isEqualTo("used: bge-small-en-v1.5-q");
    }

    @Test
    void autoDoesWithoutAndSaysWhy() {
        assertThat(Embeddings.of(EmbeddingsMode.AUTO, added()).inWords())
                .contains("not used", "`scripts/embeddings` adds it");
        Embeddings failed = Embeddings.of(EmbeddingsMode.AUTO, added(FAILS));
        assertThat(failed.encoder()).isEmpty();
        assertThat(failed.inWords()).contains("not used", "the library is for another machine");
    }

    @Test
    void onRefusesToDoWithoutAndSaysTheMend() {
        assertThatThrownBy(() -> Embeddings.of(EmbeddingsMode.ON, added()))
                .isInstanceOf(EmbeddingsException.class)
                .hasMessageContainingAll(
                        "'embeddings' is on", "`scripts/embeddings` adds it", "auto or off");
        assertThatThrownBy(() -> Embeddings.of(EmbeddingsMode.ON, added(FAILS)))
                .isInstanceOf(EmbeddingsException.class)
                .hasMessageContainingAll("the library is for another machine", "auto or off");
    }

    @Test
    void onUsesIt() {
        assertThat(Embeddings.of(EmbeddingsMode.ON, added(WORKS)).encoder()).isPresent();
    }

    private static Iterator<Encoder.Provider> added(Encoder.Provider... providers) {
        return providers.length == 0 ? Collections.emptyIterator() : List.of(providers).iterator();
    }

    private record Fake() implements Encoder {
        @Override
        public String name() {
            return "bge-small-en-v1.5-q";
        }

        @Override
        public float[] encode(String text) {
            return new float[384];
        }
    }
}
