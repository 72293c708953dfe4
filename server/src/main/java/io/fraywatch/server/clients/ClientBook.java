package io.fraywatch.server.clients;

import io.fraywatch.mail.Client;
import java.io.IOException;
import java.util.List;

/// Where the user's clients are written down.
public interface ClientBook {
    /// Adds clients behind those that are there, all or none. Whether the desk knows them at once
    /// is for it to show.
    ///
    /// @throws IOException if they can't be written; its message says why and the mend
    void add(List<Client> clients) throws IOException;

    /// How these clients would be written down, for somebody to copy.
    String lines(List<Client> clients);
}
