package io.fraywatch.analyze.model;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Logistic regression over the numbers of an [Encoder]. Immutable; safe for many threads.
public final class VectorModel {
    /// First byte of a stored model.
    private static final int FORMAT = 1;

    private final float bias;
    private final float[] weights;

    public VectorModel(float bias, float[] weights) {
        this.bias = bias;
        this.weights = weights.clone();
    }

    /// Loads the weights of one class, learned over one encoder, that are stored beside this class;
    /// empty where there are none.
    public static Optional<VectorModel> find(String encoder, String name) {
        String resource = encoder + "/" + name + ".bin";
        try (InputStream in = VectorModel.class.getResourceAsStream(resource)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(read(new DataInputStream(new BufferedInputStream(in)), resource));
        } catch (IOException e) {
            throw new UncheckedIOException("weights '" + resource + "' can't be read", e);
        }
    }

    private static VectorModel read(DataInputStream in, String resource) throws IOException {
        int format = in.readUnsignedByte();
        if (format != FORMAT) {
            throw new IllegalStateException(
                    "weights '"
                            + resource
                            + "' are of format "
                            + format
                            + "; this program reads "
                            + FORMAT);
        }
        float bias = in.readFloat();
        float[] weights = new float[in.readUnsignedShort()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readFloat();
        }
        return new VectorModel(bias, weights);
    }

    /// Writes what [#find] reads.
    public void write(DataOutputStream out) throws IOException {
        out.writeByte(FORMAT);
        out.writeFloat(bias);
        out.writeShort(weights.length);
        for (float weight : weights) {
            out.writeFloat(weight);
        }
    }

    /// The logarithm of the odds that the text of this vector belongs to the class.
    public double logOdds(float[] vector) {
        if (vector.length != weights.length) {
            throw new IllegalArgumentException(
                    "a vector has "
                            + vector.length
                            + " numbers where there are weights for "
                            + weights.length);
        }
        double sum = bias;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * vector[i];
        }
        return sum;
    }

    /// The probability half-way, by log-odds, between somebody else's and that of this model.
    ///
    /// @param other 0 to 1
    public double beside(double other, float[] vector) {
        double certain = Math.clamp(other, 1e-4, 1 - 1e-4);
        double mean = (Math.log(certain / (1 - certain)) + logOdds(vector)) / 2;
        return 1 / (1 + Math.exp(-mean));
    }
}
