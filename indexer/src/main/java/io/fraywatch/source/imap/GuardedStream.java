package io.fraywatch.source.imap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/// Follows the server's answers as they arrive and stops what no honest server sends, before the
/// protocol library makes room for it: literals, lines, nesting or answers beyond all measure.
final class GuardedStream extends FilterInputStream {
    /// One answer without its literals. Room for a mail with very many labels.
    static final int LONGEST_LINE = 1 << 20;

    /// A whole mail as large as we read them, and some slack.
    static final long LARGEST_LITERAL = Lane.LARGEST_MAIL + (1 << 20);

    static final int DEEPEST_NESTING = 100;

    private static final int PLAIN = -1;
    private static final int CLOSED = -2;

    private long allowance;
    private int longestLine = LONGEST_LINE;
    private long literalLeft;
    private int line;
    private int depth;

    /// `PLAIN`, or `CLOSED` behind a `}`; otherwise inside `{…`, where `announced` grows.
    private int brace = PLAIN;

    private long announced;
    private boolean digits;

    GuardedStream(InputStream in) {
        super(in);
    }

    /// Reads through something more from here on, and follows what comes out of it.
    void readThrough(UnaryOperator<InputStream> filter) {
        in = filter.apply(in);
    }

    /// Allows this many bytes from here on, in lines of the usual length.
    void allow(long bytes) {
        allowance = bytes;
        longestLine = LONGEST_LINE;
    }

    /// Allows lines of this many bytes until the next [#allow].
    void allowLine(int bytes) {
        longestLine = Math.max(bytes, LONGEST_LINE);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            allowance -= count;
            if (allowance < 0) {
                throw HostileServerException.sendsTooMuch();
            }
            follow(bytes, offset, offset + count);
        }
        return count;
    }

    private void follow(byte[] bytes, int from, int to) throws HostileServerException {
        int at = from;
        while (at < to) {
            if (literalLeft > 0) {
                int skipped = (int) Math.min(literalLeft, to - at);
                literalLeft -= skipped;
                at += skipped;
            } else {
                look(bytes[at++]);
            }
        }
    }

    private void look(byte next) throws HostileServerException {
        if (++line > longestLine) {
            throw new HostileServerException("sent a line longer than " + longestLine + " bytes");
        }
        switch (next) {
            case '\r' -> {}
            case '\n' -> endLine();
            case '{' -> {
                brace = 0;
                announced = 0;
                digits = false;
            }
            case '}' -> brace = brace == 0 && digits ? CLOSED : PLAIN;
            case '(' -> nest(1);
            case ')' -> nest(-1);
            default -> count(next);
        }
    }

    private void count(byte next) {
        if (brace == 0 && next >= '0' && next <= '9') {
            announced = Math.min(announced * 10 + (next - '0'), Integer.MAX_VALUE);
            digits = true;
        } else {
            brace = PLAIN;
        }
    }

    private void nest(int step) throws HostileServerException {
        brace = PLAIN;
        depth += step;
        if (depth > DEEPEST_NESTING) {
            throw new HostileServerException(
                    "nested an answer deeper than " + DEEPEST_NESTING + " levels");
        }
    }

    private void endLine() throws HostileServerException {
        if (brace == CLOSED) {
            if (announced > LARGEST_LITERAL) {
                throw new HostileServerException("announced " + announced + " bytes in one piece");
            }
            literalLeft = announced;
        } else {
            line = 0;
            depth = 0;
        }
        brace = PLAIN;
    }
}
