package io.fraywatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.Case;
import io.fraywatch.analyze.Thresholds;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.StoredMail;
import io.fraywatch.store.View;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is over needn't be judged, whatever the mail, the notes and the thresholds.
class BenchTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant END = Instant.parse("2026-06-05T00:00:00Z");

    @TempDir private Path folder;

    @Test
    void nothingIsFoundInACaseThatIsOver() throws Exception {
        long seed = System.nanoTime();
        System.out.println("BenchTest seed " + seed);
        Random random = new Random(seed);
        int over = 0;
        int found = 0;
        for (int round = 0; round < 5; round++) {
            List<StoredMail> mails = GeneratedMailbox.mails(random.nextLong(), 400, 8, START, END);
            Bench bench = bench(round, mails, random);
            for (int question = 0; question < 20; question++) {
                Instant asOf = someTime(random).plus(Duration.ofDays(random.nextInt(60)));
                Docket docket = bench.docket(asOf);
                for (Case filed : docket.cases()) {
                    boolean isOver = bench.isOver(filed, docket, asOf);
                    boolean quiet = bench.assess(filed, docket, asOf).signals().isEmpty();
                    assertThat(!isOver || quiet)
                            .as("seed %d, round %d, %s at %s", seed, round, filed.id(), asOf)
                            .isTrue();
                    over += isOver ? 1 : 0;
                    found += quiet ? 0 : 1;
                }
            }
        }
        assertThat(over).isGreaterThan(100);
        assertThat(found).isGreaterThan(100);
    }

    private Bench bench(int round, List<StoredMail> mails, Random random) throws Exception {
        try (MailStore store = TestAccounts.store(folder.resolve("box" + round))) {
            GeneratedMailbox.keep(store, mails);
            try (View view = store.openView(GeneratedMailbox.ACCOUNT.name())) {
                return new Bench(
                        GeneratedMailbox.ACCOUNT.name(),
                        History.read(
                                view,
                                GeneratedMailbox.ACCOUNT.identity(),
                                RandomNotes.on(mails, 60, random)),
                        GeneratedMailbox.policy(
                                random.nextBoolean()
                                        ? Thresholds.DEFAULTS
                                        : GeneratedMailbox.FORGETFUL));
            }
        }
    }

    private static Instant someTime(Random random) {
        return START.plusSeconds(
                (long) (random.nextDouble() * Duration.between(START, END).toSeconds()));
    }
}
