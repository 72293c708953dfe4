package io.fraywatch.parse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// The bytes of a uuencoded file, read out of the lines of its text; lines before `begin` are left
/// out, and so is all behind `end`.
final class UuencodedFile extends InputStream {
    private static final int LONGEST_LINE = 200;

    private final InputStream in;
    private final byte[] raw = new byte[8192];
    private final StringBuilder line = new StringBuilder();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
    private byte[] ready = new byte[0];
    private int at;
    private boolean begun;
    private boolean ended;

    UuencodedFile(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        while (at == ready.length) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, target, from, count);
        at += count;
        return count;
    }

    private void fill() throws IOException {
        int count = in.read(raw, 0, raw.length);
        for (int i = 0; i < count && !ended; i++) {
            if (raw[i] == '\n') {
                line();
            } else if (raw[i] != '\r' && line.length() <= LONGEST_LINE) {
                line.append((char) (raw[i] & 0xFF));
            }
        }
        if (count < 0) {
            line();
            ended = true;
        }
        ready = out.toByteArray();
        out.reset();
        at = 0;
    }

    private void line() {
        String text = line.toString();
        line.setLength(0);
        if (begun && text.equals("end")) {
            ended = true;
        } else if (begun) {
            Uuencode.decode(text, out);
        } else {
            begun = !Uuencode.nameIn(text).isEmpty();
        }
    }
}
