package io.fraywatch.source.imap;

import io.fraywatch.source.RawMail;
import io.fraywatch.source.imap.Lane.Batch;
import io.fraywatch.source.imap.Lane.Mail;

import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.UID;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// One FETCH under way: what was asked for, and what of it hasn't come.
final class Flight {
    private static final int SLICE = 1 << 20;

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
                            "UID FETCH " + UidSet.of(whole) + items(connection, "BODY.PEEK[]"));
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
        Optional<Mail> mail = Optional.ofNullable(missing.get(uid(answer)));
        if (mail.isEmpty() || !(answer instanceof FetchResponse fetched)) {
            return Optional.empty();
        }
        byte[] content = content(fetched);
        if (content.length == 0 && mail.get().size() > 0) {
            return Optional.empty();
        }
        forget(mail.get());
        return Optional.of(raw(mail.get(), fetched, content));
    }

    /// Fetches one mail slice by slice.
    ///
    /// @return the mail; empty if not all of it came
    Optional<RawMail> slices(ImapConnection connection, Mail mail)
            throws IOException, ProtocolException {
        ByteArrayOutputStream content = new ByteArrayOutputStream((int) mail.size());
        Optional<FetchResponse> last = Optional.empty();
        int came = SLICE;
        while (came == SLICE && content.size() <= Lane.LARGEST_MAIL) {
            int before = content.size();
            last = slice(connection, mail, content);
            came = content.size() - before;
        }
        // A server may count a few bytes more or less than it gives, but not by a slice.
        if (last.isEmpty()
                || content.size() < mail.size() - SLICE
                || content.size() > Lane.LARGEST_MAIL) {
            return Optional.empty();
        }
        missing.remove(mail.uid());
        return last.map(answer -> raw(mail, answer, content.toByteArray()));
    }

    private Optional<FetchResponse> slice(
            ImapConnection connection, Mail mail, ByteArrayOutputStream content)
            throws IOException, ProtocolException {
        List<FetchResponse> answers = new ArrayList<>();
        String part = "BODY.PEEK[]<" + content.size() + "." + SLICE + ">";
        connection.perform(
                "UID FETCH " + mail.uid() + items(connection, part),
                SLICE,
                answer -> {
                    if (answers.isEmpty()
                            && uid(answer) == mail.uid()
                            && answer instanceof FetchResponse fetched) {
                        answers.add(fetched);
                        content.writeBytes(content(fetched));
                    }
                });
        return answers.stream().findFirst();
    }

    private static String items(ImapConnection connection, String body) {
        return " (UID INTERNALDATE" + ProviderItems.toAskFor(connection) + " " + body + ")";
    }

    private RawMail raw(Mail mail, FetchResponse answer, byte[] content) {
        ProviderItems provider = ProviderItems.of(answer);
        return new RawMail(
                batch.location(mail),
                Optional.ofNullable(answer.getItem(INTERNALDATE.class))
                        .map(INTERNALDATE::getDate)
                        .map(Date::toInstant),
                content,
                provider.id(),
                provider.thread(),
                provider.labels());
    }

    /// The bytes of the body or of the part of it that was asked for; empty when none came.
    static byte[] content(FetchResponse answer) {
        return Optional.ofNullable(answer.getItem(BODY.class))
                .map(BODY::getByteArray)
                .map(ByteArray::getNewBytes)
                .orElse(new byte[0]);
    }

    /// The UID an answer speaks of; -1 for any other answer.
    static long uid(Response answer) {
        return answer instanceof FetchResponse fetched
                ? Optional.ofNullable(fetched.getItem(UID.class)).map(uid -> uid.uid).orElse(-1L)
                : -1;
    }
}
