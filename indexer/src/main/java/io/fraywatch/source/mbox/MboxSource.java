package io.fraywatch.source.mbox;

import io.fraywatch.mail.Location;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.FolderNames;
import io.fraywatch.source.Intake;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.SourceException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One mbox file, or all mbox files below a directory. Mails are handed over from the end of a file
/// to its beginning, since programs append.
///
/// A file's mark is a [Mark]: only what was appended is read again; a file that was cut or
/// rewritten starts anew.
public final class MboxSource implements MailSource {
    private static final int BATCH = 500;
    private static final long LARGEST_MAIL = 50L << 20;
    private static final int DEEPEST = 8;

    private final Path root;

    public MboxSource(Path root) {
        this.root = root;
    }

    @Override
    public void pull(Cursor from, Intake intake) throws SourceException, InterruptedException {
        try {
            Cursor cursor = from;
            for (Map.Entry<String, Path> file : files().entrySet()) {
                Optional<Mark> mark =
                        Optional.ofNullable(from.marks().get(file.getKey())).flatMap(Mark::parse);
                cursor = new Pull(file.getKey(), file.getValue(), cursor, intake).run(mark);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void refetch(Set<Location> places, Intake intake)
            throws SourceException, InterruptedException {
        for (Map.Entry<String, Path> file : files().entrySet()) {
            String folder = file.getKey();
            if (places.stream().noneMatch(place -> place.folder().equals(folder))) {
                continue;
            }
            try (SeekableByteChannel channel = Files.newByteChannel(file.getValue())) {
                List<Span> wanted =
                        spans(channel, 0, channel.size()).stream()
                                .filter(mail -> places.contains(mail.location(folder)))
                                .toList();
                new Pull(folder, file.getValue(), Cursor.START, intake).hand(channel, wanted);
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
    }

    @Override
    public void list(String folder, Consumer<Listed> each) throws SourceException {
        Optional<Path> file = Optional.ofNullable(files().get(folder));
        if (file.isEmpty()) {
            return;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file.get())) {
            for (Span mail : spans(channel, 0, channel.size())) {
                each.accept(new Listed(mail.location(folder), size(channel, mail)));
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public List<String> folders() throws SourceException {
        return List.copyOf(files().sequencedKeySet());
    }

    @Override
    public void close() {}

    private SequencedMap<String, Path> files() throws SourceException {
        if (!Files.exists(root)) {
            throw wrong(
                    "doesn't exist", "Set path to an mbox file or to a directory that holds some.");
        }
        SequencedMap<String, Path> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(root, DEEPEST)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                if (isMbox(file)
                        && (file.equals(root)
                                || !FolderNames.isLeftOut(file.getFileName().toString()))) {
                    Path shown = file.equals(root) ? file.getFileName() : root.relativize(file);
                    files.put(shown.toString(), file);
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (files.isEmpty()) {
            throw wrong(
                    Files.isDirectory(root)
                            ? "holds no mbox file"
                            : "isn't an mbox file: it doesn't begin with a line 'From …'",
                    "Set path to an mbox file; for a Maildir, or for .eml files in a directory, use kind: maildir.");
        }
        return files;
    }

    /// An empty file may yet become one, if it is the one that was named.
    private boolean isMbox(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] first = stream.readNBytes(5);
            return (first.length == 0 && file.equals(root))
                    || new String(first, java.nio.charset.StandardCharsets.ISO_8859_1)
                            .equals("From ");
        }
    }

    private SourceException wrong(String what, String remedy) {
        return new SourceException(Kind.MISCONFIGURED, root + " " + what, remedy, null);
    }

    private SourceException unreadable(IOException e) {
        return new SourceException(
                Kind.MISCONFIGURED,
                root + " can't be read: " + e.getMessage(),
                "Let the user who runs Fraywatch read this file, and everything in it if it is a directory.",
                e);
    }

    /// The bytes of a mail once it is back in its own form.
    private static long size(SeekableByteChannel file, Span mail) throws IOException {
        return mail.length() > LARGEST_MAIL
                ? mail.length()
                : MboxMail.bytes(read(file, mail)).length;
    }

    private static byte[] read(SeekableByteChannel file, Span mail) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) mail.length());
        file.position(mail.from);
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {}
        return java.util.Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static List<Span> spans(SeekableByteChannel file, long from, long to)
            throws IOException {
        List<Long> starts = MboxScanner.starts(file, from, to);
        List<Span> spans = new ArrayList<>(starts.size());
        for (int i = 0; i < starts.size(); i++) {
            spans.add(new Span(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : to));
        }
        return spans;
    }

    /// Where one mail stands, its From line included.
    private record Span(long from, long to) {
        Location location(String folder) {
            return new Location(folder, Long.toString(from));
        }

        long length() {
            return to - from;
        }
    }

    /// The pull of one file.
    private static final class Pull {
        private final String folder;
        private final Path path;
        private final Intake intake;
        private Cursor cursor;

        Pull(String folder, Path path, Cursor cursor, Intake intake) {
            this.folder = folder;
            this.path = path;
            this.cursor = cursor;
            this.intake = intake;
        }

        Cursor run(Optional<Mark> known) throws IOException, InterruptedException {
            try (SeekableByteChannel file = Files.newByteChannel(path)) {
                long size = file.size();
                if (known.isPresent() && known.get().holdsFor(file)) {
                    List<Span> appended = spans(file, known.get().high(), size);
                    // Anything but whole mails behind the mark: a mail was still being written when
                    // we read it.
                    if (known.get().high() == size
                            || (!appended.isEmpty()
                                    && appended.getFirst().from == known.get().high())) {
                        return run(file, known.get(), appended);
                    }
                }
                return run(file, new Mark(size, size, 0, Mark.print(file, size)), List.of());
            }
        }

        private Cursor run(SeekableByteChannel file, Mark mark, List<Span> appended)
                throws IOException, InterruptedException {
            List<Span> history = spans(file, 0, mark.low()).reversed();
            int open = appended.size() + history.size();
            intake.folder(folder, mark.mails() + open, open);
            Mark now = mark;
            for (List<Span> batch : batches(appended)) {
                hand(file, batch);
                long high = batch.getLast().to;
                now = new Mark(now.low(), high, now.mails() + batch.size(), Mark.print(file, high));
                settle(now);
            }
            for (List<Span> batch : batches(history)) {
                hand(file, batch);
                now =
                        new Mark(
                                batch.getLast().from,
                                now.high(),
                                now.mails() + batch.size(),
                                now.print());
                settle(now);
            }
            settle(new Mark(0, now.high(), now.mails(), now.print()));
            return cursor;
        }

        private static List<List<Span>> batches(List<Span> mails) {
            List<List<Span>> batches = new ArrayList<>();
            for (int at = 0; at < mails.size(); at += BATCH) {
                batches.add(mails.subList(at, Math.min(at + BATCH, mails.size())));
            }
            return batches;
        }

        private void hand(SeekableByteChannel file, List<Span> batch)
                throws IOException, InterruptedException {
            for (Span mail : batch) {
                long length = mail.length();
                if (length > LARGEST_MAIL) {
                    intake.quarantine(
                            mail.location(folder),
                            "it has "
                                    + (length >> 20)
                                    + " MiB; mails up to "
                                    + (LARGEST_MAIL >> 20)
                                    + " MiB are read");
                } else {
                    intake.accept(MboxMail.of(mail.location(folder), read(file, mail)));
                }
            }
        }

        private void settle(Mark mark) throws InterruptedException {
            Cursor next = cursor.with(folder, mark.toString());
            if (!next.equals(cursor)) {
                cursor = next;
                intake.settled(cursor);
            }
        }
    }
}
