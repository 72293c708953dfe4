package io.fraywatch.server.search;

import io.fraywatch.query.QueryException;
import io.fraywatch.server.web.Pages;
import io.fraywatch.server.web.Words;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Desk;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The search page. The same answer serves a plain browser and a live update, which picks its part
/// of it.
@Path("/search")
@Produces(MediaType.TEXT_HTML)
public final class SearchResource {
    private static final String TEMPLATE = "search/search.ftlh";

    private final Desk desk;
    private final Pages pages;
    private final Clock clock;
    private final ZoneId zone;

    SearchResource(Desk desk, Pages pages, Clock clock, ZoneId zone) {
        this.desk = desk;
        this.pages = pages;
        this.clock = clock;
        this.zone = zone;
    }

    @GET
    public Response search(
            @QueryParam("q") @Nullable String q,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("offset") @Nullable String offset,
            @QueryParam("sort") @Nullable String sort)
            throws StoreException {
        SearchRequest request = SearchRequest.of(q, limit, offset, sort);
        if (request.query().isEmpty()) {
            return pages.page(200, TEMPLATE, SearchPage.empty(request));
        }
        try {
            Desk.Found found =
                    desk.search(request.query(), request.sort(), request.offset(), request.limit());
            return pages.page(
                    200,
                    TEMPLATE,
                    SearchPage.found(request, found, new Words(zone, clock.instant())));
        } catch (QueryException e) {
            return pages.page(400, TEMPLATE, SearchPage.refused(request, e));
        }
    }
}
