package io.fraywatch.source.maildir;

import io.fraywatch.mail.Location;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.Intake;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.RawMail;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.SourceException.Kind;
import io.fraywatch.source.maildir.Folder.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A Maildir with its folders, as Maildir++ (`.Sent`, `.Archive.2020`) or as plain Maildirs in
/// sub-directories; also directories of `.eml` files. A folder's mark is a [Mark].
public final class MaildirSource implements MailSource {
    private static final int BATCH = 500;
    private static final int TRIES = 3;
    private static final int FAILURES_IN_A_ROW = 10;
    private static final long LARGEST_MAIL = 50L << 20;

    private final Path root;

    public MaildirSource(Path root) {
        this.root = root;
    }

    @Override
    public void pull(Cursor from, Intake intake) throws SourceException, InterruptedException {
        Pull pull = new Pull(from, intake);
        List<Lane> lanes = new ArrayList<>();
        try {
            for (Folder folder : tree()) {
                Optional<Mark> mark =
                        Optional.ofNullable(from.marks().get(folder.name())).flatMap(Mark::parse);
                Lane lane = Lane.of(folder, mark);
                intake.folder(folder.name(), lane.mails, lane.news.size() + lane.history.size());
                lanes.add(lane);
            }
            pull.run(lanes);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void refetch(Set<Location> places, Intake intake)
            throws SourceException, InterruptedException {
        Pull pull = new Pull(Cursor.START, intake);
        try {
            for (Folder folder : tree()) {
                for (Entry entry : Folder.entries(folder.files())) {
                    if (places.contains(new Location(folder.name(), entry.key()))) {
                        pull.hand(folder, entry);
                    }
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void list(String folder, Consumer<Listed> each) throws SourceException {
        try {
            for (Folder found : tree()) {
                if (found.name().equals(folder)) {
                    for (Entry entry : Folder.entries(found.files())) {
                        each.accept(new Listed(new Location(folder, entry.key()), entry.size()));
                    }
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public List<String> folders() throws SourceException {
        return tree().stream().map(Folder::name).toList();
    }

    @Override
    public void close() {}

    private List<Folder> tree() throws SourceException {
        if (!Files.isDirectory(root)) {
            throw new SourceException(
                    Kind.MISCONFIGURED,
                    root + (Files.exists(root) ? " is a file, not a Maildir" : " doesn't exist"),
                    "Set path to the directory that holds the Maildir's 'cur' and 'new'; for a single file use kind: mbox.",
                    null);
        }
        try {
            List<Folder> folders = FolderTree.below(root);
            if (folders.isEmpty()) {
                throw new SourceException(
                        Kind.MISCONFIGURED,
                        root + " holds no Maildir and no .eml files",
                        "Set path to the directory that holds the Maildir's 'cur' and 'new'; for mbox files use kind: mbox.",
                        null);
            }
            return folders;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private SourceException unreadable(IOException e) {
        return new SourceException(
                Kind.MISCONFIGURED,
                root + " can't be read: " + e.getMessage(),
                "Let the user who runs Fraywatch read this directory and everything in it.",
                e);
    }

    /// What is left to read in one folder.
    private static final class Lane {
        private final Folder folder;
        private final int mails;
        private final String names;
        private final List<Entry> news;
        private final List<Entry> history;
        private Mark mark;

        private Lane(Folder folder, Mark mark, Map<String, Path> files, List<Entry> entries) {
            this.folder = folder;
            this.mark = mark;
            this.mails = files.size();
            this.names = Folder.fingerprint(files);
            this.news =
                    entries.stream()
                            .filter(mark::isNew)
                            .sorted(Comparator.comparingLong(Entry::came))
                            .toList();
            this.history =
                    entries.stream()
                            .filter(mark::isOpenHistory)
                            .sorted(Comparator.comparing(Entry::position).reversed())
                            .toList();
        }

        static Lane of(Folder folder, Optional<Mark> known) throws IOException {
            Map<String, Path> files = folder.files();
            if (known.isPresent() && known.get().whole().equals(Folder.fingerprint(files))) {
                return new Lane(folder, known.get(), files, List.of());
            }
            List<Entry> entries = Folder.entries(files);
            return new Lane(folder, known.orElseGet(() -> Mark.fresh(entries)), files, entries);
        }
    }

    /// One pull: new mail of every folder, then history, a batch of each folder at a time.
    private final class Pull {
        private final Intake intake;
        private Cursor cursor;
        private int failedInARow;

        Pull(Cursor from, Intake intake) {
            this.intake = intake;
            this.cursor = from;
        }

        void run(List<Lane> lanes) throws SourceException, InterruptedException {
            for (Lane lane : lanes) {
                for (int at = 0; at < lane.news.size(); at += BATCH) {
                    List<Entry> batch = take(lane, lane.news, at);
                    settle(lane, lane.mark.upTo(batch));
                }
            }
            int longest = lanes.stream().mapToInt(lane -> lane.history.size()).max().orElse(0);
            for (int at = 0; at < longest; at += BATCH) {
                for (Lane lane : lanes) {
                    if (at < lane.history.size()) {
                        List<Entry> batch = take(lane, lane.history, at);
                        settle(lane, lane.mark.downTo(batch.getLast()));
                    }
                }
            }
            for (Lane lane : lanes) {
                settle(lane, lane.mark.all(lane.names));
            }
        }

        private List<Entry> take(Lane lane, List<Entry> entries, int from)
                throws SourceException, InterruptedException {
            List<Entry> batch = entries.subList(from, Math.min(from + BATCH, entries.size()));
            for (Entry entry : batch) {
                hand(lane.folder, entry);
            }
            return batch;
        }

        private void settle(Lane lane, Mark mark) throws InterruptedException {
            lane.mark = mark;
            Cursor next = cursor.with(lane.folder.name(), mark.toString());
            if (!next.equals(cursor)) {
                cursor = next;
                intake.settled(cursor);
            }
        }

        private void hand(Folder folder, Entry entry) throws SourceException, InterruptedException {
            Location location = new Location(folder.name(), entry.key());
            if (entry.size() > LARGEST_MAIL) {
                intake.quarantine(
                        location,
                        "it has "
                                + (entry.size() >> 20)
                                + " MiB; mails up to "
                                + (LARGEST_MAIL >> 20)
                                + " MiB are read");
                return;
            }
            try {
                Optional<byte[]> bytes = read(folder, entry);
                if (bytes.isPresent()) {
                    intake.accept(new RawMail(location, Optional.of(entry.time()), bytes.get()));
                    failedInARow = 0;
                }
            } catch (IOException e) {
                intake.quarantine(location, "its file can't be read");
                if (++failedInARow >= FAILURES_IN_A_ROW) {
                    throw unreadable(e);
                }
            }
        }

        /// Follows a file that another program renames meanwhile; empty when it is gone.
        private Optional<byte[]> read(Folder folder, Entry entry) throws IOException {
            Path file = entry.file();
            for (int i = 0; i < TRIES; i++) {
                try {
                    return Optional.of(Files.readAllBytes(file));
                } catch (NoSuchFileException renamed) {
                    Optional<Path> now = Optional.ofNullable(folder.files().get(entry.key()));
                    if (now.isEmpty()) {
                        return Optional.empty();
                    }
                    file = now.get();
                }
            }
            throw new IOException("the file " + entry.key() + " is renamed all the time");
        }
    }
}
