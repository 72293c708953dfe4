package io.fraywatch.embeddings;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.fraywatch.analyze.model.Encoder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/// bge-small-en-v1.5 in eight bits, by ONNX Runtime: the vector of a text's first piece, which
/// stands for the whole.
///
/// Each call computes on its own thread and on no other, so that as many run at once as there are
/// callers.
final class BgeSmall implements Encoder {
    static final String NAME = "bge-small-en-v1.5-q";

    /// Of a longer text only so many pieces are read, some 90 words.
    private static final int MOST_PIECES = 128;

    private static final int NUMBERS = 384;

    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private BgeSmall(WordPieces pieces, OrtEnvironment environment, OrtSession session) {
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
    }

    /// Loads the model from the class path and the native library behind it.
    static BgeSmall load() throws IOException, OrtException {
        OrtEnvironment environment =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "fraywatch");
        environment.setTelemetry(false);
        try (InputStream vocabulary = resource("-tokenizer.json");
                InputStream model = resource(".onnx");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            return new BgeSmall(
                    new WordPieces(Vocabulary.read(vocabulary), MOST_PIECES),
                    environment,
                    environment.createSession(model.readAllBytes(), options));
        }
    }

    private static InputStream resource(String end) throws IOException {
        InputStream in = BgeSmall.class.getResourceAsStream("/" + NAME + end);
        if (in == null) {
            throw new FileNotFoundException(NAME + end + " isn't on the class path");
        }
        return in;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public float[] encode(String text) {
        long[] ids = pieces.of(text);
        long[] all = new long[ids.length];
        Arrays.fill(all, 1);
        try (OnnxTensor input = tensor(ids);
                OnnxTensor mask = tensor(all);
                OnnxTensor types = tensor(new long[ids.length]);
                OrtSession.Result result =
                        session.run(
                                Map.of(
                                        "input_ids", input,
                                        "attention_mask", mask,
                                        "token_type_ids", types))) {
            return unit(first((OnnxTensor) result.get(0)));
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime can't encode a text", e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    /// The vector of the first piece, which in the output comes first.
    private static float[] first(OnnxTensor output) {
        FloatBuffer numbers = output.getFloatBuffer();
        float[] vector = new float[NUMBERS];
        numbers.get(vector);
        return vector;
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += number * number;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
