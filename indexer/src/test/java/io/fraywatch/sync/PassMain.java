package io.fraywatch.sync;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.parse.MailParser;
import io.fraywatch.store.MailStore;
import java.nio.file.Path;

/// Makes one pass in a process of its own, so that a test can kill it: `PassMain STORE PORT`.
final class PassMain {
    private PassMain() {}

    public static void main(String[] args) throws Exception {
        try (MailStore store = TestAccounts.store(Path.of(args[0]))) {
            SyncReport report =
                    new Synchronizer(store, new MailParser(), new TextReader())
                            .sync(
                                    TestAccounts.dovecot(Integer.parseInt(args[1])),
                                    Progress.silent());
            System.out.println(report.fetched());
        }
    }
}
