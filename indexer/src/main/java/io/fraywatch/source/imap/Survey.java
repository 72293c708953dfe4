package io.fraywatch.source.imap;

import io.fraywatch.source.SourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.eclipse.angus.mail.imap.protocol.Status;

/// Finds out which folders there are and where those that we read stand: in one round trip as long
/// as they are the ones expected.
///
/// The commands go out together and the answers are read afterwards. So it takes no extension of
/// the protocol, and no folder is counted that isn't read.
final class Survey {
    /// So many commands go out before we read, so that neither side's buffers ever fill.
    private static final int WINDOW = 100;

    private static final long BYTES_OF_LIST = 1L << 20;

    private final ImapConnection connection;
    private final ImapSettings settings;
    private final Failures failures;
    private final ShutFolders shut = new ShutFolders();
    private final List<ListInfo> listed = new ArrayList<>();
    private final Map<String, FolderState> states = new HashMap<>();
    private final Map<String, CommandFailedException> refused = new HashMap<>();

    Survey(ImapConnection connection, ImapSettings settings, Failures failures) {
        this.connection = connection;
        this.settings = settings;
        this.failures = failures;
    }

    /// The names of the folders to read.
    List<String> folders() throws IOException, ProtocolException, SourceException {
        receive(sendList(), BYTES_OF_LIST);
        return chosen();
    }

    /// The names of those folders to read in which mail comes and goes by itself: INBOX and Sent.
    List<String> livelyFolders() throws IOException, ProtocolException, SourceException {
        List<String> all = folders();
        return FolderFinder.lively(listed).stream().filter(all::contains).toList();
    }

    /// What was found out to be shut to us, and becomes more as folders are opened.
    ShutFolders shut() {
        return shut;
    }

    /// The folders to read and where they stand, without those that are shut.
    ///
    /// @param expected the folders that were read before
    List<FolderState> states(Collection<String> expected)
            throws IOException, ProtocolException, SourceException {
        String list = sendList();
        count(List.copyOf(expected), list);
        List<String> chosen = chosen();
        count(chosen.stream().filter(folder -> !isCounted(folder)).toList(), "");
        List<FolderState> found = new ArrayList<>();
        for (String folder : chosen) {
            try {
                found.add(state(folder));
            } catch (SourceException e) {
                shut.note(folder, e);
            }
        }
        return found;
    }

    /// Where one folder stands.
    FolderState state(String folder) throws IOException, ProtocolException, SourceException {
        if (!isCounted(folder)) {
            count(List.of(folder), "");
        }
        FolderState state = states.get(key(folder));
        if (state != null) {
            return state;
        }
        CommandFailedException no = refused.get(key(folder));
        if (no != null) {
            throw failures.failed(folder, no);
        }
        throw new ProtocolException("STATUS without an answer");
    }

    private List<String> chosen() throws SourceException {
        List<String> missing = FolderFinder.missing(listed, settings.alsoRead());
        if (!missing.isEmpty()) {
            throw failures.noSuchFolder(missing);
        }
        boolean gmail = connection.can("X-GM-EXT-1");
        shut.need(Set.copyOf(FolderFinder.choose(listed, gmail, List.of())));
        return FolderFinder.choose(listed, gmail, settings.alsoRead());
    }

    /// An old server may know LIST without RETURN; a new one may tell special uses only when asked.
    private String sendList() throws IOException, ProtocolException {
        boolean asks = connection.can("SPECIAL-USE") && connection.can("LIST-EXTENDED");
        return connection.send("LIST \"\" \"*\"" + (asks ? " RETURN (SPECIAL-USE)" : ""));
    }

    /// @param before the tag of a command sent before, to be received first; may be empty
    private void count(List<String> folders, String before) throws IOException, ProtocolException {
        String first = before;
        for (int at = 0; at < folders.size() || !first.isEmpty(); at += WINDOW) {
            List<String> some =
                    folders.subList(
                            Math.min(at, folders.size()), Math.min(at + WINDOW, folders.size()));
            List<String> tags = new ArrayList<>();
            for (String folder : some) {
                tags.add(connection.send("STATUS", question(folder)));
            }
            if (!first.isEmpty()) {
                receive(first, BYTES_OF_LIST);
                first = "";
            }
            for (int i = 0; i < tags.size(); i++) {
                try {
                    receive(tags.get(i), 0);
                } catch (CommandFailedException e) {
                    refused.put(key(some.get(i)), e);
                }
            }
        }
    }

    private Argument question(String folder) {
        Argument items =
                new Argument().writeAtom("MESSAGES").writeAtom("UIDNEXT").writeAtom("UIDVALIDITY");
        if (connection.can("CONDSTORE") || connection.can("QRESYNC")) {
            items.writeAtom("HIGHESTMODSEQ");
        }
        return connection.protocol().name(folder).writeArgument(items);
    }

    /// What answers one command may come while another's end is awaited.
    private void receive(String tag, long bytes) throws IOException, ProtocolException {
        List<IMAPResponse> lines = new ArrayList<>();
        connection.receive(tag, bytes, answer -> keep(answer, lines));
        for (IMAPResponse line : lines) {
            if (line.keyEquals("LIST")) {
                listed.add(new ListInfo(line));
            } else {
                Status status = new Status(line);
                states.put(key(status.mbox), FolderState.of(status.mbox, status));
            }
        }
    }

    private static void keep(Response answer, List<IMAPResponse> lines) {
        if (answer instanceof IMAPResponse line
                && (line.keyEquals("LIST") || line.keyEquals("STATUS"))) {
            lines.add(line);
        }
    }

    private boolean isCounted(String folder) {
        return states.containsKey(key(folder)) || refused.containsKey(key(folder));
    }

    /// INBOX may be written in any case.
    private static String key(String folder) {
        return folder.equalsIgnoreCase("INBOX") ? folder.toUpperCase(Locale.ROOT) : folder;
    }
}
