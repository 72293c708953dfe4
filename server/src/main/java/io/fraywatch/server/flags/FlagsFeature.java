package io.fraywatch.server.flags;

import io.dropwizard.core.setup.Environment;
import io.fraywatch.server.web.Pages;
import io.fraywatch.sync.Desk;
import java.time.Clock;
import java.time.ZoneId;

/// Puts up today's page and `/api/flags`.
public final class FlagsFeature {
    private FlagsFeature() {}

    /// @param zone where the user's days begin and end
    public static void register(
            Environment environment, Desk desk, Pages pages, Clock clock, ZoneId zone) {
        environment.jersey().register(new TodayResource(desk, pages, clock, zone));
        environment.jersey().register(new FlagsResource(desk, clock, zone));
    }
}
