package io.fraywatch.parse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The properties of a mail or a file as Outlook lists them (MS-OXTNEF §2.1.3.4, types of
/// MS-OXCDATA §2.11.1). A list that is broken or cut short is read up to there.
final class MapiProperties {
    private static final int MULTIPLE = 0x1000;
    private static final int FIRST_NAMED = 0x8000;
    private static final int GUID = 16;
    private static final int UNICODE = 0x1F;

    private final byte[] list;
    private final Map<Integer, Value> values = new HashMap<>();
    private int at = 4;

    /// Where a value stands in the list.
    ///
    /// @param size its bytes as announced, more than there are where the list was cut short
    private record Value(int type, int start, int end, long size) {}

    MapiProperties(byte[] list) {
        this.list = list;
        long count = list.length < 4 ? 0 : Integer.toUnsignedLong(int32(list, 0));
        while (count > 0 && property()) {
            count--;
        }
    }

    /// Little-endian, as all numbers here.
    static int int32(byte[] bytes, int at) {
        return (bytes[at] & 0xFF)
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }

    /// A value as text, empty when there is none.
    ///
    /// @param charset of text that isn't Unicode, empty when unknown
    String text(int id, String charset) {
        Value value = values.get(id);
        if (value == null) {
            return "";
        }
        byte[] bytes = Arrays.copyOfRange(list, value.start, value.end);
        String text =
                value.type == UNICODE
                        ? new String(bytes, StandardCharsets.UTF_16LE)
                        : Charsets.decode(bytes, bytes.length, charset);
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }

    /// A value's bytes, none when there is none.
    byte[] bytes(int id) {
        Value value = values.get(id);
        return value == null ? new byte[0] : Arrays.copyOfRange(list, value.start, value.end);
    }

    /// A value as a number, 0 when there is none.
    int number(int id) {
        Value value = values.get(id);
        return value == null || value.end - value.start < 4 ? 0 : int32(list, value.start);
    }

    /// How many bytes a value has.
    long size(int id) {
        Value value = values.get(id);
        return value == null ? 0 : value.size;
    }

    private boolean property() {
        if (left() < 4) {
            return false;
        }
        int type = int32(list, at) & 0xFFFF;
        int id = int32(list, at) >>> 16;
        at += 4;
        boolean named = id >= FIRST_NAMED;
        return (!named || skipName()) && values(id, type);
    }

    private boolean skipName() {
        if (left() < GUID + 8) {
            return false;
        }
        int kind = int32(list, at + GUID);
        long length = Integer.toUnsignedLong(int32(list, at + GUID + 4));
        at += GUID + 8;
        return kind == 0 || skip(length);
    }

    private boolean values(int id, int type) {
        int fixed = width(type & ~MULTIPLE);
        if (fixed == 0) {
            return true;
        }
        boolean counted = fixed < 0 || (type & MULTIPLE) != 0;
        long count = counted ? length() : 1;
        for (long i = 0; i < count; i++) {
            long size = fixed < 0 ? length() : fixed;
            int start = at;
            if (left() <= 0 || size < 0) {
                return false;
            }
            boolean whole = skip(size);
            if (i == 0) {
                int end = (int) Math.min(start + size, list.length);
                values.putIfAbsent(id, new Value(type & ~MULTIPLE, start, end, size));
            }
            if (!whole) {
                return false;
            }
        }
        return true;
    }

    /// Bytes of a value; -1 where its length stands before it.
    private static int width(int type) {
        return switch (type) {
            case 0x01 -> 0;
            case 0x02, 0x03, 0x04, 0x0A, 0x0B -> 4;
            case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
            case 0x48 -> GUID;
            default -> -1;
        };
    }

    /// The length at the cursor; -1 when there is none.
    private long length() {
        if (left() < 4) {
            return -1;
        }
        at += 4;
        return Integer.toUnsignedLong(int32(list, at - 4));
    }

    private int left() {
        return list.length - at;
    }

    /// Steps over bytes filled up to four; false when there are fewer.
    private boolean skip(long size) {
        long padded = (size + 3) / 4 * 4;
        boolean whole = padded <= left();
        at += (int) Math.min(padded, left());
        return whole;
    }
}
