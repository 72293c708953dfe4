package io.fraywatch.source.imap;

import io.fraywatch.mail.Location;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.Intake;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.Tier;
import io.fraywatch.source.imap.Lane.Batch;
import io.fraywatch.source.imap.Lane.Mail;

import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.Status;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import javax.net.ssl.SSLSocketFactory;

/// A mailbox over IMAP. Each call makes a connection of its own and closes it.
///
/// A folder's mark is `uidvalidity:low:high`: every UID from low to high is settled. A changed
/// UIDVALIDITY starts the folder anew.
public final class ImapSource implements MailSource {
    private static final long BYTES_PER_LISTED_MAIL = 200;

    private final ImapSettings settings;
    private final SSLSocketFactory tls;
    private final Failures failures;
    private Optional<Tier> tier = Optional.empty();

    public ImapSource(ImapSettings settings) {
        this(settings, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /// @param tls decides which certificates are trusted
    ImapSource(ImapSettings settings, SSLSocketFactory tls) {
        this.settings = settings;
        this.tls = tls;
        this.failures = new Failures(settings);
    }

    @Override
    public void pull(Cursor from, Intake intake) throws SourceException, InterruptedException {
        ImapConnection connection = connect();
        Progress progress = new Progress(from, intake);
        Fetcher fetcher =
                new Fetcher(this::connect, connection, failures, intake, progress::settle);
        boolean done = false;
        try {
            List<Lane> lanes = lanes(connection, from, intake);
            lanes.forEach(progress::start);
            fetcher.fetch(inTurn(lanes));
            progress.end();
            done = true;
        } finally {
            if (done) {
                fetcher.close();
            } else {
                fetcher.drop();
            }
        }
    }

    @Override
    public void refetch(Set<Location> places, Intake intake)
            throws SourceException, InterruptedException {
        ImapConnection connection = connect();
        Fetcher fetcher = new Fetcher(this::connect, connection, failures, intake, settled -> {});
        boolean done = false;
        try {
            fetcher.fetch(wanted(connection, places));
            done = true;
        } finally {
            if (done) {
                fetcher.close();
            } else {
                fetcher.drop();
            }
        }
    }

    /// Those of the places that still hold a mail, as a pull would read them.
    private List<Batch> wanted(ImapConnection connection, Set<Location> places)
            throws SourceException {
        try {
            List<Batch> batches = new ArrayList<>();
            for (String folder : folders(connection)) {
                Status status = status(connection, folder);
                List<Mail> asked = mails(places, folder, status.uidvalidity);
                List<Mail> there =
                        asked.isEmpty()
                                ? List.of()
                                : listed(connection, folder, status, UidSet.of(asked));
                if (!there.isEmpty()) {
                    FolderMark none = FolderMark.fresh(status.uidvalidity, Long.MAX_VALUE);
                    batches.addAll(new Lane(folder, none, there, 0).history());
                }
            }
            return batches;
        } catch (IOException e) {
            throw failures.lost(e);
        } catch (ProtocolException e) {
            throw failures.unreadable(e);
        }
    }

    /// The places in a folder, as long as its UIDs are those of that time.
    private static List<Mail> mails(Set<Location> places, String folder, long uidValidity) {
        String valid = uidValidity + ":";
        return places.stream()
                .filter(place -> place.folder().equals(folder) && place.key().startsWith(valid))
                .map(place -> new Mail(Long.parseLong(place.key().substring(valid.length())), 0))
                .toList();
    }

    @Override
    public void list(String folder, Consumer<Listed> each) throws SourceException {
        onConnection(connection -> {
            Status status = status(connection, folder);
            for (Mail mail : listed(connection, folder, status, "1:*")) {
                each.accept(
                        new Listed(
                                new Location(folder, status.uidvalidity + ":" + mail.uid()),
                                mail.size()));
            }
            return true;
        });
    }

    @Override
    public List<String> folders() throws SourceException {
        return onConnection(this::folders);
    }

    /// Connects, logs in and counts the mails of each folder a pull would read; reads no mail.
    public List<Counted> probe() throws SourceException {
        return onConnection(connection -> {
            List<Counted> counted = new ArrayList<>();
            for (String folder : folders(connection)) {
                counted.add(new Counted(folder, status(connection, folder).total));
            }
            return List.copyOf(counted);
        });
    }

    /// A folder and how many mails lie in it.
    public record Counted(String folder, long mails) {}

    @Override
    public Optional<Tier> tier() {
        return tier;
    }

    @Override
    public void close() {}

    private ImapConnection connect() throws SourceException {
        ImapConnection connection = ImapConnection.open(settings, tls);
        tier = Optional.of(connection.tier());
        return connection;
    }

    private List<Lane> lanes(ImapConnection connection, Cursor from, Intake intake)
            throws SourceException {
        try {
            List<Lane> lanes = new ArrayList<>();
            for (String folder : folders(connection)) {
                Status status = status(connection, folder);
                Lane lane =
                        lane(
                                connection,
                                folder,
                                status,
                                Optional.ofNullable(from.marks().get(folder)));
                intake.folder(folder, status.total, lane.mails());
                lanes.add(lane);
            }
            return lanes;
        } catch (IOException e) {
            throw failures.lost(e);
        } catch (ProtocolException e) {
            throw failures.unreadable(e);
        }
    }

    private Lane lane(
            ImapConnection connection, String folder, Status status, Optional<String> known)
            throws IOException, ProtocolException, SourceException {
        Optional<FolderMark> mark =
                known.flatMap(FolderMark::parse).filter(m -> m.uidValidity() == status.uidvalidity);
        if (status.uidnext > 0) {
            FolderMark from = mark.orElse(FolderMark.fresh(status.uidvalidity, status.uidnext));
            return lane(connection, folder, status, from);
        }
        // A server without UIDNEXT must be asked each time.
        List<Mail> all = listed(connection, folder, status, "1:*");
        long top = all.stream().mapToLong(Mail::uid).max().orElse(0);
        return new Lane(
                folder, mark.orElse(FolderMark.fresh(status.uidvalidity, top + 1)), all, top);
    }

    private Lane lane(ImapConnection connection, String folder, Status status, FolderMark from)
            throws IOException, ProtocolException, SourceException {
        List<String> open = new ArrayList<>();
        if (!from.holdsAllHistory()) {
            open.add("1:" + (from.low() - 1));
        }
        if (from.high() < status.uidnext - 1) {
            open.add((from.high() + 1) + ":*");
        }
        List<Mail> mails =
                open.isEmpty()
                        ? List.of()
                        : listed(connection, folder, status, String.join(",", open));
        long top =
                LongStream.concat(
                                LongStream.of(status.uidnext - 1),
                                mails.stream().mapToLong(Mail::uid))
                        .max()
                        .getAsLong();
        return new Lane(folder, from, mails, top);
    }

    private List<Mail> listed(ImapConnection connection, String folder, Status status, String uids)
            throws IOException, ProtocolException, SourceException {
        List<Mail> mails = new ArrayList<>();
        if (status.total == 0) {
            return mails;
        }
        try {
            if (connection.receiveExamine(connection.sendExamine(folder)) != status.uidvalidity) {
                throw failures.renumbered(folder);
            }
            connection.perform(
                    "UID FETCH " + uids + " (UID RFC822.SIZE)",
                    status.total * BYTES_PER_LISTED_MAIL,
                    answer -> {
                        if (answer instanceof FetchResponse fetched && Flight.uid(fetched) > 0) {
                            mails.add(new Mail(Flight.uid(fetched), size(fetched)));
                        }
                    });
            return mails;
        } catch (CommandFailedException e) {
            throw failures.failed(folder, e);
        }
    }

    /// A mail of unknown size counts as a byte, so that an empty answer isn't taken for it.
    private static long size(FetchResponse answer) {
        return Optional.ofNullable(answer.getItem(RFC822SIZE.class))
                .map(item -> Math.max(item.size, 0))
                .orElse(1L);
    }

    private Status status(ImapConnection connection, String folder)
            throws IOException, ProtocolException, SourceException {
        try {
            return connection.status(folder);
        } catch (CommandFailedException e) {
            throw failures.failed(folder, e);
        }
    }

    private List<String> folders(ImapConnection connection)
            throws IOException, ProtocolException, SourceException {
        List<ListInfo> all = connection.folders();
        List<String> missing = FolderFinder.missing(all, settings.alsoRead());
        if (!missing.isEmpty()) {
            throw failures.noSuchFolder(missing);
        }
        return FolderFinder.choose(all, connection.can("X-GM-EXT-1"), settings.alsoRead());
    }

    /// New mail of every folder first, then history, a batch of each folder at a time.
    private static List<Batch> inTurn(List<Lane> lanes) {
        List<Batch> batches = new ArrayList<>();
        lanes.forEach(lane -> batches.addAll(lane.news()));
        int rounds = lanes.stream().mapToInt(lane -> lane.history().size()).max().orElse(0);
        for (int i = 0; i < rounds; i++) {
            for (Lane lane : lanes) {
                if (i < lane.history().size()) {
                    batches.add(lane.history().get(i));
                }
            }
        }
        return batches;
    }

    private <T> T onConnection(Question<T> question) throws SourceException {
        try (ImapConnection connection = connect()) {
            return question.ask(connection);
        } catch (IOException e) {
            throw failures.lost(e);
        } catch (ProtocolException e) {
            throw failures.unreadable(e);
        }
    }

    private interface Question<T> {
        T ask(ImapConnection connection) throws IOException, ProtocolException, SourceException;
    }

    /// The cursor as it moves over the folders.
    private static final class Progress {
        private final Intake intake;
        private Cursor cursor;
        private Cursor settled;

        Progress(Cursor from, Intake intake) {
            this.intake = intake;
            this.cursor = from;
            this.settled = from;
        }

        void start(Lane lane) {
            cursor = cursor.with(lane.folder(), lane.mark().toString());
        }

        void settle(Batch batch) throws InterruptedException {
            cursor = cursor.with(batch.folder(), batch.settle().toString());
            end();
        }

        /// Settles what moved without a mail.
        void end() throws InterruptedException {
            if (!cursor.equals(settled)) {
                intake.settled(cursor);
                settled = cursor;
            }
        }
    }
}
