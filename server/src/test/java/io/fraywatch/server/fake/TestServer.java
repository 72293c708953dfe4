package io.fraywatch.server.fake;

import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import io.fraywatch.flags.Ledger;
import io.fraywatch.server.accounts.AccountsFeature;
import io.fraywatch.server.clients.ClientsFeature;
import io.fraywatch.server.conversations.ConversationsFeature;
import io.fraywatch.server.flags.FlagsFeature;
import io.fraywatch.server.health.HealthApi;
import io.fraywatch.server.health.IndexHealth;
import io.fraywatch.server.search.SearchFeature;
import io.fraywatch.server.web.Notice;
import io.fraywatch.server.web.Pages;
import io.fraywatch.server.web.Templates;
import io.fraywatch.server.web.Web;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// All pages and the API in front of a given desk, on the morning of [FakeDesk#NOW] in New York.
public class TestServer extends Application<Configuration> {
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final FakeDesk desk;
    private final FakeRoster roster;
    private List<Notice> notices = List.of();

    public TestServer() {
        this(new FakeDesk(), new FakeRoster());
    }

    public TestServer(FakeDesk desk, FakeRoster roster) {
        this.desk = desk;
        this.roster = roster;
    }

    @Override
    public void run(Configuration configuration, Environment environment) {
        Clock clock = Clock.fixed(FakeDesk.NOW, ZONE);
        Pages pages = Web.install(environment, new Templates(), Set.of());
        FlagsFeature.register(environment, desk, ledger(), () -> notices, pages, clock, ZONE);
        SearchFeature.register(environment, desk, pages, clock, ZONE);
        ConversationsFeature.register(
                environment, desk, new FakeArranger(), new FakeNotebook(), pages, clock, ZONE);
        ClientsFeature.register(environment, desk, pages, new FakeBook(desk), clock);
        AccountsFeature.register(environment, roster, roster::retry, pages, clock, ZONE);
        IndexHealth.register(environment, desk);
        HealthApi.register(environment);
    }

    /// From now on this stands on today's page.
    public void notice(Notice notice) {
        notices = List.of(notice);
    }

    private static Ledger ledger() {
        try {
            Path file = Files.createTempDirectory("fraywatch-test").resolve("fraywatch.db");
            return Ledger.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] args) throws Exception {
        new TestServer().run(args);
    }
}
