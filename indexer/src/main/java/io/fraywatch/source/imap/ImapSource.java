package io.fraywatch.source.imap;

import io.fraywatch.mail.Location;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.Intake;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.Tier;
import io.fraywatch.source.Watch;
import io.fraywatch.source.imap.Fetcher.SettledBatch;
import io.fraywatch.source.imap.Lane.Batch;
import io.fraywatch.source.imap.Lane.Mail;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.iap.ProtocolException;

/// A mailbox over IMAP. Each call makes a connection of its own and closes it.
///
/// A folder's mark is `uidvalidity:low:high`: every UID from low to high is settled; behind them,
/// where the server tells what vanished, up to which of its changes it has told. A changed
/// UIDVALIDITY starts the folder anew.
public final class ImapSource implements MailSource {
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
        CursorProgress progress = new CursorProgress(from, intake);
        fetching(
                intake,
                progress::settle,
                (connection, fetcher) -> {
                    Survey survey = survey(connection);
                    List<Plan> plans = plans(connection, survey, from, intake);
                    survey.shut().all().forEach(intake::shut);
                    for (Plan plan : plans) {
                        FolderState state = plan.state();
                        intake.folder(state.folder(), state.mails(), plan.lane().mails());
                        progress.start(plan.lane());
                    }
                    fetcher.fetch(inTurn(plans.stream().map(Plan::lane).toList()));
                    // Not before: until all is in, what left one folder may turn up in another.
                    plans.forEach(plan -> plan.gone().forEach(intake::gone));
                    progress.end(
                            plans, survey.shut().all().keySet(), connection.tier() == Tier.QRESYNC);
                });
    }

    private void fetching(Intake intake, SettledBatch settled, Fetching work)
            throws SourceException, InterruptedException {
        ImapConnection connection = connect();
        Fetcher fetcher =
                new Fetcher(
                        new Line(this::connect, connection, failures), failures, intake, settled);
        boolean done = false;
        try {
            work.on(connection, fetcher);
            done = true;
        } finally {
            if (done) {
                fetcher.close();
            } else {
                fetcher.drop();
            }
        }
    }

    private interface Fetching {
        void on(ImapConnection connection, Fetcher fetcher)
                throws SourceException, InterruptedException;
    }

    private List<Plan> plans(ImapConnection connection, Survey survey, Cursor from, Intake intake)
            throws SourceException {
        try {
            List<FolderState> states = survey.states(from.marks().keySet());
            return new Planner(new Listing(connection, failures), survey.shut(), from, intake)
                    .plan(states);
        } catch (IOException e) {
            throw failures.lost(e);
        } catch (ProtocolException e) {
            throw failures.unreadable(e);
        }
    }

    @Override
    public void refetch(Set<Location> places, Intake intake)
            throws SourceException, InterruptedException {
        fetching(
                intake,
                settled -> {},
                (connection, fetcher) -> fetcher.fetch(wanted(connection, places)));
    }

    /// Those of the places that still hold a mail, as a pull would read them.
    private List<Batch> wanted(ImapConnection connection, Set<Location> places)
            throws SourceException {
        try {
            List<Batch> batches = new ArrayList<>();
            Listing listing = new Listing(connection, failures);
            for (FolderState state : survey(connection).states(List.of())) {
                List<Mail> asked = mails(places, state.folder(), state.uidValidity());
                List<Mail> there =
                        asked.isEmpty() ? List.of() : listing.mails(state, UidSet.of(asked));
                if (!there.isEmpty()) {
                    FolderMark none = FolderMark.fresh(state.uidValidity(), Long.MAX_VALUE);
                    batches.addAll(new Lane(state.folder(), none, there, 0).history());
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
            FolderState state = survey(connection).state(folder);
            for (Mail mail : new Listing(connection, failures).mails(state, "1:*")) {
                each.accept(new Listed(mail.at(state), mail.size()));
            }
            return true;
        });
    }

    @Override
    public List<String> folders() throws SourceException {
        return onConnection(connection -> survey(connection).folders());
    }

    /// Connects, logs in and counts the mails of each folder a pull would read; reads no mail.
    public List<Counted> probe() throws SourceException {
        return onConnection(connection -> {
            List<FolderState> states = survey(connection).states(List.of());
            return states.stream()
                    .map(state -> new Counted(state.folder(), state.mails()))
                    .toList();
        });
    }

    /// A folder and how many mails lie in it.
    public record Counted(String folder, long mails) {}

    /// Listens by IDLE to INBOX and Sent, each on a connection of its own.
    @Override
    public Optional<Watch> watch() throws SourceException {
        return IdleWatch.open(this::connect, settings, failures).map(watch -> watch);
    }

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

    private Survey survey(ImapConnection connection) {
        return new Survey(connection, settings, failures);
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
}
