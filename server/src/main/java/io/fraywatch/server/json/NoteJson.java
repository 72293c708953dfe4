package io.fraywatch.server.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.mail.Note;
import io.fraywatch.sync.Notebook;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the user wrote about a conversation by hand, within whatever shows the conversation.
///
/// @param note its number, by which it is removed
/// @param at when it was written
/// @param until the day on which the matter goes on; null in a plain note
@JsonPropertyOrder({"note", "at", "text", "until"})
public record NoteJson(long note, String at, String text, Optional<String> until) {
    /// A note as the command `note` tells it, by itself.
    ///
    /// @param removed whether it was just taken away
    @JsonPropertyOrder({"v", "account", "conversation", "note", "at", "text", "until", "removed"})
    public record Alone(
            int v,
            String account,
            String conversation,
            long note,
            String at,
            String text,
            Optional<String> until,
            boolean removed) {}

    static NoteJson of(Note note) {
        return new NoteJson(
                note.number(),
                note.at().toString(),
                note.text(),
                note.until().map(LocalDate::toString));
    }

    static List<NoteJson> all(List<Note> notes) {
        return notes.stream().map(NoteJson::of).toList();
    }

    public static Alone alone(Notebook.Written written, boolean removed) {
        Note note = written.note();
        return new Alone(
                Json.VERSION,
                written.account().value(),
                written.conversation().toString(),
                note.number(),
                note.at().toString(),
                note.text(),
                note.until().map(LocalDate::toString),
                removed);
    }
}
