package io.fraywatch.store.lucene;

import io.fraywatch.mail.AccountName;
import io.fraywatch.store.StoreException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a commit carries besides its documents: the version of our format, how texts were read,
/// whether a whole pass is in, and the caller's marks.
final class IndexFormat {
    /// Raised whenever what is kept of a mail changes: fields, [Packing], or what parser and reader
    /// make of a mail. An older index is built anew beside, and shown until that is done.
    static final int CURRENT = 5;

    /// Raised to [#CURRENT] with a change of shape, in which older bytes would be misread.
    static final int OLDEST_READABLE = 3;

    private static final String VERSION = "format";
    private static final String READING = "reading";
    private static final String WHOLE = "whole";
    private static final String MARK = "mark:";

    private IndexFormat() {}

    /// @param reading how texts were read, as the store was told; empty for the usual way
    static Map<String, String> commitData(
            Map<String, String> marks, boolean whole, String reading) {
        Map<String, String> data = new HashMap<>();
        data.put(VERSION, Integer.toString(CURRENT));
        if (!reading.isEmpty()) {
            data.put(READING, reading);
        }
        if (whole) {
            data.put(WHOLE, "yes");
        }
        marks.forEach((name, value) -> data.put(MARK + name, value));
        return data;
    }

    static Map<String, String> marks(Map<String, String> commitData) {
        Map<String, String> marks = new TreeMap<>();
        commitData.forEach((name, value) -> {
            if (name.startsWith(MARK)) {
                marks.put(name.substring(MARK.length()), value);
            }
        });
        return Map.copyOf(marks);
    }

    /// Whether everything the mailbox held was in it once, so that it may take another's place.
    static boolean isWhole(Map<String, String> commitData) {
        return commitData.containsKey(WHOLE);
    }

    static String reading(Map<String, String> commitData) {
        return commitData.getOrDefault(READING, "");
    }

    static boolean isCurrent(Map<String, String> commitData) {
        return version(commitData) == CURRENT;
    }

    static boolean isReadable(Map<String, String> commitData) {
        int version = version(commitData);
        return version >= OLDEST_READABLE && version <= CURRENT;
    }

    private static int version(Map<String, String> commitData) {
        try {
            return Integer.parseInt(commitData.getOrDefault(VERSION, ""));
        } catch (NumberFormatException unknown) {
            return -1;
        }
    }

    static StoreException outdated(AccountName account, @Nullable Throwable cause) {
        return new StoreException(
                "the index of account '"
                        + account
                        + "' was made by another Fraywatch and can't be read by this one (versions "
                        + OLDEST_READABLE
                        + " to "
                        + CURRENT
                        + "); the server builds it anew from the mailbox by itself, `fraywatch rebuild` does so at once",
                cause);
    }
}
