package io.fraywatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Identity;
import io.fraywatch.parse.MailParser;
import io.fraywatch.source.imap.ImapSource;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.View;
import io.fraywatch.testing.Dovecot;
import io.fraywatch.testing.Dovecot.Options;
import io.fraywatch.testing.MailProgram;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.WireTap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a pass costs when nothing has happened, counted on the wire.
class NothingNewTest {
    private static final Duration LAG = Duration.ofMillis(150);

    @TempDir private Path folder;

    @BeforeAll
    static void needsDovecot() {
        Dovecot.requireOnThisMachine();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", Options.OLD, Options.OLD + " ENABLE CONDSTORE"})
    void twentyFoldersTakeEightRoundTripsNoBodyAndNoCommit(String can) throws Exception {
        Options options = can.isEmpty() ? Options.PLAIN : Options.saying(can);
        try (Dovecot dovecot = Dovecot.start(options);
                WireTap tap = WireTap.before(dovecot.port(), LAG);
                MailStore store = TestAccounts.store(folder)) {
            for (int i = 0; i < 40; i++) {
                dovecot.deliver(i % 2 == 0 ? "" : "Clients.C" + i, Mails.numbered(i), "S");
            }
            assertThat(sync(store, tap).indexed()).isEqualTo(40);
            String before = generation(store);
            assertTakesEightRoundTrips(store, tap);
            assertThat(tap.lines()).filteredOn(line -> line.contains(" STATUS ")).hasSize(21);
            assertThat(tap.lines())
                    .noneMatch(line -> line.contains("EXAMINE") || line.contains("FETCH"));
            assertThat(tap.bytesFromServer()).isLessThan(10_000);
            assertThat(generation(store)).isEqualTo(before);
        }
    }

    @Test
    void aFlagThatChangedBringsNoBody() throws Exception {
        try (Dovecot dovecot = Dovecot.start();
                WireTap tap = WireTap.before(dovecot.port(), LAG);
                MailStore store = TestAccounts.store(folder);
                MailProgram user = new MailProgram(dovecot.port())) {
            for (int i = 0; i < 40; i++) {
                dovecot.deliver("", Mails.numbered(i), "");
            }
            user.create("Clients");
            user.create("Clients/One");
            sync(store, tap);
            user.flag("INBOX", 30);
            assertTakesEightRoundTrips(store, tap);
            assertThat(tap.lines()).noneMatch(line -> line.contains("FETCH"));
        }
    }

    /// A client that is kept waiting for its processor seems to have waited for an answer, so one
    /// pass of three has to do.
    private static void assertTakesEightRoundTrips(MailStore store, WireTap tap) throws Exception {
        int tries = 0;
        do {
            tap.reset();
            assertThat(sync(store, tap).fetched()).isZero();
        } while (tap.roundTrips() > 8 && ++tries < 3);
        assertThat(tap.roundTrips()).isBetween(3, 8);
    }

    private static Account account(int port) {
        return new Account(
                new AccountName("work"),
                new Identity(Set.of("dana@reyes-va.example"), Set.of()),
                () -> new ImapSource(Mails.settings(port).alsoReading(List.of("Clients/*"))));
    }

    private static SyncReport sync(MailStore store, WireTap tap) throws Exception {
        return new Synchronizer(store, new MailParser(), new TextReader())
                .sync(account(tap.port()), Progress.silent());
    }

    private static String generation(MailStore store) throws Exception {
        try (View view = store.openView(new AccountName("work"))) {
            return view.generation();
        }
    }
}
