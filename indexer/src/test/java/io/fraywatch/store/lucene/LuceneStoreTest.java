package io.fraywatch.store.lucene;

import static io.fraywatch.store.Mails.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fraywatch.analyze.text.TextFeatures;
import io.fraywatch.mail.MailId;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.MailStoreContract;
import io.fraywatch.store.StoreBusyException;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.store.Writer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneStoreTest implements MailStoreContract {
    @TempDir private Path root;
    private MailStore store;

    @BeforeEach
    void open() {
        store = new LuceneStore(root, Duration.ofSeconds(10));
    }

    @Override
    public MailStore store() {
        return store;
    }

    private Path index() {
        return root.resolve("work/index");
    }

    @Test
    void check9RefusesAWriterWhileAnotherProcessWrites() throws Exception {
        Process other = writeElsewhere();
        try {
            awaitReady(other);
            assertThatThrownBy(() -> store.openWriter(WORK))
                    .isInstanceOf(StoreBusyException.class)
                    .hasMessageContaining("process " + other.pid());
            try (View view = store.openView(WORK)) {
                assertThat(view.size()).isEqualTo(1);
            }
        } finally {
            other.destroyForcibly().waitFor();
        }
        store.openWriter(WORK).close();
    }

    @Test
    void losesOnlyWhatWasNotCommittedWhenKilled() throws Exception {
        Process other = writeElsewhere();
        awaitReady(other);
        other.destroyForcibly().waitFor();
        try (Writer writer = store.openWriter(WORK)) {
            assertThat(writer.marks()).isEqualTo(Map.of("cursor", "1"));
            writer.put(mail("next").stored());
            writer.commit(Map.of("cursor", "2"));
        }
        try (View view = store.openView(WORK)) {
            assertThat(view.find(new MailId("committed"))).isPresent();
            assertThat(view.find(new MailId("uncommitted"))).isEmpty();
            assertThat(view.find(new MailId("next"))).isPresent();
        }
    }

    @Test
    void check5RecoversFromAKillInTheVeryFirstCommit() throws Exception {
        try (Writer writer = store.openWriter(WORK)) {
            writer.put(mail("a").stored());
            writer.commit(Map.of());
        }
        try (Stream<Path> files = Files.list(index())) {
            Path segments =
                    files.filter(file -> file.getFileName().toString().startsWith("segments_"))
                            .findFirst()
                            .orElseThrow();
            Files.move(segments, segments.resolveSibling("pending_" + segments.getFileName()));
        }
        try (View view = store.openView(WORK)) {
            assertThat(view.size()).isZero();
        }
        try (Writer writer = store.openWriter(WORK)) {
            writer.put(mail("a").stored());
            writer.commit(Map.of());
        }
        try (View view = store.openView(WORK)) {
            assertThat(view.size()).isEqualTo(1);
        }
    }

    @Test
    void saysThatAnIndexOfAnotherShapeIsBuiltAnewAndBeginsThat() throws Exception {
        makeOfVersion(IndexFormat.OLDEST_READABLE - 1);
        assertThatThrownBy(() -> store.openView(WORK))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("work", "fraywatch rebuild");
        try (Writer writer = store.openWriter(WORK)) {
            writer.put(mail("new").stored());
            writer.commit(Map.of());
        }
        try (View view = store.openView(WORK)) {
            assertThat(view.find(new MailId("new"))).isPresent();
        }
    }

    @Test
    void check12AnIndexOfAnOlderVersionAnswersUntilTheNewOneIsWhole() throws Exception {
        try (Writer writer = store.openWriter(WORK)) {
            writer.put(mail("old").stored());
            writer.commit(Map.of("cursor", "1"));
        }
        makeOfVersion(IndexFormat.OLDEST_READABLE);
        try (Writer writer = store.openWriter(WORK)) {
            assertThat(writer.marks()).isEmpty();
            writer.put(mail("new").stored());
            writer.commit(Map.of("cursor", "1"));
            try (View view = store.openView(WORK)) {
                assertThat(view.find(new MailId("old"))).isPresent();
            }
            writer.takeOver();
        }
        try (View view = store.openView(WORK)) {
            assertThat(view.find(new MailId("old"))).isEmpty();
            assertThat(view.find(new MailId("new"))).isPresent();
        }
        assertThat(index()).doesNotExist();
    }

    @Test
    void anIndexWhoseTextsWereReadOtherwiseAnswersUntilTheNewOneIsWhole() throws Exception {
        try (Writer writer = store.openWriter(WORK)) {
            writer.put(mail("by-words").stored());
            writer.commit(Map.of("cursor", "1"));
        }
        MailStore other = new LuceneStore(root, Duration.ofSeconds(10), () -> "a-model");
        try (Writer writer = other.openWriter(WORK)) {
            assertThat(writer.marks()).isEmpty();
            writer.put(mail("by-the-model").stored());
            writer.commit(Map.of("cursor", "1"));
            try (View view = other.openView(WORK)) {
                assertThat(view.find(new MailId("by-words"))).isPresent();
                assertThat(view.reading()).isEmpty();
            }
            writer.takeOver();
        }
        try (View view = other.openView(WORK)) {
            assertThat(view.find(new MailId("by-the-model"))).isPresent();
            assertThat(view.reading()).isEqualTo("a-model");
        }
    }

    @Test
    void anIndexGoesOnWhileTextsAreReadTheSameWay() throws Exception {
        MailStore other = new LuceneStore(root, Duration.ofSeconds(10), () -> "a-model");
        try (Writer writer = other.openWriter(WORK)) {
            writer.put(mail("a").stored());
            writer.commit(Map.of("cursor", "1"));
        }
        try (Writer writer = other.openWriter(WORK)) {
            assertThat(writer.marks()).containsEntry("cursor", "1");
            try (View view = writer.view()) {
                assertThat(view.reading()).isEqualTo("a-model");
            }
        }
    }

    private void makeOfVersion(int version) throws IOException {
        Files.createDirectories(index());
        try (FSDirectory directory = FSDirectory.open(index());
                IndexWriter older =
                        new IndexWriter(
                                directory,
                                new IndexWriterConfig(new KeywordAnalyzer())
                                        .setIndexSort(
                                                new org.apache.lucene.search.Sort(
                                                        Fields.newestFirst())))) {
            older.setLiveCommitData(Map.of("format", Integer.toString(version)).entrySet());
            older.commit();
        }
    }

    /// What parser and reader make of a mail is kept beside it: features of another version can't
    /// be judged, and mean a new version of the index.
    @Test
    void countsItsVersionUpWithTheFeatures() {
        assertThat(List.of(IndexFormat.CURRENT, TextFeatures.VERSION))
                .as("raise IndexFormat.CURRENT with TextFeatures.VERSION, then this")
                .isEqualTo(List.of(5, 2));
    }

    @Test
    void check8FindsAFlippedByte() throws Exception {
        try (Writer writer = store.openWriter(WORK)) {
            writer.put(mail("a").stored());
            writer.commit(Map.of());
        }
        flipAByteOfTheLargestFile();
        try (View view = store.openView(WORK)) {
            assertThat(view.check())
                    .singleElement()
                    .asString()
                    .contains("work", "fraywatch rebuild");
        } catch (StoreException e) {
            assertThat(e).hasMessageContaining("fraywatch rebuild");
        }
    }

    /// The check reads the whole index, so it is for errors that arose in reading.
    @Test
    void onlyAnErrorOfReadingIsTakenForDamage() {
        RuntimeException reading =
                catchThrowableOfType(
                        RuntimeException.class,
                        () -> Packing.unpackEntry(new BytesRef(new byte[] {9, 9}), 7));
        RuntimeException callers =
                catchThrowableOfType(
                        RuntimeException.class, () -> TextFeatures.decode(new byte[] {127, 9}));
        assertThat(Damage.mayShowAs(reading)).isTrue();
        assertThat(Damage.mayShowAs(callers)).isFalse();
        assertThat(Damage.mayShowAs(new AlreadyClosedException("the view"))).isFalse();
    }

    @Test
    void check11BeginsAnewWhenItsFolderWasDeleted() throws Exception {
        try (Writer writer = store.openWriter(WORK)) {
            writer.put(mail("a").stored());
            writer.commit(Map.of("cursor", "1"));
        }
        Shelf.delete(index());
        try (View view = store.openView(WORK)) {
            assertThat(view.size()).isZero();
        }
        try (Writer writer = store.openWriter(WORK)) {
            assertThat(writer.marks()).isEmpty();
        }
    }

    private void flipAByteOfTheLargestFile() throws IOException {
        Path largest;
        try (Stream<Path> files = Files.list(index())) {
            largest =
                    files.max(Comparator.comparingLong(file -> file.toFile().length()))
                            .orElseThrow();
        }
        try (FileChannel file =
                FileChannel.open(largest, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            long middle = file.size() / 2;
            file.read(one, middle);
            one.put(0, (byte) (one.get(0) ^ 1)).rewind();
            file.write(one, middle);
        }
    }

    private Process writeElsewhere() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherWriter.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void awaitReady(Process other) throws IOException {
        InputStream out = other.getInputStream();
        assertThat(out.read()).isEqualTo('r');
    }
}
