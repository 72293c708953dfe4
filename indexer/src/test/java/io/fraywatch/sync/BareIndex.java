package io.fraywatch.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// The least that an index of mail can cost: mime4j's stream and Lucene, with nothing understood.
/// Every text part is decoded, indexed and stored; a commit each thousand mails.
final class BareIndex {
    private static final int COMMIT = 1_000;

    private final IndexWriter writer;

    private BareIndex(IndexWriter writer) {
        this.writer = writer;
    }

    /// Indexes the files into a new folder, by as many threads as there are cores.
    static void make(List<Path> mails, Path folder)
            throws IOException, InterruptedException, ExecutionException {
        int cores = Runtime.getRuntime().availableProcessors();
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer =
                        new IndexWriter(
                                directory,
                                new IndexWriterConfig(new StandardAnalyzer())
                                        .setRAMBufferSizeMB(48));
                ExecutorService workers = Executors.newFixedThreadPool(cores)) {
            BareIndex index = new BareIndex(writer);
            for (int from = 0; from < mails.size(); from += COMMIT) {
                List<Path> batch = mails.subList(from, Math.min(from + COMMIT, mails.size()));
                for (var done :
                        workers.invokeAll(
                                batch.stream()
                                        .map(mail -> Executors.callable(() -> index.add(mail)))
                                        .toList())) {
                    done.get();
                }
                writer.commit();
            }
        }
    }

    private void add(Path mail) {
        Document document = new Document();
        String id = mail.getFileName().toString();
        document.add(new StringField("id", id, Store.YES));
        MimeTokenStream stream =
                new MimeTokenStream(
                        new MimeConfig.Builder().setMaxLineLen(-1).setMaxHeaderLen(-1).build());
        try (InputStream bytes = Files.newInputStream(mail)) {
            stream.parse(bytes);
            for (EntityState state = stream.getState();
                    state != EntityState.T_END_OF_STREAM;
                    state = stream.next()) {
                switch (state) {
                    case T_FIELD -> header(document, stream.getField());
                    case T_BODY -> body(document, stream);
                    default -> {}
                }
            }
            writer.updateDocument(new Term("id", id), document);
        } catch (MimeException e) {
            throw new IllegalStateException(mail.toString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void header(Document document, Field field) {
        switch (field.getNameLowerCase()) {
            case "subject", "from", "to", "cc" ->
                    document.add(
                            new TextField(field.getNameLowerCase(), field.getBody(), Store.YES));
            case "message-id", "references", "in-reply-to", "date" ->
                    document.add(
                            new StringField(
                                    field.getNameLowerCase(),
                                    field.getBody()
                                            .substring(0, Math.min(500, field.getBody().length())),
                                    Store.YES));
            default -> {}
        }
    }

    private static void body(Document document, MimeTokenStream stream) throws IOException {
        BodyDescriptor descriptor = stream.getBodyDescriptor();
        if (descriptor.getMimeType().startsWith("text/")) {
            byte[] decoded = stream.getDecodedInputStream().readAllBytes();
            document.add(
                    new TextField("body", new String(decoded, charset(descriptor)), Store.YES));
        }
    }

    private static Charset charset(BodyDescriptor descriptor) {
        try {
            return Charset.forName(descriptor.getCharset());
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.ISO_8859_1;
        }
    }
}
