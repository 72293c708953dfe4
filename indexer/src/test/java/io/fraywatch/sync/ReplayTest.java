package io.fraywatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.store.MailStore;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.StoredMail;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant END = Instant.parse("2026-04-05T00:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
    private static final LocalTime SEVEN = LocalTime.of(7, 0);
    private static final List<Account> ACCOUNTS = List.of(GeneratedMailbox.ACCOUNT);

    @TempDir private Path folder;

    @Test
    void laterMailNeverChangesAnEarlierDay() throws StoreException {
        long seed = System.nanoTime();
        System.out.println("ReplayTest seed " + seed);
        Random random = new Random(seed);
        int seen = 0;
        for (int round = 0; round < 8; round++) {
            List<StoredMail> mails = GeneratedMailbox.mails(random.nextLong(), 300, 6, START, END);
            LocalDate last = FIRST.plusDays(random.nextInt(45));
            Instant morning = last.atTime(SEVEN).atZone(GeneratedMailbox.ZONE).toInstant();
            List<StoredMail> before =
                    mails.stream().filter(mail -> !mail.sentAt().isAfter(morning)).toList();
            List<Sighting> then = tell("then" + round, before, last);
            assertThat(tell("later" + round, mails, last)).isEqualTo(then);
            seen += then.size();
        }
        assertThat(seen).as("signals seen in all rounds").isPositive();
    }

    @Test
    void aMorningToldAgainIsTheMorningAsTheDeskJudgesIt() throws StoreException {
        long seed = System.nanoTime();
        System.out.println("ReplayTest seed " + seed);
        List<StoredMail> mails = GeneratedMailbox.mails(seed, 400, 6, START, END);
        Policy policy = GeneratedMailbox.policy();
        try (MailStore store = TestAccounts.store(folder.resolve("desk"))) {
            GeneratedMailbox.keep(store, mails);
            Replay.Telling telling = Replay.open(store, ACCOUNTS, Notebook.Reader.NONE).by(policy);
            for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(60)); day = day.plusDays(1)) {
                Instant at = day.atTime(SEVEN).atZone(GeneratedMailbox.ZONE).toInstant();
                List<Finding> findings =
                        new StoreDesk(
                                        store,
                                        ACCOUNTS,
                                        () -> policy,
                                        Notebook.Reader.NONE,
                                        Clock.systemUTC())
                                .findings(at, false);
                assertThat(telling.seenOn(day, SEVEN).stream().map(ReplayTest::told).toList())
                        .as("%s, seed %d", day, seed)
                        .containsExactlyInAnyOrderElementsOf(
                                findings.stream().flatMap(ReplayTest::told).toList());
            }
        }
    }

    private List<Sighting> tell(String name, List<StoredMail> mails, LocalDate last)
            throws StoreException {
        List<Sighting> all = new ArrayList<>();
        try (MailStore store = TestAccounts.store(folder.resolve(name))) {
            GeneratedMailbox.keep(store, mails);
            Replay.open(store, ACCOUNTS, Notebook.Reader.NONE)
                    .by(GeneratedMailbox.policy())
                    .tell(new Replay.Span(FIRST, last, SEVEN), (day, seen) -> all.addAll(seen));
        }
        return all;
    }

    private static String told(Sighting seen) {
        return seen.conversation() + " " + seen.kind() + " " + seen.anchor() + " " + seen.score();
    }

    private static java.util.stream.Stream<String> told(Finding finding) {
        return finding.reasons().stream()
                .map(reason ->
                        finding.conversation().id()
                                + " "
                                + reason.kind()
                                + " "
                                + reason.signal().anchor()
                                + " "
                                + finding.assessment().score());
    }
}
