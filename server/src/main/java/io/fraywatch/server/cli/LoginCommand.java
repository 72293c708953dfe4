package io.fraywatch.server.cli;

import io.fraywatch.server.config.AccountSettings;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.setup.Logins;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.oauth.DeviceLogin;
import io.fraywatch.source.oauth.LoopbackLogin;
import io.fraywatch.source.oauth.OAuthClient;
import java.io.IOException;
import java.time.Duration;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/// `login`: lets the user agree, once, that a mailbox may be read by OAuth.
final class LoginCommand implements Command {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "login";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("log in to a mailbox that is read by OAuth (Gmail, Microsoft 365)");
        parser.addArgument("account").metavar("ACCOUNT").help("its name in the configuration");
        parser.addArgument("--device")
                .action(Arguments.storeTrue())
                .help("with a code on another device, for machines without a browser");
    }

    @Override
    public Exit run(Call call) throws Exception {
        SettingsFile file = call.settings();
        AccountSettings account = Accounts.named(call.required("account"), file);
        if (account.oauth().isEmpty()) {
            throw new Failure(
                    Exit.USAGE,
                    "account '"
                            + account.name()
                            + "' has no 'oauth' in "
                            + file.file()
                            + ", so there is nothing to log in to; see accounts.oauth in"
                            + " config/fraywatch.example.yml");
        }
        try (OAuthClient client = Logins.client(account, file)) {
            OAuthClient.Tokens tokens =
                    call.flag("device")
                            ? withCode(client, call.console())
                            : withBrowser(client, call.console());
            keep(tokens, account, file);
        }
        call.console().say("Logged in. Try it: scripts/fraywatch sync --account " + account.name());
        return Exit.DONE;
    }

    private static OAuthClient.Tokens withBrowser(OAuthClient client, Console console)
            throws IOException, SourceException, InterruptedException {
        try (LoopbackLogin login = new LoopbackLogin(client)) {
            console.say("Open this page in a browser on this machine, and agree:");
            console.say("");
            console.say("  " + login.page());
            console.say("");
            return login.await(PATIENCE);
        }
    }

    private static OAuthClient.Tokens withCode(OAuthClient client, Console console)
            throws SourceException, InterruptedException {
        DeviceLogin login = DeviceLogin.start(client, Thread::sleep);
        console.say("Open " + login.page() + " on any device, and type the code " + login.code());
        return login.await();
    }

    private static void keep(OAuthClient.Tokens tokens, AccountSettings account, SettingsFile file)
            throws SourceException {
        if (tokens.refresh().isEmpty()) {
            throw new SourceException(
                    SourceException.Kind.MISCONFIGURED,
                    "The provider let '" + account.name() + "' in for an hour only",
                    "Allow offline access for your registered application, then log in again.",
                    null);
        }
        Logins.kept(account, file).write(tokens.refresh().get());
    }
}
