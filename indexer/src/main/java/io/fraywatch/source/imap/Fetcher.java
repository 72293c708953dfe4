package io.fraywatch.source.imap;

import io.fraywatch.source.Intake;
import io.fraywatch.source.RawMail;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.imap.Lane.Batch;
import io.fraywatch.source.imap.Lane.Mail;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;

/// Fetches batches of whole mails, two in flight, and hands each mail on as it arrives.
///
/// What a batch didn't bring is asked for again, at last mail by mail: three times, then the mail
/// is proven gone or set aside. Many failures in a row are the server's fault, not the mails', and
/// end the pull with nothing lost.
final class Fetcher implements AutoCloseable {
    private static final int IN_FLIGHT = 2;
    private static final int TRIES = 3;
    private static final int FAILURES_IN_A_ROW = 10;

    /// A mail on which the server hangs costs minutes, so few of them are enough.
    private static final int WEIGHT_OF_A_HANG = 5;

    private final Line line;
    private final Failures failures;
    private final Intake intake;
    private final SettledBatch settled;
    private Optional<Slices> begun = Optional.empty();
    private int failedInARow;

    /// Hears of each batch whose mails have all been handed over, set aside or proven gone.
    interface SettledBatch {
        void settled(Batch batch) throws InterruptedException;
    }

    /// @param line closed with this
    Fetcher(Line line, Failures failures, Intake intake, SettledBatch settled) {
        this.line = line;
        this.failures = failures;
        this.intake = intake;
        this.settled = settled;
    }

    /// Fetches and settles all batches in their order.
    void fetch(Iterable<Batch> batches) throws SourceException, InterruptedException {
        Deque<Flight> flights = new ArrayDeque<>();
        for (Batch batch : batches) {
            // UIDs tell mails apart only within one folder.
            while (!flights.isEmpty()
                    && !flights.getLast().batch().folder().equals(batch.folder())) {
                land(flights);
            }
            flights.add(send(batch, batch.mails()));
            if (flights.size() == IN_FLIGHT) {
                land(flights);
            }
        }
        while (!flights.isEmpty()) {
            land(flights);
        }
    }

    @Override
    public void close() {
        line.close();
    }

    /// Closes without a word, for when answers are still under way.
    void drop() {
        line.drop();
    }

    /// Receives the first flight. If mails are missing from it, the others land first, so that the
    /// line is free.
    private void land(Deque<Flight> flights) throws SourceException, InterruptedException {
        Flight first = flights.removeFirst();
        receive(first, flights);
        if (first.isComplete()) {
            settled.settled(first.batch());
            return;
        }
        for (Flight other : flights) {
            receive(other, List.of());
        }
        mend(first);
        settled.settled(first.batch());
        for (Iterator<Flight> others = flights.iterator(); others.hasNext(); others.remove()) {
            Flight other = others.next();
            mend(other);
            settled.settled(other.batch());
        }
    }

    /// Asks again for what is missing: one mail, then two, four … while it goes well, and one again
    /// when it doesn't.
    private void mend(Flight flight) throws SourceException, InterruptedException {
        Deque<Mail> rest = new ArrayDeque<>(flight.missing());
        int size = 1;
        int tries = 0;
        while (!rest.isEmpty()) {
            List<Mail> part = take(rest, size);
            Flight again = sendAlone(flight.batch(), part);
            if (again.isComplete()) {
                size *= 2;
                tries = 0;
            } else if (part.size() > 1 || ++tries < TRIES) {
                again.missing().reversed().forEach(rest::addFirst);
                size = 1;
            } else {
                giveUp(again);
                tries = 0;
            }
        }
    }

    private static List<Mail> take(Deque<Mail> rest, int most) {
        List<Mail> part = new ArrayList<>();
        while (part.size() < most && !rest.isEmpty()) {
            part.add(rest.removeFirst());
        }
        return part;
    }

