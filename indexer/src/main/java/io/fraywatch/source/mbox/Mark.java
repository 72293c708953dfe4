package io.fraywatch.source.mbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.zip.CRC32C;

/// How far one mbox file has been read: the bytes from `low` to `high` are settled, and what they
/// began and ended with, by which a rewritten file is known.
///
/// @param mails how many mails the settled bytes hold
record Mark(long low, long high, long mails, long print) {
    private static final int SAMPLE = 4096;

    /// Reads what [#toString] wrote; empty for anything else.
    static Optional<Mark> parse(String text) {
        String[] numbers = text.split(":", -1);
        try {
            return numbers.length == 4
                    ? Optional.of(
                            new Mark(
                                    Long.parseLong(numbers[0]),
                                    Long.parseLong(numbers[1]),
                                    Long.parseLong(numbers[2]),
                                    Long.parseUnsignedLong(numbers[3], 16)))
                    : Optional.empty();
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    /// A checksum of the file's beginning and of what lies before `high`.
    static long print(SeekableByteChannel file, long high) throws IOException {
        CRC32C sum = new CRC32C();
        sum.update(sample(file, 0, Math.min(SAMPLE, high)));
        long before = sum.getValue();
        sum.reset();
        sum.update(sample(file, Math.max(0, high - SAMPLE), high));
        return before << 32 | sum.getValue();
    }

    /// Whether the file still begins with what was settled.
    boolean holdsFor(SeekableByteChannel file) throws IOException {
        return high <= file.size() && print(file, high) == print;
    }

    private static ByteBuffer sample(SeekableByteChannel file, long from, long to)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) (to - from));
        file.position(from);
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {}
        return bytes.flip();
    }

    @Override
    public String toString() {
        return low + ":" + high + ":" + mails + ":" + Long.toHexString(print);
    }
}
