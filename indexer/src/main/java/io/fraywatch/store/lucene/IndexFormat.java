package io.fraywatch.store.lucene;

import io.fraywatch.mail.AccountName;
import io.fraywatch.store.StoreException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// What a commit carries besides its documents: the version of our format, and the caller's marks.
final class IndexFormat {
    /// Raised whenever fields or [Packing] change, so that an older index is built anew instead of
    /// misread.
    static final String CURRENT = "3";

    private static final String VERSION = "format";
    private static final String MARK = "mark:";

    private IndexFormat() {}

    static Map<String, String> commitData(Map<String, String> marks) {
        Map<String, String> data = new HashMap<>();
        data.put(VERSION, CURRENT);
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

    static void check(AccountName account, Map<String, String> commitData) throws StoreException {
        String version = commitData.getOrDefault(VERSION, "unknown");
        if (!version.equals(CURRENT)) {
            throw outdated(account, "version " + version, null);
        }
    }

    static StoreException outdated(
            AccountName account, String found, @org.jspecify.annotations.Nullable Throwable cause) {
        return new StoreException(
                "the index of account '"
                        + account
                        + "' was made by another Fraywatch ("
                        + found
                        + ", this one reads version "
                        + CURRENT
                        + "); run `fraywatch rebuild` to build it anew from the mailbox",
                cause);
    }
}
