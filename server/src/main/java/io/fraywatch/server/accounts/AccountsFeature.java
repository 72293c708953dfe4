package io.fraywatch.server.accounts;

import io.dropwizard.core.setup.Environment;
import io.fraywatch.mail.AccountName;
import io.fraywatch.server.web.Pages;
import io.fraywatch.sync.Roster;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Predicate;

/// Puts up the page of accounts and `/api/accounts`.
public final class AccountsFeature {
    private AccountsFeature() {}

    /// @param retry has a mailbox tried again at once, and its mails that were set aside asked for
    ///   once more; returns at once, false if there is no such mailbox
    public static void register(
            Environment environment,
            Roster roster,
            Predicate<AccountName> retry,
            Pages pages,
            Clock clock,
            ZoneId zone) {
        environment.jersey().register(new AccountsResource(roster, retry, pages, clock, zone));
        environment.jersey().register(new AccountsApi(roster, clock));
    }
}
