package io.fraywatch.analyze.model;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Logistic regression over hashed word 1- to 3-grams. Immutable; safe for many threads.
public final class NgramModel {
    /// How many buckets the n-grams are hashed into.
    public static final int BUCKETS = 1 << 18;

    /// First byte of a stored model.
    public static final int FORMAT = 1;

    private static final int EDGE = 0x51ed270b;

    private final float bias;
    private final float scale;
    private final byte[] weights;

    private NgramModel(float bias, float scale, byte[] weights) {
        this.bias = bias;
        this.scale = scale;
        this.weights = weights;
    }

    /// Loads a model stored beside this class.
    public static NgramModel load(String resource) {
        try (InputStream in = NgramModel.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "weights '" + resource + "' are missing from the program");
            }
            return read(new DataInputStream(new java.io.BufferedInputStream(in)), resource);
        } catch (IOException e) {
            throw new UncheckedIOException("weights '" + resource + "' can't be read", e);
        }
    }

    private static NgramModel read(DataInputStream in, String resource) throws IOException {
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
        float scale = in.readFloat();
        byte[] weights = new byte[BUCKETS];
        int bucket = -1;
        for (int left = in.readInt(); left > 0; left--) {
            bucket += in.readUnsignedShort();
            weights[bucket] = in.readByte();
        }
        return new NgramModel(bias, scale, weights);
    }

    /// How likely it is, 0 to 1, that these tokens belong to the class.
    public double probability(List<String> tokens) {
        return 1 / (1 + Math.exp(-logOdds(tokens)));
    }

    public double logOdds(List<String> tokens) {
        return logOdds(grams(tokens));
    }

    /// How likely it is, 0 to 1, that a text with these buckets belongs to the class.
    public double probability(int[] grams) {
        return 1 / (1 + Math.exp(-logOdds(grams)));
    }

    private double logOdds(int[] grams) {
        if (grams.length == 0) {
            return bias;
        }
        double sum = 0;
        for (int gram : grams) {
            sum += weights[gram];
        }
        return bias + scale * sum / Math.sqrt(grams.length);
    }

    /// The buckets of all 1- to 3-grams, the edges of the text counting as tokens; one entry per
    /// occurrence.
    public static int[] grams(List<String> tokens) {
        int n = tokens.size();
        if (n == 0) {
            return new int[0];
        }
        int[] hashes = new int[n + 2];
        hashes[0] = EDGE;
        hashes[n + 1] = ~EDGE;
        for (int i = 0; i < n; i++) {
            hashes[i + 1] = tokens.get(i).hashCode();
        }
        int[] out = new int[n + (n + 1) + n];
        int at = 0;
        for (int i = 1; i <= n; i++) {
            out[at++] = bucket(hashes[i]);
        }
        for (int i = 0; i <= n; i++) {
            out[at++] = bucket(hashes[i] * 31 + hashes[i + 1] * 0x01000193 + 2);
        }
        for (int i = 0; i < n; i++) {
            out[at++] =
                    bucket(
                            hashes[i] * 961
                                    + hashes[i + 1] * 0x27d4eb2d
                                    + hashes[i + 2] * 0x165667b1
                                    + 3);
        }
        return out;
    }

    /// Mixes the bits (the finisher of MurmurHash3) and keeps 18 of them.
    static int bucket(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        h ^= h >>> 16;
        return h & (BUCKETS - 1);
    }
}
