package io.fraywatch.source;

import java.time.Duration;

/// Listens to a mailbox from the moment it is opened until it is closed, whether or not the source
/// it came from is still open. One thread at a time.
public interface Watch extends AutoCloseable {
    /// What ended a wait.
    enum Event {
        /// Something came or went.
        CHANGED,
        /// The line is lost; nothing more will be heard.
        BROKEN,
        /// Nothing was heard in all that time.
        SILENCE
    }

    /// Waits until something is heard that hasn't been told yet.
    Event await(Duration most) throws InterruptedException;

    /// Hangs up at once.
    @Override
    void close();
}
