package io.fraywatch.server.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.source.SourceException;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.Verifier;
import java.util.List;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/// `verify`: compares the index with the mailboxes.
final class VerifyCommand implements Command {
    /// The comparison in JSON.
    ///
    /// @param checkIndex `ok`, or what is wrong with the index itself
    /// @param compared what was held against each other: `places`, `sizes`, `ids`, `hashes`,
    ///   `texts`
    @JsonPropertyOrder({
        "v",
        "account",
        "messages",
        "missing",
        "extra",
        "mismatched",
        "checkIndex",
        "compared"
    })
    private record Verified(
            int v,
            String account,
            long messages,
            long missing,
            long extra,
            long mismatched,
            String checkIndex,
            List<String> compared) {}

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("compare the index with the mailboxes");
        parser.addArgument("--account").metavar("A").help("only this one");
        parser.addArgument("--full")
                .action(Arguments.storeTrue())
                .help(
                        "fetch every mail again and compare its bytes and text, too; takes about as long as a first sync");
    }

    @Override
    public Exit run(Call call) throws Exception {
        Setup setup = call.setup();
        setup.file().checkSecrets();
        List<Account> accounts = Accounts.chosen(call, setup);
        int failed = 0;
        for (Account account : accounts) {
            try {
                Verifier.Result result =
                        call.flag("full")
                                ? setup.verifier().verifyEveryMail(account)
                                : setup.verifier().verify(account);
                failed += say(result, call.console()) ? 0 : 1;
            } catch (SourceException | StoreException e) {
                failed++;
                call.console().remark("fraywatch: " + account.name() + ": " + Failures.words(e));
            }
        }
        return failed == 0 ? Exit.DONE : failed < accounts.size() ? Exit.PARTLY : Exit.FAILED;
    }

    /// @return whether index and mailbox say the same
    static boolean say(Verifier.Result result, Console console) {
        String damage = result.damage().isEmpty() ? "ok" : String.join("; ", result.damage());
        List<String> compared =
                result.compared().stream().sorted().map(Verifier.Compared::key).toList();
        console.emit(
                new Verified(
                        1,
                        result.account().value(),
                        result.messages(),
                        result.missing(),
                        result.extra(),
                        result.mismatched(),
                        damage,
                        compared));
        console.say(
                result.account()
                        + ": "
                        + result.messages()
                        + " mails in the index; in the mailbox and not here "
                        + result.missing()
                        + ", here and not in the mailbox "
                        + result.extra()
                        + ", differing "
                        + result.mismatched()
                        + " (compared: "
                        + String.join(", ", compared)
                        + "); index "
                        + damage);
        if (!result.clean()) {
            console.remark(
                    "fraywatch: "
                            + result.account()
                            + " differs from its mailbox. Mail that came or went meanwhile: run `fraywatch sync`. Otherwise `fraywatch rebuild` makes the index anew.");
        }
        return result.clean();
    }
}
