package io.fraywatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.flags.Ledger;
import io.fraywatch.flags.PassBook;
import io.fraywatch.flags.PassState;
import io.fraywatch.mail.AccountName;
import io.fraywatch.parse.MailParser;
import io.fraywatch.source.SourceException.Kind;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.View;
import io.fraywatch.store.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassesTest {
    private static final AccountName WORK = new AccountName("work");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir private Path folder;

    private final FakeMailbox mailbox = new FakeMailbox("work", 5);
    private final Watch watch = new Watch();
    private MailStore store;

    /// A clock that is set by hand.
    private static final class Watch extends Clock {
        private Instant now = NOON;

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    @BeforeEach
    void open() {
        store = TestAccounts.store(folder.resolve("mail"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /// As after a restart: whatever is known is known from the file.
    private PassBook book() {
        return Ledger.open(folder.resolve("fraywatch.db")).passes();
    }

    private Outcome pass(Wish wish) throws InterruptedException {
        return pass(wish, Turn.ENDLESS);
    }

    private Outcome pass(Wish wish, Turn turn) throws InterruptedException {
        Synchronizer synchronizer = new Synchronizer(store, new MailParser(), new TextReader());
        return new Passes(synchronizer, book(), watch)
                .make(mailbox.account(), Progress.silent(), turn, wish);
    }

    @Test
    void writesDownWhatAPassFound() throws Exception {
        assertThat(pass(Wish.ROUTINE)).isInstanceOf(Outcome.Done.class);
        PassState state = book().of(WORK);
        assertThat(state.doneAt()).contains(NOON);
        assertThat(state.movedAt()).contains(NOON);
        assertThat(state.found()).isEqualTo(5);
        watch.forward(Duration.ofMinutes(5));
        pass(Wish.ROUTINE);
        assertThat(book().of(WORK).found()).isZero();
        assertThat(book().of(WORK).doneAt()).contains(NOON.plus(Duration.ofMinutes(5)));
        assertThat(book().of(WORK).movedAt()).contains(NOON);
    }

    @Test
    void aRefusedLoginIsNotTriedAgainWithin15MinutesNotEvenAfterARestart_check24()
            throws Exception {
        mailbox.fail(Kind.REFUSED, "imap.example.com took the login but not for this mailbox");
        assertThat(pass(Wish.ROUTINE)).isInstanceOf(Outcome.Failed.class);
        for (int minute = 0; minute < 14; minute++) {
            watch.forward(Duration.ofMinutes(1));
            assertThat(pass(Wish.ROUTINE)).isInstanceOf(Outcome.Paused.class);
            assertThat(pass(Wish.BY_HAND)).isInstanceOf(Outcome.Paused.class);
        }
        assertThat(mailbox.opened()).isEqualTo(1);
        watch.forward(Duration.ofMinutes(5));
        assertThat(pass(Wish.ROUTINE)).isInstanceOf(Outcome.Failed.class);
        PassState.Trouble trouble = book().of(WORK).trouble().orElseThrow();
        assertThat(trouble.failures()).isEqualTo(2);
        assertThat(trouble.since()).isEqualTo(NOON);
        assertThat(trouble.remedy()).isEqualTo("Mend it.");
        assertThat(trouble.pausedTill())
                .isAfterOrEqualTo(watch.instant().plus(Duration.ofMinutes(30)));
    }

    @Test
    void anotherPasswordIsTriedAtOnce() throws Exception {
        mailbox.fail(Kind.REFUSED, "imap.example.com refuses the password");
        pass(Wish.ROUTINE);
        mailbox.mend();
        mailbox.reachedBy("second");
        assertThat(pass(Wish.ROUTINE)).isInstanceOf(Outcome.Done.class);
        assertThat(book().of(WORK).trouble()).isEmpty();
    }

    @Test
    void whoeverMendedItNeedNotWait() throws Exception {
        mailbox.fail(Kind.REFUSED, "imap.example.com refuses the password");
        pass(Wish.ROUTINE);
        mailbox.mend();
        assertThat(pass(Wish.RETRY)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aPassByHandTriesWhateverLocksNobodyOut() throws Exception {
        mailbox.fail(Kind.UNREACHABLE, "imap.example.com refuses connections");
        pass(Wish.BY_HAND);
        assertThat(pass(Wish.ROUTINE)).isInstanceOf(Outcome.Paused.class);
        mailbox.mend();
        assertThat(pass(Wish.BY_HAND)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aPauseReckonedWithAClockAheadDoesNotHold() throws Exception {
        mailbox.fail(Kind.UNREACHABLE, "imap.example.com refuses connections");
        watch.forward(Duration.ofDays(400));
        pass(Wish.ROUTINE);
        watch.forward(Duration.ofDays(-400));
        mailbox.mend();
        assertThat(pass(Wish.ROUTINE)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void anotherProcessAtWorkIsNoTroubleOfTheMailbox() throws Exception {
        try (Writer held = store.openWriter(WORK)) {
            assertThat(held.marks()).isEmpty();
            assertThat(pass(Wish.ROUTINE)).isInstanceOf(Outcome.Busy.class);
        }
        assertThat(book().of(WORK)).isEqualTo(PassState.none(WORK));
    }

    @Test
    void aPassWhoseTurnIsOverGoesOnWhereItStopped() throws Exception {
        int passes = 0;
        while (book().of(WORK).doneAt().isEmpty()) {
            assertThat(((Outcome.Done) pass(Wish.ROUTINE, () -> true)).report().indexed())
                    .isEqualTo(passes < 5 ? 1 : 0);
            passes++;
        }
        assertThat(passes).isEqualTo(6);
        assertThat(mailbox.handedOver()).isEqualTo(5);
        assertThat(book().of(WORK).found()).isEqualTo(5);
        assertThat(book().of(WORK).open()).isFalse();
    }

    @Test
    void aMailSetAsideIsAskedForAgainOnlyOnRequest() throws Exception {
        mailbox.withhold(2);
        mailbox.withhold(4);
        pass(Wish.ROUTINE);
        assertThat(setAside()).hasSize(2);
        mailbox.mend();
        mailbox.withhold(4);
        pass(Wish.ROUTINE);
        assertThat(setAside()).hasSize(2);
        Outcome.Done again = (Outcome.Done) pass(Wish.RETRY);
        assertThat(again.report().indexed()).isEqualTo(1);
        assertThat(again.report().quarantined()).isEqualTo(1);
        assertThat(setAside().values()).containsExactly("the server refuses to give it");
        assertThat(mailbox.handedOver()).as("and nothing else").isEqualTo(4);
    }

    private Map<?, String> setAside() throws Exception {
        try (View view = store.openView(WORK)) {
            return view.quarantined();
        }
    }
}
