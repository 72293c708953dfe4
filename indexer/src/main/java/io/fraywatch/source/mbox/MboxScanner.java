package io.fraywatch.source.mbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/// Finds where mails begin in a stretch of an mbox file, in one pass that holds no more than a
/// buffer.
///
/// A mail begins at a line `From sender … year`, first in the file or after an empty line, that is
/// followed by a header line. A sentence that begins with "From" has no header line below it.
final class MboxScanner {
    private static final int BUFFER = 1 << 20;

    /// What we look at of a line; the rest only ends.
    private static final int LOOK = 256;

    private final List<Long> starts = new ArrayList<>();
    private final byte[] line = new byte[LOOK];
    private int length;
    private long lineStart;
    private long candidate = -1;
    private boolean afterEmptyLine = true;

    private MboxScanner() {}

    /// The offsets of the lines that begin mails.
    ///
    /// @param from an offset at which a line begins
    static List<Long> starts(SeekableByteChannel file, long from, long to) throws IOException {
        MboxScanner scanner = new MboxScanner();
        scanner.lineStart = from;
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, Math.max(1, to - from)));
        file.position(from);
        long at = from;
        while (at < to) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), to - at));
            int count = file.read(buffer);
            if (count < 0) {
                break;
            }
            scanner.scan(buffer.array(), count, at);
            at += count;
        }
        scanner.endLine();
        return scanner.starts;
    }

    private void scan(byte[] bytes, int count, long offset) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                endLine();
                lineStart = offset + i + 1;
                length = 0;
            } else {
                if (length < LOOK) {
                    line[length] = bytes[i];
                }
                length++;
            }
        }
    }

    private void endLine() {
        int end = Math.min(length, LOOK);
        if (end > 0 && length <= LOOK && line[end - 1] == '\r') {
            end--;
        }
        if (candidate >= 0 && isHeader(end)) {
            starts.add(candidate);
        }
        candidate = afterEmptyLine && isFromLine(end) ? lineStart : -1;
        afterEmptyLine = end == 0;
    }

    private boolean isFromLine(int end) {
        return startsWith("From ", end) && end > 6 && line[5] != ' ' && hasYear(end);
    }

    private boolean hasYear(int end) {
        int digits = 0;
        for (int i = 5; i < end; i++) {
            digits = line[i] >= '0' && line[i] <= '9' ? digits + 1 : 0;
            if (digits == 4) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeader(int end) {
        if (startsWith(">From ", end)) {
            return true;
        }
        int at = 0;
        while (at < end && line[at] > ' ' && line[at] != ':' && line[at] < 127) {
            at++;
        }
        return at > 0 && at < end && line[at] == ':';
    }

    private boolean startsWith(String text, int end) {
        if (end < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (line[i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