    private void giveUp(Flight flight) throws SourceException, InterruptedException {
        Mail mail = flight.missing().getFirst();
        begun = Optional.empty();
        line.restore();
        if (line.isGone(flight.batch(), mail)) {
            return;
        }
        intake.quarantine(flight.batch().location(mail), flight.reason());
        failedInARow += flight.hung() ? WEIGHT_OF_A_HANG : 1;
        if (failedInARow >= FAILURES_IN_A_ROW) {
            throw failures.withholds(flight.batch().folder());
        }
    }

    /// Sends a flight for which it needn't wait in line, mails in slices included, and receives it.
    private Flight sendAlone(Batch batch, List<Mail> mails)
            throws SourceException, InterruptedException {
        line.restore();
        Flight flight = send(batch, mails);
        receive(flight, List.of());
        for (Mail mail : flight.missing()) {
            if (mail.size() > Lane.LARGEST_MAIL) {
                intake.quarantine(batch.location(mail), tooLarge(mail));
                flight.forget(mail);
            } else if (!mail.isWhole() && !line.isBroken()) {
                attempt(flight, () -> receiveSlices(flight, mail));
            }
        }
        return flight;
    }

    private void receiveSlices(Flight flight, Mail mail)
            throws IOException, ProtocolException, InterruptedException {
        Slices slices =
                begun.filter(earlier -> earlier.isOf(flight.batch(), mail))
                        .orElseGet(() -> new Slices(flight.batch(), mail));
        begun = Optional.of(slices);
        Optional<RawMail> whole = slices.read(line.connection());
        begun = Optional.empty();
        if (whole.isPresent()) {
            flight.forget(mail);
            accept(whole.get());
        }
    }

    private static String tooLarge(Mail mail) {
        return "it has "
                + (mail.size() >> 20)
                + " MiB; mails up to "
                + (Lane.LARGEST_MAIL >> 20)
                + " MiB are read";
    }

    private Flight send(Batch batch, List<Mail> mails) {
        Flight flight = new Flight(batch, mails);
        try {
            flight.send(line.connection(), line.examined());
            line.examined(mails.isEmpty() ? line.examined() : batch.folder());
        } catch (IOException | ProtocolException e) {
            lose(flight, "the connection broke before it could be fetched");
        }
        return flight;
    }

    /// @param later flights behind it, whose mails may come early
    private void receive(Flight flight, Collection<Flight> later)
            throws SourceException, InterruptedException {
        attempt(
                flight,
                () -> {
                    if (flight.examines()) {
                        line.receiveExamine(flight.batch(), flight.examineTag());
                    }
                    flight.receive(line.connection(), answer -> accept(answer, flight, later));
                });
    }

    private void accept(Response answer, Flight flight, Collection<Flight> later)
            throws InterruptedException {
        Optional<RawMail> mail = flight.take(answer);
        for (Iterator<Flight> others = later.iterator(); mail.isEmpty() && others.hasNext(); ) {
            mail = others.next().take(answer);
        }
        if (mail.isPresent()) {
            accept(mail.get());
        }
    }

    private void accept(RawMail mail) throws InterruptedException {
        intake.accept(mail);
        failedInARow = 0;
    }

    /// Lets a flight go wrong in the ways that another try may mend; what is the server's fault is
    /// thrown.
    private void attempt(Flight flight, Step step) throws SourceException, InterruptedException {
        try {
            step.run();
        } catch (HostileServerException e) {
            lose(flight, "the server " + e.getMessage() + " when asked for it");
        } catch (IOException e) {
            if (Failures.asksForPatience(e)) {
                throw failures.lost(e);
            }
            flight.hung(Failures.isTimeout(e));
            lose(flight, "the connection breaks when it is fetched");
        } catch (CommandFailedException e) {
            if (Failures.concernsAll(e)) {
                throw failures.failed(flight.batch().folder(), e);
            }
            flight.reason("the server refuses to give it");
        } catch (ProtocolException e) {
            throw failures.unreadable(e);
        }
    }

    /// Notes that the line is lost; what was in flight stays missing.
    private void lose(Flight flight, String reason) {
        flight.reason(reason);
        line.lose();
    }

    private interface Step {
        void run() throws IOException, ProtocolException, SourceException, InterruptedException;
    }
}
