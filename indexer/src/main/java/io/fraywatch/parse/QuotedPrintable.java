package io.fraywatch.parse;

import java.io.IOException;
import java.io.InputStream;

/// Undoes quoted-printable (RFC 2045 §6.7). What isn't encoded properly stays as it is: a lone `=`,
/// `=` before anything but two hexadecimal digits. So do blanks at the end of a line, which the RFC
/// would drop: a signature's `-- ` is one.
final class QuotedPrintable extends InputStream {
    private static final int MOST_BLANKS = 1_000;

    private enum State {
        TEXT,
        EQUALS,
        FIRST_DIGIT,
        EQUALS_BLANK,
        SOFT_BREAK
    }

    private final InputStream in;
    private final byte[] raw = new byte[8192];
    private final byte[] out = new byte[raw.length + 2 * MOST_BLANKS];
    private final byte[] blanks = new byte[MOST_BLANKS];
    private int blankCount;
    private int outAt;
    private int outEnd;
    private boolean ended;
    private State state = State.TEXT;
    private byte digit;

    QuotedPrintable(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        while (outAt == outEnd) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, outEnd - outAt);
        System.arraycopy(out, outAt, target, from, count);
        outAt += count;
        return count;
    }

    private void fill() throws IOException {
        outAt = 0;
        outEnd = 0;
        int count = in.read(raw, 0, raw.length);
        if (count < 0) {
            ended = true;
            end();
        }
        for (int i = 0; i < count; i++) {
            take(raw[i]);
        }
    }

    private void take(byte b) {
        switch (state) {
            case TEXT -> text(b);
            case EQUALS -> afterEquals(b);
            case FIRST_DIGIT -> {
                int low = Character.digit(b, 16);
                state = State.TEXT;
                if (low >= 0) {
                    out[outEnd++] = (byte) (Character.digit(digit, 16) << 4 | low);
                } else {
                    out[outEnd++] = '=';
                    out[outEnd++] = digit;
                    text(b);
                }
            }
            case EQUALS_BLANK -> {
                if (isBlank(b) && blankCount < MOST_BLANKS) {
                    blanks[blankCount++] = b;
                } else if (b == '\r' || b == '\n') {
                    blankCount = 0;
                    state = b == '\r' ? State.SOFT_BREAK : State.TEXT;
                } else {
                    lone();
                    text(b);
                }
            }
            case SOFT_BREAK -> {
                state = State.TEXT;
                if (b != '\n') {
                    text(b);
                }
            }
        }
    }

    private void text(byte b) {
        if (b == '=') {
            state = State.EQUALS;
        } else {
            out[outEnd++] = b;
        }
    }

    private void afterEquals(byte b) {
        if (Character.digit(b, 16) >= 0) {
            digit = b;
            state = State.FIRST_DIGIT;
        } else if (b == '\r' || b == '\n') {
            state = b == '\r' ? State.SOFT_BREAK : State.TEXT;
        } else if (isBlank(b)) {
            blanks[blankCount++] = b;
            state = State.EQUALS_BLANK;
        } else {
            lone();
            text(b);
        }
    }

    private void end() {
        boolean cut = state == State.FIRST_DIGIT;
        if (state == State.EQUALS || state == State.FIRST_DIGIT || state == State.EQUALS_BLANK) {
            lone();
        }
        if (cut) {
            out[outEnd++] = digit;
        }
    }

    /// The `=` was none of the encoding's, nor were the blanks behind it.
    private void lone() {
        out[outEnd++] = '=';
        System.arraycopy(blanks, 0, out, outEnd, blankCount);
        outEnd += blankCount;
        blankCount = 0;
        state = State.TEXT;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
