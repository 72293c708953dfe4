package io.fraywatch.server.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.server.web.Words;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.SyncReport;
import io.fraywatch.sync.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/// `sync`: one pass over the mailboxes, or with `--watch` one whenever something happens there, and
/// every few minutes.
final class SyncCommand implements Command {
    /// The report in JSON.
    @JsonPropertyOrder({
        "v",
        "account",
        "fetched",
        "indexed",
        "duplicates",
        "quarantined",
        "removed",
        "seconds",
        "cursor",
        "shutFolders"
    })
    private record Synced(
            int v,
            String account,
            long fetched,
            long indexed,
            long duplicates,
            long quarantined,
            long removed,
            double seconds,
            Map<String, String> cursor,
            Set<String> shutFolders) {
        static Synced of(SyncReport report) {
            return new Synced(
                    1,
                    report.account().value(),
                    report.fetched(),
                    report.indexed(),
                    report.duplicates(),
                    report.quarantined(),
                    report.removed(),
                    report.elapsed().toMillis() / 1000.0,
                    report.cursor().marks(),
                    report.shut().keySet());
        }
    }

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("one pass over the mailboxes, then exit");
        parser.addArgument("--account").metavar("A").help("only this one");
        parser.addArgument("--watch")
                .action(Arguments.storeTrue())
                .help("go on: a pass whenever mail comes, and every few minutes");
        parser.addArgument("--retry")
                .action(Arguments.storeTrue())
                .help("also ask again for mails set aside, and for mailboxes left alone");
    }

    @Override
    public Exit run(Call call) throws Exception {
        Setup setup = call.setup();
        setup.file().checkSecrets();
        List<Account> accounts = Accounts.chosen(call, setup);
        try (SoleKeeper _ = SoleKeeper.of(setup.dataDir(), name());
                GracefulEnd end = new GracefulEnd(call.console())) {
            try {
                return pass(call, setup, accounts);
            } catch (InterruptedException e) {
                return end.of(e);
            }
        }
    }

    private static Exit pass(Call call, Setup setup, List<Account> accounts)
            throws InterruptedException {
        Rounds rounds = new Rounds(setup.passes(), call.console(), setup.zone());
        Exit exit = rounds.over(accounts, call.flag("retry") ? Wish.RETRY : Wish.BY_HAND);
        if (call.flag("watch")) {
            rounds.watch(
                    accounts, Duration.ofMinutes(setup.settings().syncEveryMinutes().orElse(5)));
        }
        return exit;
    }

    /// @return whether something was left out: a mail set aside, a folder that can't be read
    static boolean say(SyncReport report, Console console) {
        console.emit(Synced.of(report));
        String set = report.quarantined() == 0 ? "" : ", " + report.quarantined() + " set aside";
        console.say(
                String.format(
                        Locale.ROOT,
                        "%s: %,d fetched, %,d new, %,d known before, %,d gone%s, in %.1f s",
                        report.account(),
                        report.fetched(),
                        report.indexed(),
                        report.duplicates(),
                        report.removed(),
                        set,
                        report.elapsed().toMillis() / 1000.0));
        report.shut()
                .values()
                .forEach(why ->
                        console.remark(
                                "fraywatch: "
                                        + report.account()
                                        + ": "
                                        + Failures.sentence(why)
                                        + " "
                                        + Words.SHUT_FOLDER));
        return report.quarantined() > 0 || !report.shut().isEmpty();
    }
}
