package io.fraywatch.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.flags.Ledger;
import io.fraywatch.flags.PassBook;
import io.fraywatch.flags.PassState;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Identity;
import io.fraywatch.parse.MailParser;
import io.fraywatch.source.Secret;
import io.fraywatch.source.imap.ImapSettings;
import io.fraywatch.source.imap.ImapSource;
import io.fraywatch.store.View;
import io.fraywatch.store.lucene.LuceneStore;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.Passes;
import io.fraywatch.sync.Synchronizer;
import io.fraywatch.sync.Turns;
import io.fraywatch.testing.Dovecot;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.ScriptedImap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two hundred mailboxes, three of which make trouble.
final class ManyAccountsTest {
    private static final int GOOD = 197;
    private static final int VERY_MANY_MAILS = 20_000;

    /// How often a mailbox is read by default; the first time for all of them takes no longer, even
    /// on a machine that is busy otherwise.
    private static final Duration IN_TIME = Duration.ofMinutes(5);

    @TempDir private Path folder;

    @Test
    void theOthersAreInTimeBesideOneThatDripsAVeryBigOneAndABadPassword_check19() throws Exception {
        Dovecot.requireOnThisMachine();
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch inTime = new CountDownLatch(GOOD);
        try (Dovecot dovecot = Dovecot.start();
                ScriptedImap dripping = ScriptedImap.start(0, drip(over));
                ScriptedImap big = ScriptedImap.start(VERY_MANY_MAILS, ManyAccountsTest::slowly);
                LuceneStore store =
                        new LuceneStore(folder.resolve("mail"), Duration.ofSeconds(2))) {
            dovecot.deliver("", Mails.numbered(1), "S");
            dovecot.deliver("", Mails.numbered(2), "");
            List<Account> accounts = new ArrayList<>();
            accounts.add(account("dripping", dripping.port(), Dovecot.PASSWORD));
            accounts.add(account("big", big.port(), Dovecot.PASSWORD));
            accounts.add(account("mistyped", dovecot.port(), "wrong"));
            for (int i = 0; i < GOOD; i++) {
                accounts.add(account("good-" + i, dovecot.port(), Dovecot.PASSWORD));
            }
            PassBook book = Ledger.open(folder.resolve("fraywatch.db")).passes();
            Synchronizer synchronizer =
                    new Synchronizer(
                            store,
                            new MailParser(),
                            TextReader::new,
                            account -> List.of(),
                            Turns.AT_ONCE);
            Keeper keeper =
                    new Keeper(
                            new Passes(synchronizer, book, Clock.systemUTC()),
                            new Turns(),
                            accounts,
                            account -> {
                                if (account.value().startsWith("good-")) {
                                    inTime.countDown();
                                }
                            },
                            (account, outcome) -> {},
                            Duration.ofHours(1),
                            Clock.systemUTC());
            keeper.start();
            try {
                assertThat(inTime.await(IN_TIME.toSeconds(), TimeUnit.SECONDS))
                        .as("all but %d of the others were read", inTime.getCount())
                        .isTrue();
                PassState mistyped = book.of(new AccountName("mistyped"));
                assertThat(mistyped.trouble().orElseThrow().kind()).isEqualTo("REFUSED");
                assertThat(mistyped.trouble().orElseThrow().failures()).isEqualTo(1);
                assertThat(book.of(new AccountName("dripping")).doneAt()).isEmpty();
                try (View view = store.openView(new AccountName("good-0"))) {
                    assertThat(view.size()).isEqualTo(2);
                }
            } finally {
                over.countDown();
                keeper.stop();
            }
        }
    }

    /// A byte of the greeting now and then, until the test is over.
    private static ScriptedImap.Script drip(CountDownLatch over) {
        return (talk, tag, command) -> {
            while (!over.await(300, TimeUnit.MILLISECONDS)) {
                talk.send("*");
            }
            talk.cut();
            return true;
        };
    }

    /// Half a second for each batch of mails.
    private static boolean slowly(ScriptedImap.Conversation talk, String tag, String command)
            throws InterruptedException {
        if (command.contains("BODY.PEEK")) {
            Thread.sleep(500);
        }
        return false;
    }

    private Path secret(String password) throws IOException {
        Path file = Files.writeString(folder.resolve(password), password);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private Account account(String name, int port, String password) throws IOException {
        Path secret = secret(password);
        ImapSettings settings =
                new ImapSettings(
                        "127.0.0.1",
                        port,
                        ImapSettings.Tls.NONE,
                        Dovecot.USER,
                        new ImapSettings.Password(Secret.file(secret)));
        return new Account(
                new AccountName(name),
                new Identity(Set.of("dana@reyes-va.example"), Set.of()),
                () -> new ImapSource(settings));
    }
}
