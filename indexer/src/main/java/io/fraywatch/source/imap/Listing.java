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

    /// What vanished of so many UIDs fits into [#LONGEST_VANISHED], all on one line, even if it is
    /// every second one of ten digits and a comma each.
    private static final int UIDS_AT_ONCE = 700_000;

    private static final int LONGEST_VANISHED = 4 << 20;

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

    /// Which of the UIDs settled are gone since the folder was at a mark (RFC 7162 §3.2.5).
    UidRanges vanished(FolderState state, FolderMark mark)
            throws IOException, ProtocolException, SourceException {
        UidRanges vanished = new UidRanges();
        for (long from = mark.low(); from <= mark.high(); from += UIDS_AT_ONCE) {
            long to = Math.min(mark.high(), from + UIDS_AT_ONCE - 1);
            vanished(state, mark, from + ":" + to, vanished::add);
        }
        return vanished;
    }

    private void vanished(FolderState state, FolderMark mark, String known, Consumer<String> each)
            throws IOException, ProtocolException, SourceException {
        Argument since =
                new Argument()
                        .writeNumber(mark.uidValidity())
                        .writeNumber(mark.modSeq())
                        .writeAtom(known);
        Argument words =
                connection
                        .protocol()
                        .name(state.folder())
                        .writeArgument(new Argument().writeAtom("QRESYNC").writeArgument(since));
        open(
                state,
                connection.send("EXAMINE", words),
                LONGEST_VANISHED,
                answer -> {
                    if (answer instanceof IMAPResponse line && line.keyEquals("VANISHED")) {
                        String rest = line.getRest();
                        each.accept(rest.substring(rest.lastIndexOf(' ') + 1));
                    }
                });
    }

    private void fetch(
            FolderState state, String uids, String items, long bytes, Consumer<FetchResponse> each)
            throws IOException, ProtocolException, SourceException {
        if (state.mails() == 0) {
            return;
        }
        String examined = connection.sendExamine(state.folder());
        String fetched = connection.send("UID FETCH " + uids + " (UID " + items + ")");
        try {
            open(state, examined, 0, ignored -> {});
        } catch (SourceException e) {
            discard(fetched);
            throw e;
        }
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

    /// Takes what answers a command that was sent in vain, or others would.
    private void discard(String tag) throws IOException, ProtocolException {
        try {
            connection.receive(tag, 0, ignored -> {});
        } catch (CommandFailedException expected) {
            return;
        }
    }

    private void open(
            FolderState state,
            String tag,
            int line,
            ImapConnection.Taker<RuntimeException> untagged)
            throws IOException, ProtocolException, SourceException {
        try {
            if (connection.receiveExamine(tag, line, untagged) != state.uidValidity()) {
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
