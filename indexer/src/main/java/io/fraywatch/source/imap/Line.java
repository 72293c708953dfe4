package io.fraywatch.source.imap;

import io.fraywatch.source.SourceException;
import io.fraywatch.source.imap.Lane.Batch;
import io.fraywatch.source.imap.Lane.Mail;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;

/// The connection a fetcher works on, made anew when it is lost, and which folder is open on it.
final class Line implements AutoCloseable {
    private final Connector connector;
    private final Failures failures;
    private ImapConnection connection;
    private String examined = "";
    private boolean broken;

    /// Makes a connection, logged in.
    interface Connector {
        ImapConnection connect() throws SourceException;
    }

    /// @param connection used first
    Line(Connector connector, ImapConnection connection, Failures failures) {
        this.connector = connector;
        this.connection = connection;
        this.failures = failures;
    }

    ImapConnection connection() {
        return connection;
    }

    /// The folder that is open once all commands sent are done; empty for none.
    String examined() {
        return examined;
    }

    void examined(String folder) {
        examined = folder;
    }

    boolean isBroken() {
        return broken;
    }

    /// Hangs up for good on what is still under way.
    void lose() {
        connection.drop();
        broken = true;
    }

    /// Connects anew if the line is lost, a moment later, so that two programs which lost theirs
    /// together don't come back together.
    void restore() throws SourceException, InterruptedException {
        if (broken) {
            Thread.sleep(ThreadLocalRandom.current().nextLong(100, 500));
            connection = connector.connect();
            broken = false;
            examined = "";
        }
    }

    /// Reads the answer to an EXAMINE.
    void receiveExamine(Batch batch, String tag)
            throws IOException, ProtocolException, SourceException {
        try {
            if (connection.receiveExamine(tag) != batch.uidValidity()) {
                throw failures.renumbered(batch.folder());
            }
        } catch (CommandFailedException e) {
            throw failures.failed(batch.folder(), e);
        }
    }

    /// Whether another program has expunged the mail since it was listed; only a fresh EXAMINE
    /// tells.
    boolean isGone(Batch batch, Mail mail) throws SourceException {
        boolean[] listed = {false};
        try {
            receiveExamine(batch, connection.sendExamine(batch.folder()));
            connection.perform(
                    "UID FETCH " + mail.uid() + " (UID)",
                    0,
                    answer -> listed[0] |= Bodies.uid(answer) == mail.uid());
            return !listed[0];
        } catch (IOException e) {
            throw failures.lost(e);
        } catch (CommandFailedException e) {
            throw failures.failed(batch.folder(), e);
        } catch (ProtocolException e) {
            throw failures.unreadable(e);
        }
    }

    /// Takes leave if the line still stands.
    @Override
    public void close() {
        if (broken) {
            connection.drop();
        } else {
            connection.close();
        }
    }

    /// Closes without a word, for when answers are still under way.
    void drop() {
        connection.drop();
    }
}
