package io.fraywatch.server.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.flags.Ledger;
import io.fraywatch.flags.Outbox;
import io.fraywatch.server.fake.FakeDesk;
import io.fraywatch.server.web.Templates;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DigestJobTest {
    private static final DigestPlan PLAN =
            DigestPlanTest.plan(LocalTime.of(7, 0), EnumSet.allOf(DayOfWeek.class));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final AtomicInteger sent = new AtomicInteger();
    private final CountDownLatch first = new CountDownLatch(1);

    @Test
    void anHourTheMachineSleptThroughIsMadeUpForOnce() throws Exception {
        DigestJob evening = job("2026-03-09T22:00:00Z");
        evening.start();
        evening.stop();
        assertThat(sent).hasValue(0);
        DigestJob lateMorning = job("2026-03-10T14:30:00Z");
        lateMorning.start();
        assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();
        lateMorning.stop();
        DigestJob restarted = job("2026-03-10T14:40:00Z");
        restarted.start();
        restarted.stop();
        assertThat(sent).hasValue(1);
    }

    private DigestJob job(String now) {
        Clock clock = Clock.fixed(Instant.parse(now), PLAN.zone());
        Outbox outbox = Ledger.open(folder.resolve("fraywatch.db")).outbox();
        Postman postman =
                (mail, from, recipient) -> {
                    sent.incrementAndGet();
                    first.countDown();
                    return new Delivery.Sent();
                };
        DigestRenderer renderer =
                new DigestRenderer(
                        new Templates(), URI.create("http://127.0.0.1:8420"), PLAN.zone());
        Digests digests =
                new Digests(new FakeDesk(), List::of, outbox, postman, renderer, PLAN, clock);
        return new DigestJob(folder.resolve("schedule.db"), digests, PLAN, clock);
    }
}
