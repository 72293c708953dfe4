package io.fraywatch.embeddings;

import ai.onnxruntime.OrtException;
import io.fraywatch.analyze.model.Encoder;
import io.fraywatch.analyze.model.EncoderException;
import java.io.IOException;

/// Opens [BgeSmall]; `ServiceLoader` finds it.
public final class BgeSmallProvider implements Encoder.Provider {
    @Override
    public Encoder open() throws EncoderException {
        try {
            return BgeSmall.load();
        } catch (IOException | OrtException | RuntimeException | LinkageError e) {
            throw new EncoderException(
                    "the embedding model can't be loaded on this machine ("
                            + reason(e)
                            + "); it needs Linux with glibc, macOS on Apple silicon or Windows,"
                            + " on 64 bits, and a folder for temporary files from which programs"
                            + " may run (another one: FRAYWATCH_JAVA_OPTS=-Djava.io.tmpdir=FOLDER)",
                    e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first.toString();
    }
}
