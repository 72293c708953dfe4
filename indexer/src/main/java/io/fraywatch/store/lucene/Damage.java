package io.fraywatch.store.lucene;

import org.apache.lucene.store.AlreadyClosedException;

/// How a damaged index shows itself where it doesn't say so.
final class Damage {
    private Damage() {}

    /// Whether an error arose in reading, where bytes may be other than they were written, and not
    /// in what others do with what was read. Only then is a check worth reading the whole index.
    static boolean mayShowAs(RuntimeException e) {
        if (e instanceof AlreadyClosedException) {
            return false;
        }
        for (StackTraceElement frame : e.getStackTrace()) {
            String by = frame.getClassName();
            if (by.startsWith("org.apache.lucene.")
                    || by.startsWith("io.fraywatch.store.lucene.")) {
                return true;
            }
            if (by.startsWith("io.fraywatch.") && !by.startsWith("io.fraywatch.mail.")) {
                return false;
            }
        }
        return false;
    }
}
