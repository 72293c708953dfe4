package io.fraywatch.source.imap;

import io.fraywatch.source.RawMail;
import io.fraywatch.source.imap.Lane.Batch;
import io.fraywatch.source.imap.Lane.Mail;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;

/// One mail too large to come whole, read slice by slice. What came stays: another try after a lost
/// line goes on from there.
final class Slices {
    /// Large enough that a distant server costs no more than a round trip a megabyte.
    static final int SLICE = 1 << 20;

    private final Batch batch;
    private final Mail mail;
    private byte[] content;
    private int length;

    Slices(Batch batch, Mail mail) {
        this.batch = batch;
        this.mail = mail;
        this.content = new byte[(int) Math.min(mail.size(), Lane.LARGEST_MAIL)];
    }

    boolean isOf(Batch other, Mail asked) {
        return batch.location(mail).equals(other.location(asked));
    }

    /// Reads what is left of it.
    ///
    /// @return the mail; empty if not all of it came
    Optional<RawMail> read(ImapConnection connection) throws IOException, ProtocolException {
        Optional<FetchResponse> last = Optional.empty();
        int came = SLICE;
        while (came == SLICE && length <= Lane.LARGEST_MAIL) {
            last = slice(connection);
            byte[] slice = last.map(Bodies::content).orElse(new byte[0]);
            came = slice.length;
            add(slice);
        }
        // A server may count a few bytes more or less than it gives, but not by a slice.
        if (length < mail.size() - SLICE || length > Lane.LARGEST_MAIL) {
            return Optional.empty();
        }
        byte[] whole = length == content.length ? content : Arrays.copyOf(content, length);
        return last.map(answer -> Bodies.mail(batch, mail, answer, whole));
    }

    private void add(byte[] slice) {
        if (length + slice.length > content.length) {
            content = Arrays.copyOf(content, length + slice.length);
        }
        System.arraycopy(slice, 0, content, length, slice.length);
        length += slice.length;
    }

    private Optional<FetchResponse> slice(ImapConnection connection)
            throws IOException, ProtocolException {
        List<FetchResponse> answers = new ArrayList<>();
        String part = "BODY.PEEK[]<" + length + "." + SLICE + ">";
        connection.perform(
                "UID FETCH " + mail.uid() + Bodies.items(connection, part),
                SLICE,
                answer -> {
                    if (answers.isEmpty()
                            && Bodies.uid(answer) == mail.uid()
                            && answer instanceof FetchResponse fetched) {
                        answers.add(fetched);
                    }
                });
        return answers.stream().findFirst();
    }
}
