package io.fraywatch.source.imap;

import io.fraywatch.source.RawMail;
import io.fraywatch.source.imap.Lane.Batch;
import io.fraywatch.source.imap.Lane.Mail;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;

/// One FETCH under way: what was asked for, and what of it hasn't come.
final class Flight {
    private final Batch batch;
    private final SequencedMap<Long, Mail> missing = new LinkedHashMap<>();
    private String examineTag = "";
    private String fetchTag = "";
    private String reason = "the server lists it but doesn't give it";
    private boolean hung;

    /// Takes what the server says as it arrives.
    interface Taker {
        void take(Response answer) throws InterruptedException;
    }

    Flight(Batch batch, List<Mail> mails) {
        this.batch = batch;
        mails.forEach(mail -> missing.put(mail.uid(), mail));
    }

    Batch batch() {
        return batch;
    }

    /// What was asked for and hasn't come.
    List<Mail> missing() {
        return List.copyOf(missing.sequencedValues());
    }

    boolean isComplete() {
        return missing.isEmpty();
    }

    void forget(Mail mail) {
        missing.remove(mail.uid());
    }

    /// Why mails are missing.
    String reason() {
        return reason;
    }

    void reason(String why) {
        reason = why;
    }

    /// Whether the server stopped answering.
    boolean hung() {
        return hung;
    }

    void hung(boolean stopped) {
        hung = stopped;
    }

    boolean examines() {
        return !examineTag.isEmpty();
    }

    String examineTag() {
        return examineTag;
    }

    /// Sends the commands without waiting for answers. Mails too large to come whole are left out.
    ///
    /// @param examined the folder that is open by now
    void send(ImapConnection connection, String examined) throws IOException, ProtocolException {
        if (!isComplete() && !examined.equals(batch.folder())) {
            examineTag = connection.sendExamine(batch.folder());
        }
        List<Mail> whole = missing.values().stream().filter(Mail::isWhole).toList();
        if (!whole.isEmpty()) {
            fetchTag =
                    connection.send(
                            "UID FETCH "
                                    + UidSet.of(whole)
                                    + Bodies.items(connection, "BODY.PEEK[]"));
        }
    }

    /// Reads until the command is done.
    void receive(ImapConnection connection, Taker taker)
            throws IOException, ProtocolException, InterruptedException {
        if (!fetchTag.isEmpty()) {
            long bytes = missing.values().stream().mapToLong(Mail::size).sum();
            connection.receive(fetchTag, bytes, taker::take);
        }
    }

    /// The mail an answer brings, if this flight still misses it.
    Optional<RawMail> take(Response answer) {
        Optional<Mail> mail = Optional.ofNullable(missing.get(Bodies.uid(answer)));
        if (mail.isEmpty() || !(answer instanceof FetchResponse fetched)) {
            return Optional.empty();
        }
        byte[] content = Bodies.content(fetched);
        if (content.length == 0 && mail.get().size() > 0) {
            return Optional.empty();
        }
        forget(mail.get());
        return Optional.of(Bodies.mail(batch, mail.get(), fetched, content));
    }
}
