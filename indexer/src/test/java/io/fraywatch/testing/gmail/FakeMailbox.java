package io.fraywatch.testing.gmail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The state of one user's mailbox, and what happened to it. Safe for many threads.
public final class FakeMailbox {
    /// Labels that every mailbox has.
    private static final List<String> SYSTEM =
            List.of(
                    "INBOX",
                    "SENT",
                    "DRAFT",
                    "SPAM",
                    "TRASH",
                    "UNREAD",
                    "STARRED",
                    "IMPORTANT",
                    "CHAT");

    private static final Pattern MESSAGE_ID =
            Pattern.compile(
                    "^Message-ID:[ \t]*(<[^>\r\n]+>)",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern ANSWERED =
            Pattern.compile(
                    "^(?:In-Reply-To|References):[ \t]*([^\r\n]+)",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final String address;
    private final Map<String, Mail> mails = new TreeMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<String> sendAs = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private long history = 4_000;
    private long oldestHistory;
    private long nextId = 0x19a0_0000_0000_0000L;
    private long nextDate = 1_760_000_000_000L;
    private int nextLabel = 1;

    public FakeMailbox(String address) {
        this.address = address;
        sendAs.add(address);
        SYSTEM.forEach(label -> labels.put(label, label));
    }

    /// One mail.
    ///
    /// @param internalDate milliseconds since 1970
    @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
    public record Mail(
            String id,
            String thread,
            Set<String> labels,
            long internalDate,
            byte[] raw,
            long history) {
        public Mail {
            labels = Set.copyOf(labels);
        }

        /// Whether listings leave it out unless asked.
        boolean isSpamOrTrash() {
            return labels.contains("SPAM") || labels.contains("TRASH");
        }
    }

    /// What may happen to a mail.
    public enum Change {
        ADDED,
        DELETED,
        LABELS_ADDED,
        LABELS_REMOVED
    }

    /// Something that happened.
    ///
    /// @param labels the mail's labels after it, but for a change of labels those added or removed
    public record Event(long id, Change change, Mail mail, Set<String> labels) {}

    public String address() {
        return address;
    }

    /// Adds a mail as the newest.
    ///
    /// @return its id
    public String add(byte[] raw, String... labelIds) {
        return add(raw, nextDate, labelIds);
    }

    /// Adds a mail that arrived then, in milliseconds since 1970.
    public synchronized String add(byte[] raw, long internalDate, String... labelIds) {
        nextDate = Math.max(nextDate, internalDate) + 1_000;
        nextId += 0x1_0001;
        String id = Long.toHexString(nextId);
        history += 7;
        Mail mail =
                new Mail(
                        id,
                        threadOf(raw).orElse(id),
                        Set.of(labelIds),
                        internalDate,
                        raw.clone(),
                        history);
        mails.put(id, mail);
        events.add(new Event(history, Change.ADDED, mail, mail.labels()));
        return id;
    }

    private Optional<String> threadOf(byte[] raw) {
        String header = header(raw);
        var answered = ANSWERED.matcher(header);
        while (answered.find()) {
            for (Mail mail : mails.values()) {
                var id = MESSAGE_ID.matcher(header(mail.raw()));
                if (id.find() && answered.group(1).contains(id.group(1))) {
                    return Optional.of(mail.thread());
                }
            }
        }
        return Optional.empty();
    }

    private static String header(byte[] raw) {
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? text : text.substring(0, end);
    }

    /// Deletes a mail for good.
    public synchronized void delete(String id) {
        Mail mail = get(id);
        mails.remove(id);
        history += 3;
        events.add(new Event(history, Change.DELETED, mail, mail.labels()));
    }

    /// Adds and takes away labels.
    public synchronized Mail modify(String id, Set<String> add, Set<String> remove) {
        Mail mail = get(id);
        Set<String> fresh = new TreeSet<>(add);
        fresh.removeAll(mail.labels());
        Set<String> gone = new TreeSet<>(remove);
        gone.retainAll(mail.labels());
        Set<String> now = new TreeSet<>(mail.labels());
        now.addAll(add);
        now.removeAll(remove);
        history += fresh.isEmpty() && gone.isEmpty() ? 0 : 5;
        Mail changed = new Mail(id, mail.thread(), now, mail.internalDate(), mail.raw(), history);
        mails.put(id, changed);
        if (!fresh.isEmpty()) {
            events.add(new Event(history, Change.LABELS_ADDED, changed, fresh));
        }
        if (!gone.isEmpty()) {
            events.add(new Event(history, Change.LABELS_REMOVED, changed, gone));
        }
        return changed;
    }

    /// @throws NoSuchElementException if there is no such mail
    public synchronized Mail get(String id) {
        return Optional.ofNullable(mails.get(id)).orElseThrow();
    }

    /// All mails, the newest first.
    public synchronized List<Mail> newestFirst() {
        return mails.values().stream()
                .sorted(
                        Comparator.comparingLong(Mail::internalDate)
                                .thenComparing(Mail::id)
                                .reversed())
                .toList();
    }

    /// Makes a label of the user's.
    ///
    /// @return its id
    public synchronized String label(String name) {
        String id = "Label_" + nextLabel++;
        labels.put(id, name);
        return id;
    }

    /// Ids and names of all labels.
    public synchronized Map<String, String> labels() {
        return new LinkedHashMap<>(labels);
    }

    /// Lets the user send from another address too.
    public synchronized void mayAlsoSendAs(String other) {
        sendAs.add(other);
    }

    public synchronized List<String> sendAs() {
        return List.copyOf(sendAs);
    }

    public synchronized long historyId() {
        return history;
    }

    /// Forgets all that happened so far, as Gmail does after a week or so.
    public synchronized void expireHistory() {
        oldestHistory = history;
    }

    /// What happened behind this id; empty if that isn't remembered (or lies ahead).
    public synchronized Optional<List<Event>> since(long id) {
        return id < oldestHistory || id > history
                ? Optional.empty()
                : Optional.of(events.stream().filter(event -> event.id() > id).toList());
    }

    /// Everything that reading must not change.
    public synchronized Object state() {
        return List.copyOf(events) + mails.keySet().toString() + history;
    }
}
