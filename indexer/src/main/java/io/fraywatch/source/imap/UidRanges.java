package io.fraywatch.source.imap;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// UIDs as a server names them in sequence sets (RFC 9051 §9), however many they are.
final class UidRanges {
    private static final int LONGEST_UID = 10;

    /// First UID of each range to its last; no two touch.
    private final NavigableMap<Long, Long> ranges = new TreeMap<>();

    /// Adds a set; what can't be read of it counts as not said.
    void add(String set) {
        for (String range : set.strip().split(",", -1)) {
            String[] ends = range.split(":", 2);
            if (Stream.of(ends).allMatch(UidRanges::isUid)) {
                long one = Long.parseLong(ends[0]);
                long other = Long.parseLong(ends[ends.length - 1]);
                add(Math.min(one, other), Math.max(one, other));
            }
        }
    }

    private static boolean isUid(String word) {
        return !word.isEmpty()
                && word.length() <= LONGEST_UID
                && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void add(long first, long last) {
        long from = first;
        long to = last;
        Map.Entry<Long, Long> near = ranges.floorEntry(to);
        while (near != null && near.getValue() >= from) {
            from = Math.min(from, near.getKey());
            to = Math.max(to, near.getValue());
            ranges.remove(near.getKey());
            near = ranges.floorEntry(to);
        }
        ranges.put(from, to);
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    boolean contains(long uid) {
        Map.Entry<Long, Long> near = ranges.floorEntry(uid);
        return near != null && uid <= near.getValue();
    }
}
