package io.fraywatch.source.imap;

import io.fraywatch.source.SourceException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The folders that a server doesn't let us read although they were asked for by name. The others
/// are read all the same, save where one of them is a folder without which nothing can be judged:
/// INBOX, Sent and Archive.
final class ShutFolders {
    private final Map<String, String> why = new LinkedHashMap<>();
    private Set<String> needed = Set.of();

    /// Names those that must not be missing.
    void need(Set<String> folders) {
        needed = Set.copyOf(folders);
    }

    /// Takes down that a folder failed.
    ///
    /// @throws SourceException the same if more than this folder failed, or if it is needed
    void note(String folder, SourceException e) throws SourceException {
        if (needed.contains(folder) || !Failures.isOfOneFolder(e)) {
            throw e;
        }
        why.put(folder, String.valueOf(e.getMessage()));
    }

    Map<String, String> all() {
        return why;
    }

    boolean holds(String folder) {
        return why.containsKey(folder);
    }
}
