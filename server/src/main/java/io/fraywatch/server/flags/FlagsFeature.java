package io.fraywatch.server.flags;

import io.dropwizard.core.setup.Environment;
import io.fraywatch.flags.Ledger;
import io.fraywatch.server.web.Notice;
import io.fraywatch.server.web.Pages;
import io.fraywatch.sync.Desk;
import io.fraywatch.sync.HeedingDesk;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/// Puts up today's page, `/api/flags`, and where the user says what they think of flags.
public final class FlagsFeature {
    private FlagsFeature() {}

    /// @param desk tells also what the user doesn't want to hear of; the pages leave it out
    /// @param notices what the user must know before they believe today's page
    /// @param zone where the user's days begin and end
    public static void register(
            Environment environment,
            Desk desk,
            Ledger ledger,
            Supplier<List<Notice>> notices,
            Pages pages,
            Clock clock,
            ZoneId zone) {
        Desk heeding = new HeedingDesk(desk, ledger.feedback()::hush);
        environment.jersey().register(new TodayResource(heeding, notices, pages, clock, zone));
        environment.jersey().register(new FlagsResource(heeding, clock, zone));
        environment.jersey().register(new FeedbackResource(desk, ledger, pages, clock, zone));
    }
}
