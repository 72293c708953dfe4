package io.fraywatch.source.imap;

import io.fraywatch.mail.Location;
import io.fraywatch.source.Glimpse;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.imap.Lane.Mail;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;

/// Asks what lies in a folder and what no longer does, without any bodies.
final class Listing {
    private static final long BYTES_A_LINE = 200;
    private static final long BYTES_A_HEADER = 2_000;

    /// By these a mail that moved is known again; see [Glimpse#header].
    private static final String HEADER = " BODY.PEEK[HEADER.FIELDS (MESSAGE-ID DATE FROM SUBJECT)]";

    private final ImapConnection connection;
    private final Failures failures;

    Listing(ImapConnection connection, Failures failures) {
        this.connection = connection;
        this.failures = failures;
    }

    /// The mails of a folder with their sizes.
    ///
    /// @param uids as a sequence set
    List<Mail> mails(FolderState state, String uids)
            throws IOException, ProtocolException, SourceException {
        List<Mail> mails = new ArrayList<>();
        fetch(
                state,
                uids,
                "RFC822.SIZE",
                BYTES_A_LINE,
                answer -> mails.add(new Mail(Bodies.uid(answer), size(answer))));
        return mails;
    }

    /// The same with what a mail that moved is known by.
    void glimpses(FolderState state, String uids, Consumer<Seen> each)
            throws IOException, ProtocolException, SourceException {
        String ids = ProviderItems.idToAskFor(connection);
        fetch(
                state,
                uids,
                "RFC822.SIZE" + (ids.isEmpty() ? HEADER : ids),
                BYTES_A_HEADER,
                answer -> {
                    long uid = Bodies.uid(answer);
                    each.accept(
                            new Seen(
                                    new Mail(uid, size(answer)),
                                    new Glimpse(
                                            location(state, uid),
                                            size(answer),
                                            ProviderItems.of(answer).id(),
                                            Bodies.content(answer))));
                });
    }

    /// A mail as listed, and what it may be known by.
    record Seen(Mail mail, Glimpse glimpse) {}

    /// Which UIDs are gone since the folder was at a mark (RFC 7162 §3.2.5).
    UidRanges vanished(FolderState state, FolderMark mark)
            throws IOException, ProtocolException, SourceException {
        Argument known =
                new Argument()
                        .writeNumber(mark.uidValidity())
                        .writeNumber(mark.modSeq())
                        .writeAtom(Math.max(mark.low(), 1) + ":" + Math.max(mark.high(), 1));
        Argument words =
                connection
                        .protocol()
                        .name(state.folder())
                        .writeArgument(new Argument().writeAtom("QRESYNC").writeArgument(known));
        UidRanges vanished = new UidRanges();
        String tag = connection.send("EXAMINE", words);
        open(
                state,
                tag,
                state.mails() * BYTES_A_LINE,
                answer -> {
                    if (answer instanceof IMAPResponse line && line.keyEquals("VANISHED")) {
                        String rest = line.getRest();
                        vanished.add(rest.substring(rest.lastIndexOf(' ') + 1));
                    }
                });
        return vanished;
    }

    private void fetch(
            FolderState state, String uids, String items, long bytes, Consumer<FetchResponse> each)
            throws IOException, ProtocolException, SourceException {
        if (state.mails() == 0) {
            return;
        }
        String examined = connection.sendExamine(state.folder());
        String fetched = connection.send("UID FETCH " + uids + " (UID " + items + ")");
        open(state, examined, 0, ignored -> {});
        try {
            connection.receive(
                    fetched,
                    state.mails() * bytes,
                    answer -> {
                        if (answer instanceof FetchResponse mail && Bodies.uid(mail) > 0) {
                            each.accept(mail);
                        }
                    });
        } catch (CommandFailedException e) {
            throw failures.failed(state.folder(), e);
        }
    }

    private void open(
            FolderState state,
            String tag,
            long bytes,
            ImapConnection.Taker<RuntimeException> untagged)
            throws IOException, ProtocolException, SourceException {
        try {
            if (connection.receiveExamine(tag, bytes, untagged) != state.uidValidity()) {
                throw failures.renumbered(state.folder());
            }
        } catch (CommandFailedException e) {
            throw failures.failed(state.folder(), e);
        }
    }

    static Location location(FolderState state, long uid) {
        return new Location(state.folder(), state.uidValidity() + ":" + uid);
    }

    /// A mail of unknown size counts as a byte, so that an empty answer isn't taken for it.
    private static long size(FetchResponse answer) {
        return Optional.ofNullable(answer.getItem(RFC822SIZE.class))
                .map(item -> Math.max(item.size, 0))
                .orElse(1L);
    }
}
