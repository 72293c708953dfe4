package io.fraywatch.server.flags;

import io.fraywatch.server.json.FlagJson;
import io.fraywatch.server.web.AsOf;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Desk;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is at risk, as JSON.
@Path("/api/flags")
@Produces(MediaType.APPLICATION_JSON)
public final class FlagsResource {
    private final Desk desk;
    private final Clock clock;
    private final ZoneId zone;

    FlagsResource(Desk desk, Clock clock, ZoneId zone) {
        this.desk = desk;
        this.clock = clock;
        this.zone = zone;
    }

    @GET
    public List<FlagJson> flags(@QueryParam("asOf") @Nullable String asOf) throws StoreException {
        return desk.findings(AsOf.of(asOf, clock, zone), false).stream().map(FlagJson::of).toList();
    }
}
