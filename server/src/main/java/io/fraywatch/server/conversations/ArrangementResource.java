package io.fraywatch.server.conversations;

import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MailId;
import io.fraywatch.server.web.Problem;
import io.fraywatch.server.web.ProblemException;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Arranger;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The forms by which a conversation is split and merged. Each answers with the way to the page of
/// the conversation that the mail is in then.
@Path("/")
public final class ArrangementResource {
    private static final int ID_LENGTH = 16;

    private final Arranger arranger;
    private final Clock clock;

    ArrangementResource(Arranger arranger, Clock clock) {
        this.arranger = arranger;
        this.clock = clock;
    }

    @POST
    @Path("conversations/{id}/split")
    public Response split(@FormParam("mail") @Nullable String mail) throws StoreException {
        return seen(arranger.split(mail(mail), clock.instant()));
    }

    @POST
    @Path("conversations/{id}/move")
    public Response move(
            @FormParam("mail") @Nullable String mail, @FormParam("to") @Nullable String to)
            throws StoreException {
        return seen(arranger.move(mail(mail), conversation(to), clock.instant()));
    }

    @POST
    @Path("conversations/{id}/merge")
    public Response merge(@PathParam("id") String id, @FormParam("to") @Nullable String to)
            throws StoreException {
        return seen(arranger.merge(conversation(id), conversation(to), clock.instant()));
    }

    @POST
    @Path("conversations/{id}/undo")
    public Response undo(@FormParam("decision") @Nullable String decision) throws StoreException {
        long number;
        try {
            number = Long.parseLong(said(decision));
        } catch (NumberFormatException e) {
            throw refused("'" + said(decision) + "' is no number of a decision.");
        }
        return seen(arranger.undo(number, clock.instant()));
    }

    private static Response seen(Optional<Arranger.Arranged> done) {
        Arranger.Arranged arranged =
                done.orElseThrow(() ->
                        refused(
                                "What should be moved isn't there any more, or belongs there"
                                        + " already, or is in another account."));
        ConversationId now = arranged.conversation().orElseThrow(ArrangementResource::later);
        String mail = "#mail-" + arranged.decided().decision().mail();
        return Response.seeOther(URI.create("/conversations/" + now + mail)).build();
    }

    private static MailId mail(@Nullable String text) {
        try {
            return new MailId(said(text));
        } catch (IllegalArgumentException e) {
            throw refused("'" + said(text) + "' is no mail.");
        }
    }

    /// Its id, or the address of its page.
    private static ConversationId conversation(@Nullable String text) {
        String bare = said(text);
        int behind = Math.max(bare.indexOf('#'), bare.indexOf('?'));
        String path = behind < 0 ? bare : bare.substring(0, behind);
        String id = path.substring(Math.max(0, path.length() - ID_LENGTH));
        try {
            return ConversationId.parse(id);
        } catch (IllegalArgumentException e) {
            throw refused(
                    "'"
                            + bare
                            + "' is neither a conversation's 16 characters nor the address of its"
                            + " page.");
        }
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static ProblemException refused(String what) {
        return new ProblemException(
                new Problem(
                        400,
                        "Nothing was moved",
                        what,
                        "Go back, look at the conversation again and give the address of the page"
                                + " it should go to."));
    }

    private static ProblemException later() {
        return new ProblemException(
                new Problem(
                        202,
                        "Remembered",
                        "Your mailbox is being read just now, so the conversations stay as they are"
                                + " until that is done.",
                        "Nothing else to do: the next pass brings it about."));
    }
}
