package io.fraywatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Location;
import io.fraywatch.parse.MailParser;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.Intake;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.RawMail;
import io.fraywatch.store.MailStore;
import io.fraywatch.testing.Mails;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What leaves the index, and what doesn't although a listing lacks it.
class ReconciliationTest {
    @TempDir private Path folder;

    private final FakeServer server = new FakeServer();

    /// One folder of numbered mails, whose listings may lie.
    private static final class FakeServer implements MailSource {
        private final TreeSet<Integer> mails = new TreeSet<>();
        private final Deque<Runnable> beforeListing = new ArrayDeque<>();
        private final Deque<List<Integer>> lies = new ArrayDeque<>();
        private int listings;

        private static Location at(int number) {
            return new Location("INBOX", "7:" + number);
        }

        @Override
        public void pull(Cursor from, Intake intake) throws InterruptedException {
            int high = Integer.parseInt(from.marks().getOrDefault("INBOX", "0"));
            List<Integer> news = new ArrayList<>(mails.tailSet(high + 1));
            intake.folder("INBOX", mails.size(), news.size());
            for (int number : news) {
                intake.accept(new RawMail(at(number), Optional.empty(), Mails.numbered(number)));
            }
            if (!news.isEmpty()) {
                intake.settled(from.with("INBOX", Integer.toString(news.getLast())));
            }
        }

        @Override
        public void list(String name, Consumer<Listed> each) {
            listings++;
            Optional.ofNullable(beforeListing.poll()).ifPresent(Runnable::run);
            List<Integer> seen =
                    Optional.ofNullable(lies.poll()).orElseGet(() -> List.copyOf(mails));
            seen.forEach(number -> each.accept(new Listed(at(number), 1)));
        }

        @Override
        public void refetch(Set<Location> places, Intake intake) {
            throw new UnsupportedOperationException("nothing is ever set aside here");
        }

        @Override
        public List<String> folders() {
            return List.of("INBOX");
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void fill() {
        for (int i = 1; i <= 20; i++) {
            server.mails.add(i);
        }
    }

    private SyncReport sync(MailStore store) throws Exception {
        Account account =
                new Account(
                        new AccountName("work"), new Identity(Set.of(), Set.of()), () -> server);
        return new Synchronizer(store, new MailParser(), new TextReader())
                .sync(account, Progress.silent());
    }

    private static long size(MailStore store) throws Exception {
        try (var view = store.openView(new AccountName("work"))) {
            return view.size();
        }
    }

    /// A mail that arrives between the count and the listing, and is indexed only later.
    @Test
    void check30AMailThatArrivesMeanwhileIsNeverDeleted() throws Exception {
        try (MailStore store = TestAccounts.store(folder)) {
            sync(store);
            server.mails.remove(3);
            server.beforeListing.add(() -> server.mails.add(21));
            assertThat(sync(store).removed()).isEqualTo(1);
            assertThat(size(store)).isEqualTo(19);
            SyncReport next = sync(store);
            assertThat(next.indexed()).isEqualTo(1);
            assertThat(next.removed()).isZero();
            assertThat(size(store)).isEqualTo(20);
        }
    }

    @Test
    void check30AListingThatLostMuchIsBelievedOnlyTwice() throws Exception {
        try (MailStore store = TestAccounts.store(folder)) {
            sync(store);
            server.mails.remove(3);
            server.lies.add(List.of(1, 2));
            assertThat(sync(store).removed()).isEqualTo(1);
            assertThat(server.listings).isEqualTo(2);
            assertThat(size(store)).isEqualTo(19);
        }
    }

    @Test
    void aListingThatLostLittleIsBelievedAtOnce() throws Exception {
        try (MailStore store = TestAccounts.store(folder)) {
            sync(store);
            server.mails.remove(3);
            sync(store);
            assertThat(server.listings).isEqualTo(1);
        }
    }

    @Test
    void aFolderThatCountsAsKnownIsNotListed() throws Exception {
        try (MailStore store = TestAccounts.store(folder)) {
            sync(store);
            server.mails.add(21);
            sync(store);
            assertThat(server.listings).isZero();
        }
    }
}
