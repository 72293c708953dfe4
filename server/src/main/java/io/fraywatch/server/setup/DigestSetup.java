package io.fraywatch.server.setup;

import io.fraywatch.flags.Ledger;
import io.fraywatch.mail.Address;
import io.fraywatch.server.config.DigestSection;
import io.fraywatch.server.config.Settings;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.config.SmtpSection;
import io.fraywatch.server.digest.Delivery;
import io.fraywatch.server.digest.DigestPlan;
import io.fraywatch.server.digest.DigestRenderer;
import io.fraywatch.server.digest.Digests;
import io.fraywatch.server.digest.Postman;
import io.fraywatch.server.digest.SmtpPostman;
import io.fraywatch.server.digest.SmtpServer;
import io.fraywatch.server.web.Notice;
import io.fraywatch.server.web.Templates;
import io.fraywatch.source.Secret;
import io.fraywatch.sync.Desk;
import io.fraywatch.sync.HeedingDesk;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes what digests need out of the configuration.
public final class DigestSetup {
    private static final Duration DELIVERY = Duration.ofMinutes(2);

    private final Setup setup;

    public DigestSetup(Setup setup) {
        this.setup = setup;
    }

    /// Opens the ledger, which is made if need be.
    public Digests digests(Templates templates) {
        return digests(
                templates,
                setup.desk(),
                setup.ledger(),
                new MailboxNotices(setup.roster(), setup.clock(), setup.zone()));
    }

    /// @param desk tells also what the user doesn't want to hear of; the digest leaves it out
    /// @param notices what must be known before a digest of today is believed
    public Digests digests(
            Templates templates, Desk desk, Ledger ledger, Supplier<List<Notice>> notices) {
        return new Digests(
                new HeedingDesk(desk, ledger.feedback()::hush),
                notices,
                ledger.outbox(),
                postman(),
                new DigestRenderer(
                        templates,
                        URI.create("http://127.0.0.1:" + setup.settings().port()),
                        setup.zone()),
                plan(),
                setup.clock());
    }

    /// Who gets it and when; without `digest: to` it is the user, at the first of their own
    /// addresses.
    public DigestPlan plan() {
        Settings settings = setup.settings();
        DigestSection digest = settings.digestOrDefault();
        Address recipient =
                Address.of(digest.to().orElse(settings.accounts().getFirst().me().getFirst()));
        Address from = settings.smtp().map(SmtpSection::sender).orElse(recipient);
        return new DigestPlan(from, recipient, digest.time(), digest.daysOfWeek(), setup.zone());
    }

    /// Whether digests go out by themselves.
    public boolean sends() {
        return setup.settings().smtp().isPresent()
                && setup.settings().digestOrDefault().to().isPresent();
    }

    private Postman postman() {
        Optional<SmtpSection> smtp = setup.settings().smtp();
        return smtp.isPresent()
                ? new SmtpPostman(server(smtp.get(), setup.file()), DELIVERY)
                : (mail, from, recipient) ->
                        new Delivery.Never(
                                "no smtp server is configured; add an 'smtp' section to "
                                        + setup.file().file());
    }

    private static SmtpServer server(SmtpSection smtp, SettingsFile file) {
        Optional<SmtpServer.Login> login =
                smtp.username()
                        .map(name ->
                                new SmtpServer.Login(
                                        name,
                                        smtp.passwordFile()
                                                .map(path -> Secret.file(file.resolve(path)))
                                                .orElseGet(() ->
                                                        Secret.environment(
                                                                smtp.passwordEnv()
                                                                        .orElseThrow()))));
        SmtpServer.Protection protection =
                switch (smtp.tlsOrDefault()) {
                    case IMPLICIT -> SmtpServer.Protection.IMPLICIT;
                    case STARTTLS -> SmtpServer.Protection.STARTTLS;
                    case NONE -> SmtpServer.Protection.NONE;
                };
        return new SmtpServer(smtp.host(), smtp.portOrDefault(), protection, login);
    }
}
