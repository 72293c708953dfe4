package io.fraywatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.Thresholds;
import io.fraywatch.mail.Note;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.StoredMail;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is open, watched over time, tells what judging everything anew tells.
class WatchTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant END = Instant.parse("2026-05-05T00:00:00Z");
    private static final List<Account> ACCOUNTS = List.of(GeneratedMailbox.ACCOUNT);

    @TempDir private Path folder;

    private Policy policy = GeneratedMailbox.policy();
    private List<Note> notes = List.of();

    private StoreDesk desk(MailStore store) {
        return new StoreDesk(store, ACCOUNTS, () -> policy, account -> notes, Clock.systemUTC());
    }

    @Test
    void tellsWhatJudgingEverythingAnewTells() throws Exception {
        long seed = System.nanoTime();
        System.out.println("WatchTest seed " + seed);
        Random random = new Random(seed);
        int told = 0;
        for (int round = 0; round < 4; round++) {
            List<StoredMail> mails =
                    new ArrayList<>(GeneratedMailbox.mails(random.nextLong(), 300, 6, START, END));
            mails.sort(Comparator.comparing(StoredMail::sentAt));
            try (MailStore store = TestAccounts.store(folder.resolve("box" + round))) {
                StoreDesk watching = desk(store);
                for (int arrived = 150; arrived <= mails.size(); arrived += 50) {
                    List<StoredMail> so = mails.subList(0, arrived);
                    GeneratedMailbox.keep(store, so);
                    notes = RandomNotes.on(so, 20, random);
                    policy =
                            GeneratedMailbox.policy(
                                    random.nextBoolean()
                                            ? Thresholds.DEFAULTS
                                            : GeneratedMailbox.FORGETFUL);
                    Instant now = so.getLast().sentAt();
                    for (int question = 0; question < 6; question++) {
                        List<Finding> truth = anew(store, now);
                        assertThat(watching.findings(now, false))
                                .as("seed %d, round %d, %d mails, %s", seed, round, arrived, now)
                                .isEqualTo(truth);
                        told += truth.size();
                        now = now.plus(Duration.ofHours(random.nextInt(200) - 20));
                    }
                }
            }
        }
        assertThat(told).isGreaterThan(100);
    }

    /// By a desk that knows nothing yet, and leaves no case out.
    private List<Finding> anew(MailStore store, Instant asOf) throws Exception {
        return desk(store).findings(asOf, true).stream()
                .filter(finding -> finding.conversation().client().isPresent())
                .filter(finding -> !finding.reasons().isEmpty())
                .toList();
    }
}
