package io.fraywatch.server.fake;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Note;
import io.fraywatch.sync.Notebook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes notes about conversation 1, the only one it knows.
public final class FakeNotebook implements Notebook {
    private static final ConversationId KNOWN = new ConversationId(1);

    private final List<Note> notes = new ArrayList<>();

    @Override
    public Optional<Written> write(
            ConversationId conversation, String text, Optional<LocalDate> until, Instant now) {
        if (!conversation.equals(KNOWN)) {
            return Optional.empty();
        }
        Note note = new Note(notes.size() + 1L, new MailId("m1-1"), conversation, now, text, until);
        notes.add(note);
        return Optional.of(written(note));
    }

    @Override
    public Optional<Written> remove(ConversationId conversation, long number, Instant now) {
        Optional<Note> note =
                notes.stream()
                        .filter(each -> conversation.equals(KNOWN) && each.number() == number)
                        .findFirst();
        note.ifPresent(notes::remove);
        return note.map(FakeNotebook::written);
    }

    private static Written written(Note note) {
        return new Written(new AccountName("work"), KNOWN, note);
    }

    /// What was written and not removed.
    public List<Note> notes() {
        return List.copyOf(notes);
    }
}
