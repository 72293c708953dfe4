package io.fraywatch.server.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.analyze.Thresholds;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.ClientId;
import io.fraywatch.server.config.Nearest;
import io.fraywatch.server.config.Settings;
import io.fraywatch.server.setup.Embeddings;
import io.fraywatch.server.setup.Setup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Subparser;

/// `check`: whether the configuration is right, without asking any server.
final class CheckCommand implements Command {
    /// The answer in JSON.
    ///
    /// @param embeddings the embedding model that is asked about sentences; left out without one
    @JsonPropertyOrder({"v", "ok", "file", "accounts", "clients", "embeddings"})
    private record Checked(
            int v,
            boolean ok,
            String file,
            int accounts,
            int clients,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String embeddings) {}

    /// One threshold that holds for a client.
    ///
    /// @param origin which place set it: `built-in`, `thresholds`, `tier NAME`, `client ID`,
    ///   `contact ADDRESS`, each perhaps with `, preset NAME`; or what the alert budget came to
    @JsonPropertyOrder({"v", "client", "threshold", "value", "origin"})
    private record Explained(int v, String client, String threshold, Object value, String origin) {}

    private final Serving serving;

    CheckCommand(Serving serving) {
        this.serving = serving;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("validate the configuration");
        parser.addArgument("--explain")
                .metavar("CLIENT")
                .help(
                        "show each threshold that holds for a client, or for one of their people by address, and where it comes from");
    }

    @Override
    public Exit run(Call call) throws Exception {
        Setup setup = call.setup();
        setup.file().checkSecrets();
        serving.check(setup.file());
        Embeddings embeddings = setup.embeddings();
        if (call.text("explain").isPresent()) {
            explain(call.required("explain"), setup, call.console());
            return Exit.DONE;
        }
        Settings settings = setup.settings();
        String file = setup.file().file().toString();
        call.console()
                .say(
                        file
                                + " is right: "
                                + count(settings.accounts().size(), "mailbox", "mailboxes")
                                + ", "
                                + count(settings.clients().size(), "named client", "named clients")
                                + ".");
        if (setup.settings().embeddings().isPresent()) {
            call.console().say("Embeddings " + embeddings.inWords() + ".");
        }
        call.console()
                .emit(
                        new Checked(
                                1,
                                true,
                                file,
                                settings.accounts().size(),
                                settings.clients().size(),
                                embeddings.reading()));
        return Exit.DONE;
    }

    /// @param who a client's id, or the address of one of their people
    private static void explain(String who, Setup setup, Console console) throws Failure {
        Optional<Address> person =
                who.contains("@") ? Optional.of(Address.of(who)) : Optional.empty();
        String client =
                person.flatMap(setup.settings().clientDirectory()::clientOf)
                        .map(owner -> owner.id().value())
                        .orElse(who);
        requireKnown(client, setup);
        Thresholds.Resolved resolved = setup.thresholds(Optional.of(new ClientId(client)), person);
        Map<String, Object> values = ThresholdValues.of(resolved.thresholds());
        console.say(
                console.terminal()
                        .bold(String.format("%-32s %8s  %s", "threshold", "value", "set by")));
        resolved.origins()
                .forEach((key, origin) -> {
                    Object value = values.getOrDefault(key, "");
                    console.emit(new Explained(1, client, key, value, origin));
                    console.say(String.format("%-32s %8s  %s", key, value, origin));
                });
    }

    private static void requireKnown(String client, Setup setup) throws Failure {
        List<String> known = setup.settings().clients().stream().map(named -> named.id()).toList();
        boolean anybody = setup.settings().clientsFromMail().orElse(true);
        Optional<String> near = Nearest.to(client, known);
        boolean slip = anybody && !client.contains(".") && near.isPresent();
        if (!known.contains(client) && (!anybody || slip)) {
            throw new Failure(
                    Exit.USAGE,
                    "there is no client '"
                            + client
                            + "' in "
                            + setup.file().file()
                            + near.map(name -> "; did you mean '" + name + "'?").orElse(""));
        }
    }

    private static String count(int n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }
}
