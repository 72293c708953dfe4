package io.fraywatch.source.imap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// The two directions of a connection compressed by DEFLATE without a header (RFC 1951, as RFC 4978
/// wants it). Holds memory beside the heap until closed.
final class Compressed implements AutoCloseable {
    private static final int BUFFER = 8 * 1024;

    private final Inflater inflater = new Inflater(true);
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);

    InputStream decompressing(InputStream in) {
        return new Decompressing(in, inflater);
    }

    /// All that has been written is on its way after a flush.
    OutputStream compressing(OutputStream out) {
        return new DeflaterOutputStream(out, deflater, BUFFER, true);
    }

    /// Not while another thread reads or writes.
    @Override
    public void close() {
        inflater.end();
        deflater.end();
    }

    private static final class Decompressing extends InflaterInputStream {
        Decompressing(InputStream in, Inflater inflater) {
            super(in, inflater, BUFFER);
        }

        /// Always 1 by default, upon which readers wait for more than an answer holds.
        @Override
        public int available() {
            return 0;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (ZipException e) {
                throw new HostileServerException("sent what can't be decompressed", e);
            }
        }
    }
}
