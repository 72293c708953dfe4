package io.fraywatch.sync;

import io.fraywatch.analyze.text.TextFeatures;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.Note;
import io.fraywatch.thread.Threaded;
import io.fraywatch.thread.Threader;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The mails of one conversation as it is now, and the conversations they made as of any earlier
/// instant: two that a later mail joins were two until then. Not safe for several threads.
final class Strand {
    private static final Comparator<Mail> BY_TIME =
            Comparator.comparing((Mail mail) -> mail.message().sentAt())
                    .thenComparing(mail -> mail.message().id());

    /// One mail, its direction not yet known.
    ///
    /// @param sent false for drafts, which were never sent, and for junk and deleted mail, which
    ///   are nobody's business
    record Mail(Message message, TextFeatures text, boolean sent) {}

    /// One conversation as of some instant, without the mails that weren't sent.
    ///
    /// @param mails oldest first, never empty
    /// @param notes those that hang on its mails
    record Part(ConversationId id, List<Mail> mails, List<Note> notes) {}

    private final List<Mail> mails;
    private final List<Note> notes;
    private final List<Part> whole;
    private int known = -1;
    private List<Part> parts = List.of();

    /// @param notes that hang on these mails, or are left of a mail that is gone
    Strand(ConversationId id, List<Mail> mails, List<Note> notes) {
        this.mails = mails.stream().sorted(BY_TIME).toList();
        this.notes = List.copyOf(notes);
        this.whole = part(id, this.mails);
    }

    /// The conversations these mails made by then; the very same list as long as no mail comes
    /// between.
    List<Part> by(Instant asOf, Threader threader) {
        int sentByThen = countBy(asOf);
        if (sentByThen == mails.size()) {
            return whole;
        }
        if (sentByThen != known) {
            parts = sentByThen == 0 ? List.of() : rethread(sentByThen, threader);
            known = sentByThen;
        }
        return parts;
    }

    /// All of it, whenever it was sent.
    List<Part> whole() {
        return whole;
    }

    private List<Part> rethread(int count, Threader threader) {
        Map<Object, Mail> byId = new HashMap<>();
        mails.subList(0, count).forEach(mail -> byId.put(mail.message().id(), mail));
        List<Message> messages = mails.subList(0, count).stream().map(Mail::message).toList();
        return threader.thread(messages).stream()
                .flatMap(thread -> part(thread.id(), mailsOf(thread, byId)).stream())
                .toList();
    }

    private static List<Mail> mailsOf(Threaded thread, Map<Object, Mail> byId) {
        return thread.entries().stream()
                .flatMap(
                        entry -> java.util.stream.Stream.ofNullable(byId.get(entry.message().id())))
                .toList();
    }

    private List<Part> part(ConversationId id, List<Mail> mails) {
        List<Mail> sent = mails.stream().filter(Mail::sent).toList();
        return sent.isEmpty() ? List.of() : List.of(new Part(id, sent, notesOn(id, mails)));
    }

    private List<Note> notesOn(ConversationId id, List<Mail> part) {
        return notes.stream()
                .filter(note ->
                        holds(part, note)
                                || (note.conversation().equals(id) && !holds(mails, note)))
                .toList();
    }

    private static boolean holds(List<Mail> mails, Note note) {
        return mails.stream().anyMatch(mail -> mail.message().id().equals(note.mail()));
    }

    private int countBy(Instant asOf) {
        if (!mails.getLast().message().sentAt().isAfter(asOf)) {
            return mails.size();
        }
        int count = 0;
        while (!mails.get(count).message().sentAt().isAfter(asOf)) {
            count++;
        }
        return count;
    }
}
