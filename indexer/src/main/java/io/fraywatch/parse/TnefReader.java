package io.fraywatch.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Goes through the `winmail.dat` in which Outlook wraps a mail for its like (MS-OXTNEF §2.1.3): a
/// row of attributes, first the mail's own, then those of one file after the other. Of each only
/// the start is kept, and nothing of what the files hold.
final class TnefReader {
    private static final int SIGNATURE = 0x223E9F78;
    private static final int TEXT = 0x0002800C;
    private static final int CODE_PAGE = 0x00069007;
    private static final int MAIL = 0x00069003;
    private static final int NEXT_FILE = 0x00069002;
    private static final int FILE_NAME = 0x00018010;
    private static final int FILE_DATA = 0x0006800F;
    private static final int FILE = 0x00069005;

    private static final int NAME_BYTES = 1024;
    private static final int FILE_BYTES = 64 * 1024;

    private final InputStream in;
    private final int most;
    private final Problems problems;
    private final TnefMail mail;
    private final byte[] skipped = new byte[8192];
    private long size;

    /// @param most bytes of the mail's text
    /// @param files how many files are listed
    TnefReader(InputStream in, int most, int files, Problems problems) {
        this.in = in;
        this.most = most;
        this.problems = problems;
        this.mail = new TnefMail(most, files, problems);
    }

    /// The mail within, as `multipart/mixed` of its text and its files, read to the end of the
    /// stream or of what can be made out; empty when this is no TNEF at all.
    Optional<Part> read() throws IOException {
        byte[] head = bytes(6);
        boolean tnef = head.length == 6 && MapiProperties.int32(head, 0) == SIGNATURE;
        while (tnef && attribute()) {}
        skip(Long.MAX_VALUE);
        return tnef ? Optional.of(mail.part()) : Optional.empty();
    }

    /// How many bytes there were, known once they are read.
    long size() {
        return size;
    }

    /// Reads one attribute: its level, id and length, its value, a checksum.
    private boolean attribute() throws IOException {
        byte[] head = bytes(9);
        if (head.length < 9 || head[0] < 1 || head[0] > 2) {
            return false;
        }
        int id = MapiProperties.int32(head, 1);
        long length = Integer.toUnsignedLong(MapiProperties.int32(head, 5));
        byte[] value = bytes((int) Math.min(length, kept(id)));
        if (length > value.length && (id == MAIL || id == TEXT)) {
            problems.add(TnefMail.CUT_SHORT);
        }
        switch (id) {
            case CODE_PAGE -> mail.codePage(value);
            case TEXT -> mail.text(value);
            case MAIL -> mail.properties(value);
            case NEXT_FILE -> mail.nextFile();
            case FILE_NAME -> mail.fileName(value);
            case FILE_DATA -> mail.fileSize(length);
            case FILE -> mail.fileProperties(value);
            default -> {}
        }
        return skip(length - value.length + 2);
    }

    private int kept(int id) {
        return switch (id) {
            case MAIL, TEXT -> most;
            case FILE -> FILE_BYTES;
            case FILE_NAME, CODE_PAGE -> NAME_BYTES;
            default -> 0;
        };
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        size += bytes.length;
        return bytes;
    }

    /// Whether so many bytes were there to be skipped.
    private boolean skip(long count) throws IOException {
        long left = count;
        while (left > 0) {
            int n = in.read(skipped, 0, (int) Math.min(left, skipped.length));
            if (n < 0) {
                return false;
            }
            left -= n;
            size += n;
        }
        return true;
    }
}
