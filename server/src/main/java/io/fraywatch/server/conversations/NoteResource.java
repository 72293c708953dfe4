package io.fraywatch.server.conversations;

import io.fraywatch.mail.ConversationId;
import io.fraywatch.server.web.Problem;
import io.fraywatch.server.web.ProblemException;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Notebook;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The form by which a note is written about a conversation, or removed. It answers with the way
/// back to the conversation's page.
@Path("/")
public final class NoteResource {
    private final Notebook notebook;
    private final Clock clock;

    NoteResource(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /// @param remove the number of the note to take away; without it one is written
    @POST
    @Path("conversations/{id}/notes")
    public Response note(
            @PathParam("id") String id,
            @FormParam("text") @Nullable String text,
            @FormParam("until") @Nullable String until,
            @FormParam("remove") @Nullable String remove)
            throws StoreException {
        ConversationId conversation = conversation(id);
        Optional<Notebook.Written> done =
                said(remove).isEmpty()
                        ? write(conversation, said(text), day(said(until)))
                        : notebook.remove(conversation, number(said(remove)), clock.instant());
        if (done.isEmpty()) {
            throw refused("There is no such conversation or note any more.");
        }
        return Response.seeOther(URI.create("/conversations/" + conversation + "#notes")).build();
    }

    private Optional<Notebook.Written> write(
            ConversationId conversation, String text, Optional<LocalDate> until)
            throws StoreException {
        try {
            return notebook.write(conversation, text, until, clock.instant());
        } catch (IllegalArgumentException e) {
            throw refused("The note can't be kept: " + e.getMessage() + ".");
        }
    }

    private static ConversationId conversation(String id) {
        try {
            return ConversationId.parse(id);
        } catch (IllegalArgumentException e) {
            throw refused("There is no conversation '" + id + "'.");
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw refused("'" + text + "' is no date; write it like 2026-05-04.");
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw refused("'" + text + "' is no number of a note.");
        }
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static ProblemException refused(String what) {
        return new ProblemException(
                new Problem(
                        400,
                        "Nothing was noted",
                        what,
                        "Go back, look at the conversation again, and write a few words about it."));
    }
}
