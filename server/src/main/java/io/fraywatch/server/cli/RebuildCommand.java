package io.fraywatch.server.cli;

import io.fraywatch.server.setup.Setup;
import io.fraywatch.source.SourceException;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.SyncReport;
import java.util.List;
import net.sourceforge.argparse4j.inf.Subparser;

/// `rebuild`: makes the index anew from the mailboxes, then compares the two.
final class RebuildCommand implements Command {
    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help(
                "build the index anew from the mailboxes; what you decided about flags is kept");
        parser.addArgument("--account").metavar("A").help("only this one");
    }

    @Override
    public Exit run(Call call) throws Exception {
        Setup setup = call.setup();
        setup.file().checkSecrets();
        List<Account> accounts = Accounts.chosen(call, setup);
        try (SoleKeeper _ = SoleKeeper.of(setup.dataDir(), name());
                GracefulEnd end = new GracefulEnd(call.console())) {
            try {
                return rebuild(call, setup, accounts);
            } catch (InterruptedException e) {
                return end.of(e);
            }
        }
    }

    private static Exit rebuild(Call call, Setup setup, List<Account> accounts)
            throws InterruptedException {
        int failed = 0;
        boolean partly = false;
        for (Account account : accounts) {
            try (ProgressLine progress = new ProgressLine(call.console())) {
                SyncReport report = setup.synchronizer().rebuild(account, progress);
                partly |= report.quarantined() > 0;
                partly |= !VerifyCommand.say(setup.verifier().verify(account), call.console());
            } catch (SourceException | StoreException e) {
                failed++;
                call.console().remark("fraywatch: " + account.name() + ": " + Failures.words(e));
            }
        }
        if (failed == accounts.size()) {
            return Exit.FAILED;
        }
        return failed > 0 || partly ? Exit.PARTLY : Exit.DONE;
    }
}
