package io.fraywatch.sync;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Identity;
import io.fraywatch.source.imap.ImapSource;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.lucene.LuceneStore;
import io.fraywatch.testing.Mails;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// Accounts of the test servers, and where their mail is kept.
final class TestAccounts {
    private TestAccounts() {}

    static MailStore store(Path folder) {
        return new LuceneStore(folder, Duration.ofSeconds(5));
    }

    static Account dovecot(int port) {
        return new Account(
                new AccountName("work"),
                new Identity(Set.of("dana@reyes-va.example"), Set.of()),
                () -> new ImapSource(Mails.settings(port)));
    }
}
