package io.fraywatch.server.cli;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Client;
import io.fraywatch.people.OwnAddress;
import io.fraywatch.people.Suggestion;
import io.fraywatch.server.config.ClientsSection;
import io.fraywatch.server.config.Nearest;
import io.fraywatch.server.config.SettingsException;
import io.fraywatch.server.json.ClientJson;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.store.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Subparser;

/// `clients`: who the clients are, and who else may be one by the mail; on a screen it asks which
/// of them to write into the configuration.
final class ClientsCommand implements Command {
    @Override
    public String name() {
        return "clients";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("your clients, and who else may be one by your mail")
                .description(
                        "Lists the clients you named and suggests others. On a terminal it asks"
                                + " which to write into the configuration; --add does so without"
                                + " asking.");
        parser.addArgument("--add")
                .metavar("ID")
                .nargs("+")
                .help("write these suggestions into the configuration; `all` for all of them");
    }

    @Override
    public Exit run(Call call) throws Exception {
        Setup setup = call.setup();
        List<Suggestion> all = setup.desk().clients(call.clock().instant());
        List<Suggestion> suggested = all.stream().filter(each -> !each.named()).toList();
        if (!call.list("add").isEmpty()) {
            add(call, byId(call.list("add"), suggested));
            return Exit.DONE;
        }
        all.forEach(each -> call.console().emit(ClientJson.of(each)));
        say(call.console(), all, suggested);
        remarkOwnAddresses(call, setup);
        boolean asks = call.console().terminal().live() && !call.console().json();
        if (asks && !suggested.isEmpty()) {
            add(call, chosen(call, suggested, lines(call)));
        }
        return Exit.DONE;
    }

    private static BufferedReader lines(Call call) {
        return new BufferedReader(
                new InputStreamReader(call.console().in(), StandardCharsets.UTF_8));
    }

    /// Suggests clients, asks which are, and writes those down.
    ///
    /// @param lines what is typed
    static void offer(Call call, Setup setup, BufferedReader lines)
            throws StoreException, SettingsException, IOException {
        List<Suggestion> suggested =
                setup.desk().clients(call.clock().instant()).stream()
                        .filter(each -> !each.named())
                        .toList();
        say(call.console(), suggested, suggested);
        remarkOwnAddresses(call, setup);
        if (!suggested.isEmpty()) {
            add(call, chosen(call, suggested, lines));
        }
    }

    private static void say(Console console, List<Suggestion> all, List<Suggestion> suggested) {
        List<Suggestion> named = all.stream().filter(Suggestion::named).toList();
        if (!named.isEmpty()) {
            console.say(console.terminal().bold("Your clients"));
            named.forEach(each -> say(console, "  ", each));
            console.say("");
        }
        if (suggested.isEmpty()) {
            console.say(
                    "Nobody else looks like a client: nobody you didn't name writes with you both"
                            + " ways.");
            return;
        }
        console.say(console.terminal().bold("They may be clients, too"));
        for (int i = 0; i < suggested.size(); i++) {
            say(console, String.format("%3d  ", i + 1), suggested.get(i));
        }
    }

    private static void say(Console console, String lead, Suggestion each) {
        Client client = each.client();
        List<String> who = new ArrayList<>(client.domains().stream().sorted().toList());
        who.addAll(client.addresses().stream().sorted().toList());
        console.say(
                lead
                        + client.name()
                        + " "
                        + console.terminal().dim("(" + String.join(", ", who) + ")"));
        console.sayWrapped(lead.length(), each.reason() + "; " + each.where().words());
    }

    static void remarkOwnAddresses(Call call, Setup setup) throws StoreException {
        for (Map.Entry<AccountName, List<OwnAddress>> account :
                setup.desk().ownAddresses().entrySet()) {
            for (OwnAddress own : account.getValue()) {
                call.console()
                        .remark(
                                own.address()
                                        + " seems to be yours, too ("
                                        + own.evidence()
                                        + "): add it under 'me' of account '"
                                        + account.getKey()
                                        + "', or its mails count as a client's.");
            }
        }
    }

    private static List<Suggestion> byId(List<String> ids, List<Suggestion> suggested)
            throws Failure {
        if (ids.equals(List.of("all"))) {
            return suggested;
        }
        List<String> known = suggested.stream().map(s -> s.client().id().value()).toList();
        List<Suggestion> chosen = new ArrayList<>();
        for (String id : ids) {
            int at = known.indexOf(id);
            if (at < 0) {
                throw new Failure(
                        Exit.USAGE,
                        "nobody called '"
                                + id
                                + "' is suggested; "
                                + Nearest.to(id, known)
                                        .map(near -> "did you mean '" + near + "'?")
                                        .orElse("`fraywatch clients` lists who is"));
            }
            chosen.add(suggested.get(at));
        }
        return chosen;
    }

    private static List<Suggestion> chosen(
            Call call, List<Suggestion> suggested, BufferedReader lines) throws IOException {
        while (true) {
            call.console()
                    .remark(
                            "Which are clients? Numbers such as 1 3-5, `all`, or nothing for"
                                    + " none:");
            call.console().flush();
            String answer = Optional.ofNullable(lines.readLine()).orElse("").strip();
            Optional<List<Integer>> numbers = numbers(answer, suggested.size());
            if (numbers.isPresent()) {
                return numbers.get().stream().map(number -> suggested.get(number - 1)).toList();
            }
            call.console()
                    .remark(
                            "'"
                                    + answer
                                    + "' isn't that; numbers go from 1 to "
                                    + suggested.size());
        }
    }

    /// The numbers an answer names, each once; empty when it can't be understood.
    static Optional<List<Integer>> numbers(String answer, int most) {
        if (answer.equalsIgnoreCase("all")) {
            return Optional.of(java.util.stream.IntStream.rangeClosed(1, most).boxed().toList());
        }
        List<Integer> numbers = new ArrayList<>();
        for (String part :
                Arrays.stream(answer.split("[ ,;]+", -1)).filter(p -> !p.isEmpty()).toList()) {
            if (!part.matches("\\d{1,4}(-\\d{1,4})?")) {
                return Optional.empty();
            }
            int dash = part.indexOf('-');
            int from = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
            int to = dash < 0 ? from : Integer.parseInt(part.substring(dash + 1));
            if (from < 1 || to > most || from > to) {
                return Optional.empty();
            }
            for (int number = from; number <= to; number++) {
                if (!numbers.contains(number)) {
                    numbers.add(number);
                }
            }
        }
        return Optional.of(numbers);
    }

    private static void add(Call call, List<Suggestion> chosen)
            throws SettingsException, IOException {
        if (chosen.isEmpty()) {
            return;
        }
        List<Client> clients = chosen.stream().map(Suggestion::client).toList();
        Path backup = ClientsSection.add(call.configFile(), clients);
        chosen.forEach(each -> call.console().emit(ClientJson.of(each)));
        call.console()
                .say(
                        "Wrote "
                                + String.join(", ", clients.stream().map(Client::name).toList())
                                + " into "
                                + call.configFile()
                                + "; the file as it was is "
                                + backup.getFileName()
                                + ".");
    }
}
