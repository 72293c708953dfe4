package io.fraywatch.source.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.source.Cursor;
import io.fraywatch.testing.CollectingIntake;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.gmail.FakeGmail;
import io.fraywatch.testing.gmail.FakeMailbox;
import io.fraywatch.testing.gmail.FakeQuota;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Gmail's quota, against a server that enforces it on the same (played) clock.
class QuotaTest {
    private static final int ALLOWED = 3_000;
    private static final int MAILS = 3_000;
    private static final double MINUTE = 60e9;

    /// A clock on which only waiting takes time.
    private static final class Played implements Pace.Time {
        private final AtomicLong now = new AtomicLong(1);

        @Override
        public long nanos() {
            return now.get();
        }

        @Override
        public void sleep(long nanos) {
            now.addAndGet(nanos);
        }
    }

    @Test
    void check32SpendsNearlyAllThatIsAllowedAndIsNeverRefused() throws Exception {
        FakeMailbox mailbox = new FakeMailbox("dana@reyes-va.example");
        for (int i = 0; i < MAILS; i++) {
            mailbox.add(Mails.numbered(i), "INBOX");
        }
        Played time = new Played();
        FakeQuota quota = new FakeQuota(ALLOWED, time::nanos);
        try (FakeGmail gmail = new FakeGmail(mailbox);
                GmailSource source =
                        new GmailSource(
                                GmailSourceTest.settings(
                                        gmail, () -> gmail.token("right"), ALLOWED),
                                time)) {
            gmail.limit(quota);
            CollectingIntake intake = new CollectingIntake();
            source.pull(Cursor.START, intake);
            assertThat(intake.mails()).hasSize(MAILS);
        }
        assertThat(quota.refused()).isZero();
        double minutes = time.nanos() / MINUTE;
        assertThat(quota.total() / (minutes * ALLOWED)).isGreaterThanOrEqualTo(0.9);
    }
}
