package io.fraywatch.source;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How far a mailbox has been read: one mark per folder, whose meaning only its source knows.
///
/// @param marks folder name to mark
public record Cursor(SortedMap<String, String> marks) {
    public static final Cursor START = new Cursor(new TreeMap<>());

    public Cursor {
        marks = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(marks));
    }

    public Cursor(Map<String, String> marks) {
        this(new TreeMap<>(marks));
    }

    /// This cursor with one folder's mark set anew.
    public Cursor with(String folder, String mark) {
        TreeMap<String, String> next = new TreeMap<>(marks);
        next.put(folder, mark);
        return new Cursor(next);
    }

    /// This cursor without the mark of a folder.
    public Cursor without(String folder) {
        TreeMap<String, String> next = new TreeMap<>(marks);
        next.remove(folder);
        return new Cursor(next);
    }
}
