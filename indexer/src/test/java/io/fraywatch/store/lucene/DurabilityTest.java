package io.fraywatch.store.lucene;

import static io.fraywatch.store.Mails.mail;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Identity;
import io.fraywatch.parse.MailParser;
import io.fraywatch.query.Query;
import io.fraywatch.source.mbox.MboxSource;
import io.fraywatch.store.Hits;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.store.Writer;
import io.fraywatch.store.lucene.FaultyDisk.Fault;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.Progress;
import io.fraywatch.sync.Synchronizer;
import io.fraywatch.sync.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.tests.store.MockDirectoryWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left when the power fails, the process is killed or the disk refuses, at any moment.
class DurabilityTest {
    private static final AccountName WORK = new AccountName("work");
    private static final Duration SEARCH_TIME = Duration.ofSeconds(5);
    private static final int POWER_LOSSES = 100;
    private static final MailParser PARSER = new MailParser();
    private static final TextReader READER = new TextReader();

    private static final int FIRST_MAILS = 40;
    private static final int MAILS = 60;

    @TempDir private Path folder;
    private Path mbox;
    private Account account;

    @BeforeEach
    void begin() {
        mbox = folder.resolve("work.mbox");
        account =
                new Account(
                        WORK,
                        new Identity(Set.of("dana@reyes-va.example"), Set.of()),
                        () -> new MboxSource(mbox));
    }

    private void mailbox(int count) throws IOException {
        StringBuilder mails = new StringBuilder();
        for (int i = 0; i < count; i++) {
            mails.append(
                    """
                    From ana@harborlane.example Mon Nov  2 09:00:00 2026
                    From: Ana <ana@harborlane.example>
                    Subject: Part %1$d
                    Message-ID: <%1$d@x>
                    In-Reply-To: <%2$d@x>

                    Part %1$d

                    """
                            .formatted(i, i / 10));
        }
        Files.writeString(mbox, mails, UTF_8);
    }

    @Test
    void check3AKillAtAnyFsyncGivesTheGoldenResultOnTheNextRun() throws Exception {
        assertGoldenAfter(Fault.KILL);
    }

    @Test
    void check7AnFsyncThatFailsNeverMovesTheCursor() throws Exception {
        assertGoldenAfter(Fault.EIO);
    }

    private void assertGoldenAfter(Fault fault) throws Exception {
        Map<String, String> golden = undisturbed();
        assertThat(golden).hasSize(MAILS);
        boolean struck = true;
        int fsync = 0;
        while (struck) {
            fsync++;
            Path root = folder.resolve("root" + fsync);
            FaultyDisk disk = new FaultyDisk(fault, fsync);
            try (MailStore faulty = new LuceneStore(root, SEARCH_TIME, disk)) {
                int failures = 0;
                for (int mails : List.of(FIRST_MAILS, MAILS)) {
                    mailbox(mails);
                    failures += catchThrowable(() -> pass(faulty)) == null ? 0 : 1;
                }
                struck = disk.struck();
                assertThat(failures > 0).as("fsync %d", fsync).isEqualTo(struck);
            }
            try (MailStore sound = new LuceneStore(root, SEARCH_TIME)) {
                assertCursorIsNotAheadOfTheMails(sound, fsync);
                pass(sound);
                assertThat(contents(sound)).as("fsync %d", fsync).isEqualTo(golden);
                assertThat(new Verifier(sound, PARSER).verifyEveryMail(account).clean()).isTrue();
            }
            Shelf.delete(root);
        }
        assertThat(fsync).as("fsyncs of a whole pass").isGreaterThan(10);
    }

    /// The mark of an mbox counts the mails that are in.
    private void assertCursorIsNotAheadOfTheMails(MailStore store, int fsync) throws Exception {
        try (View view = store.openView(WORK)) {
            assertThat(view.check()).as("fsync %d", fsync).isEmpty();
            for (String mark : view.marks().values()) {
                long settled = Long.parseLong(mark.split(":", -1)[2]);
                assertThat(view.size()).as("fsync %d", fsync).isGreaterThanOrEqualTo(settled);
            }
        }
    }

    @Test
    void check12SearchAnswersWhileAnIndexOfAnOlderVersionIsBuiltAnew() throws Exception {
        mailbox(MAILS);
        Path root = folder.resolve("older");
        try (MailStore store = new LuceneStore(root, SEARCH_TIME)) {
            pass(store);
            Map<String, String> golden = contents(store);
            age(root.resolve("work/index"));
            Set<Long> found = ConcurrentHashMap.newKeySet();
            new Synchronizer(store, PARSER, READER)
                    .sync(account, (name, done, expected) -> found.add(found(store)));
            assertThat(found).as("mails found while building").containsOnly((long) MAILS);
            assertThat(contents(store)).isEqualTo(golden);
            assertThat(new Verifier(store, PARSER).verifyEveryMail(account).clean()).isTrue();
            try (Stream<Path> left = Files.list(root.resolve("work"))) {
                assertThat(left.filter(Files::isDirectory)).hasSize(1);
            }
        }
    }

