package io.fraywatch.server.fake;

import io.fraywatch.mail.Client;
import io.fraywatch.server.clients.ClientBook;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Remembers who was written down, tells the desk of them, and refuses to take anybody twice.
final class FakeBook implements ClientBook {
    private final Set<String> written = new HashSet<>();
    private final FakeDesk desk;

    FakeBook(FakeDesk desk) {
        this.desk = desk;
    }

    @Override
    public void add(List<Client> clients) throws IOException {
        for (Client client : clients) {
            if (!written.add(client.id().value())) {
                throw new IOException(client.id() + " stands there already");
            }
            desk.named(client.id().value());
        }
    }

    @Override
    public String lines(List<Client> clients) {
        return clients.stream()
                .map(client -> "  - id: " + client.id())
                .collect(Collectors.joining("\n", "clients:\n", "\n"));
    }
}
