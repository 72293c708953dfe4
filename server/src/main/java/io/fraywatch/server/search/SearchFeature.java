package io.fraywatch.server.search;

import io.dropwizard.core.setup.Environment;
import io.fraywatch.server.web.Pages;
import io.fraywatch.sync.Desk;
import java.time.Clock;
import java.time.ZoneId;

/// Puts up the search page and `/api/search`.
public final class SearchFeature {
    private SearchFeature() {}

    /// @param zone in which days are written
    public static void register(
            Environment environment, Desk desk, Pages pages, Clock clock, ZoneId zone) {
        environment.jersey().register(new SearchResource(desk, pages, clock, zone));
        environment.jersey().register(new SearchApi(desk, clock));
    }
}
