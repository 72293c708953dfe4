package io.fraywatch.parse;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/// Looks into S/MIME's envelopes (Cryptographic Message Syntax, RFC 5652) as far as it takes to
/// tell signed from encrypted, and to read what is only signed. Checks nothing.
final class Cms {
    private static final byte[] DATA = oid(1);
    private static final byte[] SIGNED = oid(2);
    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int OBJECT = 0x06;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int EXPLICIT = 0xA0;
    private static final int CONSTRUCTED = 0x20;
    private static final int DEEPEST = 16;

    private final byte[] der;
    private int at;

    private Cms(byte[] der) {
        this.der = der;
    }

    /// Whether these are signed data (or certificates alone, which look the same) rather than
    /// encrypted ones.
    static boolean isSigned(byte[] der) {
        return new Cms(der).opensSigned();
    }

    /// What a signature encloses: a MIME entity. Empty when it is encrypted, encloses nothing or is
    /// broken.
    static Optional<byte[]> signedContent(byte[] der) {
        Cms reader = new Cms(der);
        if (!reader.opensSigned()
                || !reader.enter(EXPLICIT)
                || !reader.enter(SEQUENCE)
                || !reader.skip(INTEGER)
                || !reader.skip(SET)
                || !reader.enter(SEQUENCE)
                || !reader.identifier(DATA)
                || !reader.enter(EXPLICIT)) {
            return Optional.empty();
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        return reader.octets(content, 0) && content.size() > 0
                ? Optional.of(content.toByteArray())
                : Optional.empty();
    }

    private boolean opensSigned() {
        return enter(SEQUENCE) && identifier(SIGNED);
    }

    /// Steps to the content of an element of this tag; its end isn't needed.
    private boolean enter(int tag) {
        return at < der.length && (der[at++] & 0xFF) == tag && length() != BROKEN;
    }

    private boolean identifier(byte[] wanted) {
        if (at >= der.length || der[at++] != OBJECT) {
            return false;
        }
        int length = length();
        boolean same =
                length == wanted.length
                        && Arrays.equals(der, at, at + length, wanted, 0, wanted.length);
        at += Math.max(0, length);
        return same;
    }

    private boolean skip(int tag) {
        if (at >= der.length || (der[at++] & 0xFF) != tag) {
            return false;
        }
        int length = length();
        at += Math.max(0, length);
        return length >= 0;
    }

    /// Octets in one piece or, as streaming writers make them, in pieces.
    private boolean octets(ByteArrayOutputStream out, int depth) {
        if (at >= der.length || depth > DEEPEST) {
            return false;
        }
        int tag = der[at++];
        int length = length();
        if (tag == OCTETS && length >= 0) {
            int there = Math.min(length, der.length - at);
            out.write(der, at, there);
            at += there;
            return true;
        }
        if (tag != (OCTETS | CONSTRUCTED) || length == BROKEN) {
            return false;
        }
        int end = length == INDEFINITE ? der.length : at + length;
        while (at < end && der[at] != 0) {
            if (!octets(out, depth + 1)) {
                return out.size() > 0;
            }
        }
        at += length == INDEFINITE ? 2 : 0;
        return true;
    }

    private static final int BROKEN = -2;
    private static final int INDEFINITE = -1;

    /// The length at the cursor, cut to what there is.
    private int length() {
        if (at >= der.length) {
            return BROKEN;
        }
        int first = der[at++] & 0xFF;
        if (first < 0x80) {
            return Math.min(first, der.length - at);
        }
        int bytes = first & 0x7F;
        if (bytes == 0) {
            return INDEFINITE;
        }
        long length = 0;
        for (int i = 0; i < bytes; i++) {
            if (at >= der.length || length > Integer.MAX_VALUE) {
                return BROKEN;
            }
            length = length << 8 | (der[at++] & 0xFF);
        }
        return (int) Math.min(length, der.length - at);
    }

    /// 1.2.840.113549.1.7.n
    private static byte[] oid(int n) {
        return new byte[] {
            0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x07, (byte) n
        };
    }
}
