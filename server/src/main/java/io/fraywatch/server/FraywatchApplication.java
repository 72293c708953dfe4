package io.fraywatch.server;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Environment;
import io.fraywatch.flags.Ledger;
import io.fraywatch.mail.AccountName;
import io.fraywatch.server.accounts.AccountsFeature;
import io.fraywatch.server.clients.ClientsFeature;
import io.fraywatch.server.conversations.ConversationsFeature;
import io.fraywatch.server.digest.DigestJob;
import io.fraywatch.server.flags.FlagsFeature;
import io.fraywatch.server.health.HealthApi;
import io.fraywatch.server.health.IndexHealth;
import io.fraywatch.server.health.PassHealth;
import io.fraywatch.server.search.SearchFeature;
import io.fraywatch.server.setup.DigestSetup;
import io.fraywatch.server.setup.LivePolicy;
import io.fraywatch.server.setup.MailboxNotices;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.server.web.Notice;
import io.fraywatch.server.web.Pages;
import io.fraywatch.server.web.Templates;
import io.fraywatch.server.web.Web;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.Desk;
import io.fraywatch.sync.FlagRoll;
import io.fraywatch.sync.Roster;
import io.fraywatch.sync.Turns;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The server: reads as the wiring diagram of everything that runs.
final class FraywatchApplication extends Application<FraywatchConfiguration> {
    private final Setup setup;

    FraywatchApplication(Setup setup) {
        this.setup = setup;
    }

    @Override
    public String getName() {
        return "fraywatch";
    }

    @Override
    public void run(FraywatchConfiguration configuration, Environment environment) {
        Clock clock = setup.clock();
        ZoneId zone = setup.zone();
        LivePolicy policy = new LivePolicy(setup);
        Desk desk = setup.desk(policy);
        Ledger ledger = setup.ledger();
        hideAdmin(environment);
        Templates templates = new Templates();
        Pages pages = Web.install(environment, templates, Set.of());
        Roster roster = setup.roster();
        MailboxNotices mailboxes = new MailboxNotices(roster, clock, zone);
        FlagsFeature.register(
                environment, desk, ledger, () -> notices(policy, mailboxes), pages, clock, zone);
        SearchFeature.register(environment, desk, pages, clock, zone);
        ConversationsFeature.register(
                environment, desk, setup.arranger(), setup.notebook(), pages, clock, zone);
        ClientsFeature.register(
                environment,
                desk,
                pages,
                new ConfiguredClients(setup.file().file(), policy::refresh),
                clock);
        IndexHealth.register(environment, desk);
        PassHealth health = PassHealth.register(environment);
        HealthApi.register(environment);
        DigestSetup digests = new DigestSetup(setup);
        if (digests.sends()) {
            environment
                    .lifecycle()
                    .manage(
                            new DigestJob(
                                    setup.dataDir().resolve("schedule.db"),
                                    digests.digests(templates, desk, ledger, mailboxes),
                                    digests.plan(),
                                    clock));
        }
        RollCall roll = new RollCall(new FlagRoll(desk, ledger), clock);
        Duration every = Duration.ofMinutes(setup.settings().syncEveryMinutes().orElse(5));
        List<Account> accounts = setup.accounts();
        List<AccountName> names = accounts.stream().map(Account::name).toList();
        Keeper keeper =
                new Keeper(
                        setup.passes(),
                        new Turns(),
                        accounts,
                        account -> roll.ask(List.of(account)),
                        health::heard,
                        every,
                        clock);
        AccountsFeature.register(environment, roster, keeper::retry, pages, clock, zone);
        environment.lifecycle().manage(roll);
        environment.lifecycle().manage(keeper);
        environment.lifecycle().manage(new Reloader(policy, () -> roll.ask(names)));
    }

    private static List<Notice> notices(LivePolicy policy, MailboxNotices mailboxes) {
        return Stream.concat(
                        policy.trouble().stream()
                                .map(trouble -> new Notice("The configuration", trouble, "")),
                        mailboxes.get().stream())
                .toList();
    }

    /// Dropwizard's admin pages can start tasks, and the guard at our door doesn't stand before
    /// them.
    private static void hideAdmin(Environment environment) {
        environment
                .admin()
                .addFilter(
                        "hidden",
                        (request, response, chain) ->
                                ((HttpServletResponse) response)
                                        .sendError(HttpServletResponse.SC_NOT_FOUND))
                .addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    }
}
