package io.fraywatch.server.conversations;

import io.dropwizard.core.setup.Environment;
import io.fraywatch.server.web.Pages;
import io.fraywatch.sync.Arranger;
import io.fraywatch.sync.Desk;
import io.fraywatch.sync.Notebook;
import java.time.Clock;
import java.time.ZoneId;

/// Puts up the pages of conversations, the forms that split and merge them and note something about
/// them, and `/api/conversations/{id}`.
public final class ConversationsFeature {
    private ConversationsFeature() {}

    /// @param zone in which dates are written
    public static void register(
            Environment environment,
            Desk desk,
            Arranger arranger,
            Notebook notebook,
            Pages pages,
            Clock clock,
            ZoneId zone) {
        environment.jersey().register(new ConversationResource(desk, arranger, pages, clock, zone));
        environment.jersey().register(new ArrangementResource(arranger, clock));
        environment.jersey().register(new NoteResource(notebook, clock));
    }
}
