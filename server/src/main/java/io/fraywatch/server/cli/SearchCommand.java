package io.fraywatch.server.cli;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Client;
import io.fraywatch.query.QueryException;
import io.fraywatch.server.json.SearchJson;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.store.Entry;
import io.fraywatch.store.Hits;
import io.fraywatch.sync.Desk;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import net.sourceforge.argparse4j.inf.Subparser;

/// `search`: finds mails by our search language.
final class SearchCommand implements Command {
    private static final int MOST = 1_000;
    private static final int DEEPEST = 100_000;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("find mails: words, \"phrases\", from: to: client: subject: before: after:");
        parser.addArgument("query").nargs("+").help("what to look for");
        parser.addArgument("--limit")
                .type(Integer.class)
                .setDefault(20)
                .metavar("N")
                .help("at most so many, up to 1000 (default 20)");
        parser.addArgument("--offset")
                .type(Integer.class)
                .setDefault(0)
                .metavar("N")
                .help("skip so many (default 0)");
        parser.addArgument("--sort")
                .choices("relevance", "newest", "oldest")
                .setDefault("relevance")
                .help("order (default relevance)");
    }

    @Override
    public Exit run(Call call) throws Exception {
        Setup setup = call.setup();
        String query = String.join(" ", call.list("query"));
        int limit = between(1, MOST, call.number("limit").orElse(20), "--limit");
        int offset = between(0, DEEPEST, call.number("offset").orElse(0), "--offset");
        Hits.Sort sort = Hits.Sort.valueOf(call.required("sort").toUpperCase(Locale.ROOT));
        long started = System.nanoTime();
        Desk.Found found = find(setup.desk(), query, sort, offset, limit);
        SearchJson json =
                SearchJson.of(query, found, Duration.ofNanos(System.nanoTime() - started));
        call.console().emit(json.head());
        json.hits().forEach(call.console()::emit);
        call.console()
                .say(
                        found.total()
                                + (found.total() == 1 ? " mail" : " mails")
                                + (found.complete()
                                        ? ""
                                        : " or more; time ran out before everything was looked at"));
        found.mails().forEach(mail -> say(mail, call.console(), setup.zone()));
        return found.complete() ? Exit.DONE : Exit.PARTLY;
    }

    private static Desk.Found find(Desk desk, String query, Hits.Sort sort, int offset, int limit)
            throws Exception {
        try {
            return desk.search(query, sort, offset, limit);
        } catch (QueryException e) {
            throw new Failure(
                    Exit.USAGE,
                    "this search can't be understood at character "
                            + (e.position() + 1)
                            + ": "
                            + e.getMessage());
        }
    }

    private static int between(int least, int most, int value, String option) throws Failure {
        if (value < least || value > most) {
            throw new Failure(
                    Exit.USAGE,
                    option
                            + " "
                            + value
                            + " is out of range; give one between "
                            + least
                            + " and "
                            + most);
        }
        return value;
    }

    private static void say(Desk.FoundMail mail, Console console, ZoneId zone) {
        Entry entry = mail.hit().entry();
        String head =
                LocalDate.ofInstant(entry.sentAt(), zone)
                        + "  "
                        + entry.headers().author().map(Address::display).orElse("nobody")
                        + mail.client()
                                .map(Client::name)
                                .map(client -> " (" + client + ")")
                                .orElse("")
                        + ": "
                        + entry.headers().subject();
        console.say("");
        console.say(console.terminal().bold(Wrapping.shorten(head, console.terminal().width())));
        console.sayWrapped(4, mail.hit().snippet());
        console.say(console.terminal().dim("    " + entry.conversation()));
    }
}
