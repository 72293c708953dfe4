package io.fraywatch.server.clients;

import io.fraywatch.mail.Client;
import io.fraywatch.people.Suggestion;
import io.fraywatch.server.web.Pages;
import io.fraywatch.server.web.Problem;
import io.fraywatch.server.web.ProblemException;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Desk;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/// The page of clients. Only its POST writes anything, and only suggestions that the desk makes
/// itself: a form can choose among them, never bring its own.
@Path("/clients")
@Produces(MediaType.TEXT_HTML)
public final class ClientsResource {
    private static final String TEMPLATE = "clients/clients.ftlh";

    private final Desk desk;
    private final Pages pages;
    private final ClientBook book;
    private final Clock clock;

    /// Written down since the start. The desk knows them at once, unless the configuration can't be
    /// read again.
    private final Set<String> noted = new ConcurrentSkipListSet<>();

    ClientsResource(Desk desk, Pages pages, ClientBook book, Clock clock) {
        this.desk = desk;
        this.pages = pages;
        this.book = book;
        this.clock = clock;
    }

    @GET
    public Response page(@QueryParam("written") @Nullable String written) throws StoreException {
        return pages.page(
                200, TEMPLATE, ClientsPage.of(suggestions(), noted, written != null, book));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@FormParam("client") List<String> ids) throws StoreException {
        Set<String> wanted = new TreeSet<>(ids);
        wanted.removeAll(noted);
        List<Client> chosen =
                suggestions().stream()
                        .filter(each -> !each.named())
                        .map(Suggestion::client)
                        .filter(client -> wanted.contains(client.id().value()))
                        .toList();
        if (chosen.isEmpty()) {
            throw new ProblemException(
                    new Problem(
                            400,
                            "No client was chosen",
                            "Nothing was written down.",
                            "Tick those who are clients, then send again."));
        }
        try {
            book.add(chosen);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            409,
                            "The clients couldn't be written down",
                            String.valueOf(e.getMessage()),
                            "The page of clients shows the lines, to be copied into the"
                                    + " configuration by hand."));
        }
        chosen.forEach(client -> noted.add(client.id().value()));
        return Response.seeOther(URI.create("/clients?written=1")).build();
    }

    private List<Suggestion> suggestions() throws StoreException {
        return desk.clients(clock.instant());
    }
}
