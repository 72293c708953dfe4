package io.fraywatch.server;

import io.fraywatch.mail.Client;
import io.fraywatch.server.clients.ClientBook;
import io.fraywatch.server.config.ClientsSection;
import io.fraywatch.server.config.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The clients of the configuration file.
///
/// @param reread called once the file has changed, to read it at once
record ConfiguredClients(Path file, Runnable reread) implements ClientBook {
    @Override
    public void add(List<Client> clients) throws IOException {
        try {
            ClientsSection.add(file, clients);
            reread.run();
        } catch (SettingsException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public String lines(List<Client> clients) {
        return ClientsSection.lines(clients);
    }
}
