package io.fraywatch.sync;

import io.fraywatch.analyze.text.TextFeatures;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Note;
import io.fraywatch.store.Entry;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.sync.Strand.Mail;
import io.fraywatch.thread.Threader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All mail of an account, read once. [Filing] tells from it what there was as of any instant.
final class History {
    private final Identity us;
    private final Threader threader;
    private final List<Strand> strands = new ArrayList<>();
    private long mails;
    private Optional<Instant> newest = Optional.empty();
    private Optional<Instant> latest = Optional.empty();

    private History(Identity us, Map<ConversationId, List<Mail>> conversations, List<Note> notes) {
        this.us = us;
        this.threader = new Threader(us);
        notes.forEach(note -> latest = later(latest, note.at()));
        Map<ConversationId, List<Note>> noted = noted(conversations, notes);
        conversations.forEach((id, mails) -> {
            strands.add(new Strand(id, mails, noted.getOrDefault(id, List.of())));
            mails.forEach(this::count);
        });
    }

    /// The notes by the conversation that holds their mail; by that which held it, where the mail
    /// is gone.
    private static Map<ConversationId, List<Note>> noted(
            Map<ConversationId, List<Mail>> conversations, List<Note> notes) {
        if (notes.isEmpty()) {
            return Map.of();
        }
        Map<MailId, ConversationId> where = new HashMap<>();
        notes.forEach(note -> where.put(note.mail(), note.conversation()));
        conversations.forEach(
                (id, mails) -> mails.forEach(mail -> where.replace(mail.message().id(), id)));
        Map<ConversationId, List<Note>> noted = new HashMap<>();
        for (Note note : notes) {
            noted.computeIfAbsent(
                            where.getOrDefault(note.mail(), note.conversation()),
                            id -> new ArrayList<>())
                    .add(note);
        }
        return noted;
    }

    /// @param notes all that were written about mail of the account
    static History read(View view, Identity us, List<Note> notes) throws StoreException {
        Map<ConversationId, List<Mail>> conversations = new HashMap<>();
        view.forEach(entry -> add(entry, Docket.wasSent(entry), conversations));
        return new History(us, conversations, notes);
    }

    /// Only these mails, drafts and all.
    static History of(Collection<Entry> entries, Identity us, List<Note> notes) {
        Map<ConversationId, List<Mail>> conversations = new HashMap<>();
        entries.forEach(entry -> add(entry, true, conversations));
        return new History(us, conversations, notes);
    }

    private static void add(
            Entry entry, boolean sent, Map<ConversationId, List<Mail>> conversations) {
        conversations
                .computeIfAbsent(entry.conversation(), id -> new ArrayList<>())
                .add(
                        new Mail(
                                Messages.of(entry, Direction.OTHER),
                                TextFeatures.decode(entry.features()),
                                sent));
    }

    private void count(Mail mail) {
        mails++;
        Instant at = mail.message().sentAt();
        newest = later(newest, at);
        latest = later(latest, at);
    }

    private static Optional<Instant> later(Optional<Instant> known, Instant at) {
        return known.filter(each -> each.isAfter(at)).or(() -> Optional.of(at));
    }

    Identity us() {
        return us;
    }

    Threader threader() {
        return threader;
    }

    List<Strand> strands() {
        return strands;
    }

    /// How many mails there are.
    long size() {
        return mails;
    }

    /// When the newest mail was sent or the newest note written; empty when there is neither.
    Optional<Instant> latest() {
        return latest;
    }

    /// When the newest mail was sent; empty when there is none.
    Optional<Instant> newest() {
        return newest;
    }
}
