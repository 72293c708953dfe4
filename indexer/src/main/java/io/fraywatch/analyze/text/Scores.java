package io.fraywatch.analyze.text;

import java.util.Arrays;

/// How strongly each [Head] holds, in steps of 1/255. Immutable.
public final class Scores {
    private static final int HEADS = Head.values().length;

    private final byte[] values;

    private Scores(byte[] values) {
        this.values = values;
    }

    /// @param strengths one per head by its slot, 0 to 1
    static Scores of(double[] strengths) {
        byte[] values = new byte[HEADS];
        for (int i = 0; i < HEADS; i++) {
            values[i] = (byte) Math.round(Math.clamp(strengths[i], 0, 1) * 255);
        }
        return new Scores(values);
    }

    /// @param values one per head by its slot, unsigned, 255 being 1
    static Scores ofBytes(byte[] values) {
        return new Scores(values.clone());
    }

    /// These scores, but for one head.
    Scores with(Head head, double strength) {
        byte[] changed = values.clone();
        changed[head.slot()] = (byte) Math.round(strength * 255);
        return new Scores(changed);
    }

    /// 0 to 1.
    public double of(Head head) {
        return raw(head) / 255.0;
    }

    int raw(Head head) {
        return Byte.toUnsignedInt(values[head.slot()]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scores scores && Arrays.equals(values, scores.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Head head : Head.values()) {
            if (raw(head) > 0) {
                out.append(out.isEmpty() ? "" : " ").append(head).append('=').append(raw(head));
            }
        }
        return out.toString();
    }
}
