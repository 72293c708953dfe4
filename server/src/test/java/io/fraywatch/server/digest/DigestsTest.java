package io.fraywatch.server.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.flags.Ledger;
import io.fraywatch.flags.Outbox;
import io.fraywatch.flags.Outbox.State;
import io.fraywatch.mail.Address;
import io.fraywatch.server.fake.FakeDesk;
import io.fraywatch.server.web.Notice;
import io.fraywatch.server.web.Templates;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a real outbox in SQLite, with a hand-turned clock and a postman who does as told.
final class DigestsTest {
    private static final DigestPlan PLAN =
            DigestPlanTest.plan(
                    LocalTime.of(7, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final HandTurnedClock clock = new HandTurnedClock();
    private final FakePostman postman = new FakePostman();
    private final FakeDesk desk = new FakeDesk();
    private final List<Notice> notices = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Outbox outbox;

    @BeforeEach
    void open() {
        outbox = Ledger.open(folder.resolve("fraywatch.db")).outbox();
    }

    @Test
    void sendsOneDigestADayHoweverOftenItIsAskedTo() throws Exception {
        for (int restart = 0; restart < 20; restart++) {
            digests().morning();
            digests().sendToday();
            clock.turn(Duration.ofSeconds(30));
        }
        assertThat(postman.mails).hasSize(1);
        assertThat(postman.mails.getFirst())
                .contains("Subject: Harbor Lane and 2 more need you", "To: dana@reyes-va.example");
    }

    @Test
    void saysAgainOnlyWhatGotWorse() throws Exception {
        digests().morning();
        clock.turn(Duration.ofDays(1));
        digests().morning();
        assertThat(postman.mails).as("nothing changed, so there is no second mail").hasSize(1);
        clock.turn(Duration.ofDays(7));
        digests().morning();
        assertThat(postman.mails).hasSize(2);
        assertThat(postman.mails.getLast())
                .contains("Subject: Nothing new: 3 conversations still at risk");
    }

    @Test
    void saysEachMorningThatAMailboxIsNotRead() throws Exception {
        digests().morning();
        notices.add(new Notice("Mail is missing here", "mail can't be read.", "/accounts"));
        for (int days = 1; days <= 2; days++) {
            clock.turn(Duration.ofDays(1));
            digests().morning();
            assertThat(postman.mails).hasSize(1 + days);
            assertThat(postman.mails.getLast()).contains("Subject: Mail is missing here");
        }
        notices.clear();
        clock.turn(Duration.ofDays(1));
        digests().morning();
        assertThat(postman.mails).as("mended").hasSize(3);
    }

    @Test
    void makesUpForAMissedHourOnceButNotForAnOldOne() throws Exception {
        clock.now = Instant.parse("2026-03-10T23:30:00Z");
        digests().morning();
        digests().morning();
        assertThat(postman.mails).hasSize(1);
        clock.now = Instant.parse("2026-03-15T12:00:00Z");
        digests().morning();
        assertThat(postman.mails).as("Friday's is two days old on Sunday").hasSize(1);
    }

    @Test
    void triesAgainLaterWithTheSameBytesWhatWasNotTakenYet() throws Exception {
        postman.answers.add(new Delivery.Later("busy"));
        digests().morning();
        assertThat(state()).isEqualTo(State.READY);
        digests().deliver();
        assertThat(postman.mails).as("too soon").hasSize(1);
        clock.turn(Duration.ofMinutes(2));
        digests().deliver();
        assertThat(postman.mails).hasSize(2);
        assertThat(postman.mails.getLast()).isEqualTo(postman.mails.getFirst());
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void givesUpAfterSixHours() throws Exception {
        for (int i = 0; i < 50; i++) {
            postman.answers.add(new Delivery.Later("busy"));
        }
        digests().morning();
        for (int minute = 0; minute < 10 * 60; minute += 5) {
            clock.turn(Duration.ofMinutes(5));
            digests().deliver();
        }
        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(postman.mails).hasSizeBetween(5, 15);
    }

    @Test
    void neverTriesAgainWhatIsRefusedForGood() throws Exception {
        postman.answers.add(new Delivery.Never("550"));
        digests().morning();
        clock.turn(Duration.ofHours(3));
        digests().deliver();
        digests().sendToday();
        assertThat(postman.mails).hasSize(1);
        assertThat(state()).isEqualTo(State.FAILED);
    }

    @Test
    void aDigestOfUnknownFateFoundInTheMailboxIsNotSentAgain() throws Exception {
        postman.answers.add(new Delivery.Unknown("cut"));
        digests().morning();
        desk.deliverDigest(letter().messageId());
        clock.turn(Duration.ofHours(1));
        digests().deliver();
        assertThat(postman.mails).hasSize(1);
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void aDigestOfUnknownFateNotFoundIsSentOnceMoreAndNeverAThirdTime() throws Exception {
        postman.answers.add(new Delivery.Unknown("cut"));
        postman.answers.add(new Delivery.Unknown("cut again"));
        digests().morning();
        for (int hour = 0; hour < 5; hour++) {
            clock.turn(Duration.ofHours(1));
            digests().deliver();
        }
        assertThat(postman.mails).hasSize(2);
        assertThat(postman.mails.getLast()).isEqualTo(postman.mails.getFirst());
        assertThat(state()).isEqualTo(State.FAILED);
    }

    @Test
    void aCrashWhileSendingCountsAsUnknown() throws Exception {
        postman.crash = true;
        try {
            digests().morning();
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("power cut");
        }
        assertThat(state()).isEqualTo(State.SENDING);
        postman.crash = false;
        clock.turn(Duration.ofMinutes(11));
        digests().deliver();
        assertThat(state()).isEqualTo(State.UNKNOWN);
        clock.turn(Duration.ofMinutes(31));
        digests().deliver();
        assertThat(state()).isEqualTo(State.SENT);
        assertThat(postman.mails).hasSize(1);
    }

    @Test
    void thePreviewIsHonestOnACalmDayAndKeepsNothing() throws Exception {
        Outbox.Letter letter = digests().preview(Instant.parse("2026-01-20T12:00:00Z"));
        assertThat(new String(letter.content(), StandardCharsets.US_ASCII))
                .contains(
                        "Subject: All calm: no client conversation is at risk",
                        "Nothing is at risk today");
        assertThat(outbox.unfinished()).isEmpty();
    }

    private Digests digests() {
        DigestRenderer renderer =
                new DigestRenderer(
                        new Templates(), URI.create("http://127.0.0.1:8420"), PLAN.zone());
        return new Digests(desk, () -> notices, outbox, postman, renderer, PLAN, clock);
    }

    private Outbox.Letter letter() {
        return outbox.find(
                        new Outbox.Key("dana@reyes-va.example", PLAN.dueBy(FakeDesk.NOW), "daily"))
                .orElseThrow()
                .letter();
    }

    private State state() {
        return outbox.find(letter().key()).orElseThrow().state();
    }

    private static final class FakePostman implements Postman {
        private final Deque<Delivery> answers = new ArrayDeque<>();
        private final List<String> mails = new ArrayList<>();
        private boolean crash;

        @Override
        public Delivery deliver(byte[] mail, Address from, Address recipient) {
            if (crash) {
                throw new IllegalStateException("power cut");
            }
            mails.add(new String(mail, StandardCharsets.US_ASCII));
            return answers.isEmpty() ? new Delivery.Sent() : answers.removeFirst();
        }
    }

    private static final class HandTurnedClock extends Clock {
        private Instant now = FakeDesk.NOW.plusSeconds(60);

        void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return PLAN.zone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the digest knows its own zone");
        }
    }
}