    private static long found(MailStore store) {
        try (View view = store.openView(WORK)) {
            return view.search(
                            new Query.Word(Query.In.ANYWHERE, "part", false),
                            Hits.Sort.RELEVANCE,
                            0,
                            1)
                    .total();
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Makes it look as if the oldest version that can be read had made it.
    private static void age(Path index) throws IOException {
        try (FSDirectory directory = FSDirectory.open(index);
                IndexWriter writer =
                        new IndexWriter(
                                directory,
                                new IndexWriterConfig()
                                        .setIndexSort(new Sort(Fields.newestFirst())))) {
            Map<String, String> data = new TreeMap<>();
            writer.getLiveCommitData().forEach(each -> data.put(each.getKey(), each.getValue()));
            data.put("format", Integer.toString(IndexFormat.OLDEST_READABLE));
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
        }
    }

    private Map<String, String> undisturbed() throws Exception {
        mailbox(MAILS);
        try (MailStore store = new LuceneStore(folder.resolve("golden"), SEARCH_TIME)) {
            pass(store);
            return contents(store);
        }
    }

    private void pass(MailStore store) throws Exception {
        new Synchronizer(store, PARSER, READER).sync(account, Progress.silent());
    }

    private static Map<String, String> contents(MailStore store) throws Exception {
        Map<String, String> contents = new TreeMap<>();
        try (View view = store.openView(WORK)) {
            view.forEach(entry ->
                    contents.put(
                            entry.id().value(),
                            entry.conversation()
                                    + " "
                                    + entry.headers()
                                    + " "
                                    + text(view, entry)));
        }
        return contents;
    }

    private static String text(View view, io.fraywatch.store.Entry entry) {
        try {
            return view.body(entry.id()).text();
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void check4AfterAPowerLossTheCursorIsNeverAheadOfTheMails() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        PoweredDisk steady = new PoweredDisk(random, Integer.MAX_VALUE);
        try (MailStore store = new LuceneStore(folder.resolve("steady"), SEARCH_TIME, steady)) {
            appendUntilDark(store, 0);
        }
        int operations = Integer.MAX_VALUE - steady.operations;
        int survived = 0;
        for (int loss = 0; loss < POWER_LOSSES; loss++) {
            PoweredDisk disk = new PoweredDisk(random, 1 + random.nextInt(operations));
            try (MailStore store = new LuceneStore(folder.resolve("power"), SEARCH_TIME, disk)) {
                appendUntilDark(store, survived);
            }
            disk.losePower();
            int settled = settledExactly(seed, loss);
            assertThat(settled).as("seed %d, loss %d", seed, loss).isGreaterThanOrEqualTo(survived);
            survived = settled;
        }
        assertThat(survived).as("mails that survived in the end").isGreaterThan(POWER_LOSSES);
    }

    /// Puts mails and commits after every third, with the number of mails as the cursor.
    private static void appendUntilDark(MailStore store, int first) {
        try (Writer writer = store.openWriter(WORK)) {
            for (int i = first; i < first + 12; i++) {
                writer.put(mail("m" + i).stored());
                if (i % 3 == 2) {
                    writer.commit(Map.of("settled", Integer.toString(i + 1)));
                }
            }
        } catch (StoreException | UncheckedIOException dark) {
            // The power is gone.
        }
    }

    private int settledExactly(long seed, int loss) throws StoreException {
        try (MailStore store = new LuceneStore(folder.resolve("power"), SEARCH_TIME);
                View view = store.openView(WORK)) {
            int settled = Integer.parseInt(view.marks().getOrDefault("settled", "0"));
            assertThat(view.check()).as("seed %d, loss %d", seed, loss).isEmpty();
            assertThat(view.size()).as("seed %d, loss %d", seed, loss).isEqualTo(settled);
            return settled;
        }
    }

    /// A disk that goes dark at one of its operations, and then loses or garbles what no fsync made
    /// durable.
    private static final class PoweredDisk implements Disk {
        private final Random random;
        private final MockDirectoryWrapper.Failure dark;
        private int operations;
        private Optional<MockDirectoryWrapper> last = Optional.empty();

        PoweredDisk(Random random, int operations) {
            this.random = new Random(random.nextLong());
            this.operations = operations;
            this.dark =
                    new MockDirectoryWrapper.Failure() {
                        @Override
                        public void eval(MockDirectoryWrapper disk) throws IOException {
                            if (PoweredDisk.this.operations-- <= 0) {
                                throw new IOException("the power is gone");
                            }
                        }
                    };
        }

        /// The last one opened is the writer's; it must outlive being closed, to lose the power.
        @Override
        public Directory open(Path folder) throws IOException {
            MockDirectoryWrapper disk =
                    new MockDirectoryWrapper(
                            random, FSDirectory.open(folder, NoLockFactory.INSTANCE));
            disk.setCheckIndexOnClose(false);
            disk.setAssertNoUnrefencedFilesOnClose(false);
            disk.failOn(dark);
            last = Optional.of(disk);
            return new FilterDirectory(disk) {
                @Override
                public void close() {}
            };
        }

        void losePower() throws IOException {
            operations = Integer.MAX_VALUE;
            last.orElseThrow().crash();
        }
    }
}
