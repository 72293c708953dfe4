package io.fraywatch.server.search;

import io.fraywatch.query.QueryException;
import io.fraywatch.server.json.SearchJson;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Desk;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Search as JSON.
@Path("/api/search")
@Produces(MediaType.APPLICATION_JSON)
public final class SearchApi {
    private final Desk desk;
    private final Clock clock;

    SearchApi(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GET
    public SearchJson search(
            @QueryParam("q") @Nullable String q,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("offset") @Nullable String offset,
            @QueryParam("sort") @Nullable String sort)
            throws QueryException, StoreException {
        SearchRequest request = SearchRequest.of(q, limit, offset, sort);
        Instant start = clock.instant();
        Desk.Found found =
                desk.search(request.query(), request.sort(), request.offset(), request.limit());
        return SearchJson.of(request.query(), found, Duration.between(start, clock.instant()));
    }
}
