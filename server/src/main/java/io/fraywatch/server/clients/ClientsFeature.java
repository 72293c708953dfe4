package io.fraywatch.server.clients;

import io.dropwizard.core.setup.Environment;
import io.fraywatch.server.web.Pages;
import io.fraywatch.sync.Desk;
import java.time.Clock;

/// Puts up the page of clients.
public final class ClientsFeature {
    private ClientsFeature() {}

    /// @param book where those the user chooses are written down
    public static void register(
            Environment environment, Desk desk, Pages pages, ClientBook book, Clock clock) {
        environment.jersey().register(new ClientsResource(desk, pages, book, clock));
    }
}
