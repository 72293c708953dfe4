package io.fraywatch.sync;

import io.fraywatch.flags.Notes;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Note;
import io.fraywatch.store.Entry;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The notebook in the ledger, about the conversations of a store.
public final class StoreNotebook implements Notebook {
    private final MailStore store;
    private final Notes notes;
    private final List<Account> accounts;

    public StoreNotebook(MailStore store, Notes notes, List<Account> accounts) {
        this.store = store;
        this.notes = notes;
        this.accounts = List.copyOf(accounts);
    }

    @Override
    public Optional<Written> write(
            ConversationId conversation, String text, Optional<LocalDate> until, Instant now)
            throws StoreException {
        for (Account account : accounts) {
            try (View view = store.openView(account.name())) {
                List<Entry> mails = view.conversations(Set.of(conversation));
                if (!mails.isEmpty()) {
                    MailId mail = latest(mails, now);
                    Note note =
                            notes.add(
                                    account.name(),
                                    new Notes.Draft(mail, conversation, text, until),
                                    now);
                    return Optional.of(new Written(account.name(), conversation, note));
                }
            }
        }
        return Optional.empty();
    }

    /// The last mail there was by then, which is what was spoken about: a note goes with it when
    /// the conversation is split.
    private static MailId latest(List<Entry> mails, Instant now) {
        List<Entry> sent = mails.stream().filter(Docket::wasSent).toList();
        return (sent.isEmpty() ? mails : sent)
                .stream()
                        .max(
                                Comparator.comparing((Entry mail) -> !mail.sentAt().isAfter(now))
                                        .thenComparing(Entry::sentAt)
                                        .thenComparing(Entry::id))
                        .orElseThrow()
                        .id();
    }

    @Override
    public Optional<Written> remove(ConversationId conversation, long number, Instant now)
            throws StoreException {
        for (Account account : accounts) {
            try (View view = store.openView(account.name())) {
                List<Note> here = about(conversation, view, notes.of(account.name()));
                if (here.stream().anyMatch(note -> note.number() == number)) {
                    return notes.remove(account.name(), number, now)
                            .map(gone -> new Written(account.name(), conversation, gone));
                }
            }
        }
        return Optional.empty();
    }

    /// Those notes that belong to a conversation as it is now.
    static List<Note> about(ConversationId conversation, View view, List<Note> notes)
            throws StoreException {
        List<Note> about = new ArrayList<>();
        for (Note note : notes) {
            Optional<ConversationId> now = view.find(note.mail()).map(Entry::conversation);
            if (now.orElse(note.conversation()).equals(conversation)) {
                about.add(note);
            }
        }
        return about;
    }
}
