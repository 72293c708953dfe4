package io.fraywatch.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.flags.Ledger;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Identity;
import io.fraywatch.parse.MailParser;
import io.fraywatch.query.Query;
import io.fraywatch.source.maildir.MaildirSource;
import io.fraywatch.store.Hits;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.View;
import io.fraywatch.testing.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk without room: index and ledger lie on it, the mailbox elsewhere.
class DiskFullTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Query BROCHURE = new Query.Word(Query.In.ANYWHERE, "brochure", false);
    private static final int FIRST = 50;
    private static final int ALL = 400;

    @TempDir private Path folder;

    @Test
    void check6SearchAnswersWhileTheDiskIsFullAndSyncingGoesOnByItself() throws Exception {
        Path cur = Files.createDirectories(folder.resolve("Maildir/cur"));
        Files.createDirectories(folder.resolve("Maildir/new"));
        Account account =
                new Account(
                        new AccountName("work"),
                        new Identity(Set.of("dana@reyes-va.example"), Set.of()),
                        () -> new MaildirSource(folder.resolve("Maildir")));
        Path data = folder.resolve("data");
        try (SmallDisk disk = SmallDisk.on(data, 6);
                MailStore store = TestAccounts.store(data.resolve("mail"))) {
            Passes passes = passes(store, data, NOON);
            deliver(cur, 0, FIRST);
            assertThat(pass(passes, account)).isInstanceOf(Outcome.Done.class);
            deliver(cur, FIRST, ALL);
            disk.fill();

            Outcome full = pass(passes, account);
            assertThat(full).isInstanceOf(Outcome.Failed.class);
            assertThat(((Outcome.Failed) full).trouble().kind()).isEqualTo("INDEX");
            assertThat(((Outcome.Failed) full).trouble().what()).contains("room");
            try (View view = store.openView(account.name())) {
                assertThat(view.search(BROCHURE, Hits.Sort.RELEVANCE, 0, 10).total())
                        .isEqualTo(FIRST);
            }

            disk.free();
            Passes later = passes(store, data, NOON.plus(Duration.ofHours(2)));
            assertThat(pass(later, account)).isInstanceOf(Outcome.Done.class);
            try (View view = store.openView(account.name())) {
                assertThat(view.search(BROCHURE, Hits.Sort.RELEVANCE, 0, 10).total())
                        .isEqualTo(ALL);
            }
            assertThat(new Verifier(store, new MailParser()).verifyEveryMail(account).clean())
                    .isTrue();
        }
    }

    private static Passes passes(MailStore store, Path data, Instant now) {
        return new Passes(
                new Synchronizer(store, new MailParser(), new TextReader()),
                Ledger.open(data.resolve("fraywatch.db")).passes(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Outcome pass(Passes passes, Account account) throws InterruptedException {
        return passes.make(account, Progress.silent(), Turn.ENDLESS, Wish.ROUTINE);
    }

    private static void deliver(Path cur, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            String mail =
                    """
                    From: Ana <ana@harborlane.example>
                    To: Dana <dana@reyes-va.example>
                    Subject: Brochure, part %1$d
                    Message-ID: <%1$d@x>

                    Please look at %2$s.
                    """
                            .formatted(i, Integer.toString(i * 7919, 36).repeat(200));
            Files.write(cur.resolve(i + ".x:2,S"), mail.getBytes(UTF_8));
        }
    }
}
