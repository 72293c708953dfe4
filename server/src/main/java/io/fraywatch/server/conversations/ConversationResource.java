package io.fraywatch.server.conversations;

import io.fraywatch.mail.ConversationId;
import io.fraywatch.server.json.ConversationJson;
import io.fraywatch.server.web.AsOf;
import io.fraywatch.server.web.Pages;
import io.fraywatch.server.web.Problem;
import io.fraywatch.server.web.ProblemException;
import io.fraywatch.server.web.Words;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Arranger;
import io.fraywatch.sync.Desk;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// One conversation, as a page and as JSON.
@Path("/")
public final class ConversationResource {
    private final Desk desk;
    private final Arranger arranger;
    private final Pages pages;
    private final Clock clock;
    private final ZoneId zone;

    ConversationResource(Desk desk, Arranger arranger, Pages pages, Clock clock, ZoneId zone) {
        this.desk = desk;
        this.arranger = arranger;
        this.pages = pages;
        this.clock = clock;
        this.zone = zone;
    }

    @GET
    @Path("conversations/{id}")
    @Produces(MediaType.TEXT_HTML)
    public Response page(@PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf)
            throws StoreException {
        Words words = new Words(zone, AsOf.of(asOf, clock, zone));
        Desk.Opened opened = open(id);
        var finding = desk.explain(opened.conversation().id(), words.now());
        return pages.page(
                200,
                "conversations/conversation.ftlh",
                ConversationPage.of(opened, finding, arranger.decisions(), words));
    }

    @GET
    @Path("api/conversations/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public ConversationJson json(
            @PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf)
            throws StoreException {
        Desk.Opened opened = open(id);
        return ConversationJson.of(
                opened, desk.explain(opened.conversation().id(), AsOf.of(asOf, clock, zone)));
    }

    private Desk.Opened open(String id) throws StoreException {
        ConversationId conversation;
        try {
            conversation = ConversationId.parse(id);
        } catch (IllegalArgumentException e) {
            throw unknown(id);
        }
        return desk.open(conversation).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                new Problem(
                        404,
                        "No such conversation",
                        "There is no conversation '" + id + "'.",
                        "Its oldest mail may have come to light since, which renames it: look for it by searching."));
    }
}
