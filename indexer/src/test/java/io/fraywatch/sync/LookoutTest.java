package io.fraywatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.parse.MailParser;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.View;
import io.fraywatch.testing.Dovecot;
import io.fraywatch.testing.Dovecot.Options;
import io.fraywatch.testing.MailProgram;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.WireTap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Passes that a real Dovecot calls for by IDLE.
@Timeout(120)
class LookoutTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir private Path folder;

    @BeforeAll
    static void needsDovecot() {
        Dovecot.requireOnThisMachine();
    }

    /// Makes a pass whenever the bell rings, and never otherwise.
    private static final class Loop implements AutoCloseable {
        private final MailStore store;
        private final Account account;
        private final Semaphore bell = new Semaphore(1);
        private final Thread thread;

        Loop(Path folder, int port) {
            store = TestAccounts.store(folder);
            account = TestAccounts.dovecot(port);
            thread = Thread.ofVirtual().start(this::run);
        }

        private void run() {
            Synchronizer synchronizer = new Synchronizer(store, new MailParser(), new TextReader());
            try (Lookout lookout = new Lookout(account, bell::release)) {
                while (true) {
                    bell.acquire();
                    bell.drainPermits();
                    lookout.after(new Outcome.Done(synchronizer.sync(account, Progress.silent())));
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        long mails() throws Exception {
            try (View view = store.openView(account.name())) {
                return view.size();
            }
        }

        boolean holdsWithin(long mails, Duration time) throws Exception {
            long end = System.nanoTime() + time.toNanos();
            while (mails() != mails && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            return mails() == mails;
        }

        /// Waits until what the opening of the watch calls for is done.
        void settle(long mails) throws Exception {
            assertThat(holdsWithin(mails, Duration.ofSeconds(30))).isTrue();
            Thread.sleep(2_000);
        }

        @Override
        public void close() {
            thread.interrupt();
            try {
                thread.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            store.close();
        }
    }

    @Test
    void newMailCanBeFoundWithinFiveSeconds() throws Exception {
        try (Dovecot dovecot = Dovecot.start()) {
            dovecot.makeFolder("Sent");
            dovecot.deliver("", Mails.numbered(1), "S");
            try (Loop loop = new Loop(folder, dovecot.port())) {
                loop.settle(1);
                dovecot.deliver("", Mails.numbered(2), "");
                assertThat(loop.holdsWithin(2, SOON)).as("in INBOX").isTrue();
                dovecot.deliver("Sent", Mails.numbered(3), "S");
                assertThat(loop.holdsWithin(3, SOON)).as("in Sent").isTrue();
            }
        }
    }

    @Test
    void mailDeletedElsewhereGoesWithinFiveSeconds() throws Exception {
        try (Dovecot dovecot = Dovecot.start();
                MailProgram user = new MailProgram(dovecot.port())) {
            for (int i = 0; i < 10; i++) {
                dovecot.deliver("", Mails.numbered(i), "S");
            }
            try (Loop loop = new Loop(folder, dovecot.port())) {
                loop.settle(10);
                user.expunge("INBOX", 1);
                assertThat(loop.holdsWithin(9, SOON)).isTrue();
            }
        }
    }

    /// RELIABILITY check 26.
    @Test
    void check26ListensAgainAfterALostLine() throws Exception {
        try (Dovecot dovecot = Dovecot.start();
                WireTap tap = WireTap.before(dovecot.port(), Duration.ZERO)) {
            dovecot.deliver("", Mails.numbered(1), "S");
            try (Loop loop = new Loop(folder, tap.port())) {
                loop.settle(1);
                tap.cut();
                dovecot.deliver("", Mails.numbered(2), "");
                loop.settle(2);
                dovecot.deliver("", Mails.numbered(3), "");
                assertThat(loop.holdsWithin(3, SOON)).isTrue();
            }
        }
    }

    @Test
    void aServerWithoutIdleIsAskedOnce() throws Exception {
        Options options = Options.saying(Options.OLD.replace("IDLE ", ""));
        try (Dovecot dovecot = Dovecot.start(options);
                WireTap tap = WireTap.before(dovecot.port(), Duration.ZERO)) {
            Account account = TestAccounts.dovecot(tap.port());
            Semaphore bell = new Semaphore(0);
            try (Lookout lookout = new Lookout(account, bell::release);
                    MailStore store = TestAccounts.store(folder)) {
                for (int i = 0; i < 3; i++) {
                    lookout.after(
                            new Outcome.Done(
                                    new Synchronizer(store, new MailParser(), new TextReader())
                                            .sync(account, Progress.silent())));
                    assertThat(bell.tryAcquire(500, TimeUnit.MILLISECONDS)).isFalse();
                }
            }
            assertThat(tap.lines()).filteredOn(line -> line.contains(" AUTHENTICATE ")).hasSize(4);
            assertThat(tap.lines()).noneMatch(line -> line.contains("IDLE"));
        }
    }
}
