package io.fraywatch.server.cli;

import io.fraywatch.server.config.SettingsException;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.setup.Setup;

/// Serves pages and keeps the mailboxes in sync.
public interface Serving {
    /// Makes sure that the sections of the configuration that are the server's own are right.
    void check(SettingsFile settings) throws SettingsException;

    /// Begins; the server goes on in threads of its own until [Served#close].
    ///
    /// @throws Exception if it can't start, for instance because its port is taken
    Served start(Setup setup) throws Exception;

    /// A server at work.
    interface Served extends AutoCloseable {
        /// The port it listens on.
        int port();

        /// Waits until it has ended.
        void join() throws InterruptedException;

        /// Ends it, letting running work come to its end.
        @Override
        void close();
    }
}
