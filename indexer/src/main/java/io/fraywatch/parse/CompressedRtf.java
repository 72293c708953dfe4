package io.fraywatch.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Undoes the packing of Outlook's RTF bodies (MS-OXRTFCP): references into the last 4 KiB, which
/// begin filled with what every RTF holds.
final class CompressedRtf {
    private static final int HEADER = 16;
    private static final int WINDOW = 4096;
    private static final int STORED = 0x414C454D;
    private static final int PACKED = 0x75465A4C;
    private static final byte[] BEGINNING =
            ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss"
                            + " \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New"
                            + " RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n"
                            + "\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
                    .getBytes(StandardCharsets.US_ASCII);

    private CompressedRtf() {}

    /// The RTF's first bytes, at most so many; empty when these bytes are something else.
    static byte[] unpack(byte[] packed, int most) {
        if (packed.length < HEADER) {
            return new byte[0];
        }
        int size = Math.clamp(Integer.toUnsignedLong(MapiProperties.int32(packed, 4)), 0, most);
        return switch (MapiProperties.int32(packed, 8)) {
            case STORED ->
                    Arrays.copyOfRange(packed, HEADER, Math.min(packed.length, HEADER + size));
            case PACKED -> unpackAll(packed, size);
            default -> new byte[0];
        };
    }

    private static byte[] unpackAll(byte[] packed, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(size, packed.length * 4));
        byte[] window = Arrays.copyOf(BEGINNING, WINDOW);
        int end = BEGINNING.length;
        int at = HEADER;
        int flags = 1;
        while (at + 1 < packed.length && out.size() < size) {
            if (flags == 1) {
                flags = (packed[at++] & 0xFF) | 0x100;
            }
            boolean reference = (flags & 1) == 1;
            flags >>= 1;
            int from = end;
            int length = 1;
            if (!reference) {
                window[end] = packed[at++];
            } else if (at + 1 < packed.length) {
                int token = (packed[at] & 0xFF) << 8 | (packed[at + 1] & 0xFF);
                at += 2;
                from = token >> 4;
                length = (token & 0xF) + 2;
            }
            if (reference && from == end) {
                break;
            }
            for (int i = 0; i < length && out.size() < size; i++) {
                byte next = window[(from + i) % WINDOW];
                out.write(next);
                window[end] = next;
                end = (end + 1) % WINDOW;
            }
        }
        return out.toByteArray();
    }
}
