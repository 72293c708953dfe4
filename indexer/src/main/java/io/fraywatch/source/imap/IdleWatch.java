package io.fraywatch.source.imap;

import io.fraywatch.source.SourceException;
import io.fraywatch.source.Watch;
import io.fraywatch.source.imap.Line.Connector;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/// Listens by IDLE (RFC 2177), a virtual thread and a connection per folder.
///
/// Never logs in anew by itself: when a line is lost it says so and leaves it to the next pass to
/// find out whether we are still welcome.
final class IdleWatch implements Watch {
    /// The protocol allows 29 minutes; many a router forgets a silent line sooner.
    private static final Duration REISSUE = Duration.ofMinutes(9);

    /// A server that ends each IDLE at once must not be asked without a pause.
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    private final Duration reissue;
    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
    private final List<ImapConnection> lines = new ArrayList<>();
    private final List<Thread> listeners = new ArrayList<>();

    private IdleWatch(Duration reissue) {
        this.reissue = reissue;
    }

    /// @return empty where the server knows no IDLE
    static Optional<IdleWatch> open(Connector connector, ImapSettings settings, Failures failures)
            throws SourceException {
        return open(connector, settings, failures, REISSUE);
    }

    static Optional<IdleWatch> open(
            Connector connector, ImapSettings settings, Failures failures, Duration reissue)
            throws SourceException {
        ImapConnection first = connector.connect();
        if (!first.can("IDLE")) {
            first.close();
            return Optional.empty();
        }
        IdleWatch watch = new IdleWatch(reissue);
        watch.lines.add(first);
        boolean open = false;
        try {
            List<String> folders = new Survey(first, settings, failures).livelyFolders();
            for (int i = 0; i < folders.size(); i++) {
                ImapConnection line = i == 0 ? first : connector.connect();
                if (i > 0) {
                    watch.lines.add(line);
                }
                examine(line, folders.get(i), failures);
            }
            watch.listen();
            open = true;
            return Optional.of(watch);
        } catch (IOException e) {
            throw failures.lost(e);
        } catch (ProtocolException e) {
            throw failures.unreadable(e);
        } finally {
            if (!open) {
                watch.close();
            }
        }
    }

    private static void examine(ImapConnection line, String folder, Failures failures)
            throws IOException, ProtocolException, SourceException {
        try {
            line.receiveExamine(line.sendExamine(folder));
        } catch (CommandFailedException e) {
            throw failures.failed(folder, e);
        }
    }

    private void listen() {
        for (ImapConnection line : lines) {
            listeners.add(Thread.ofVirtual().name("imap-idle").start(() -> listen(line)));
        }
    }

    private void listen(ImapConnection line) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long began = System.nanoTime();
                line.idle(reissue, this::hear);
                if (System.nanoTime() - began < SHORTEST.toNanos()
                        && reissue.compareTo(SHORTEST) > 0) {
                    Thread.sleep(SHORTEST);
                }
            }
        } catch (IOException | ProtocolException lost) {
            heard.add(Event.BROKEN);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// Flags that change and signs of life are no news.
    private void hear(Response answer) {
        if (answer instanceof IMAPResponse line
                && (line.keyEquals("EXISTS")
                        || line.keyEquals("EXPUNGE")
                        || line.keyEquals("VANISHED"))) {
            heard.add(Event.CHANGED);
        }
    }

    @Override
    public Event await(Duration most) throws InterruptedException {
        Event event = heard.poll(most.toNanos(), TimeUnit.NANOSECONDS);
        if (event == null) {
            return Event.SILENCE;
        }
        List<Event> more = new ArrayList<>();
        heard.drainTo(more);
        return event == Event.BROKEN || more.contains(Event.BROKEN) ? Event.BROKEN : Event.CHANGED;
    }

    @Override
    public void close() {
        listeners.forEach(Thread::interrupt);
        lines.forEach(ImapConnection::drop);
    }
}
