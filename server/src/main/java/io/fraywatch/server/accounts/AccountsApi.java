package io.fraywatch.server.accounts;

import io.fraywatch.server.json.AccountJson;
import io.fraywatch.sync.Roster;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// How each account is doing, for programs.
@Path("/api/accounts")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountsApi {
    private final Roster roster;
    private final Clock clock;

    AccountsApi(Roster roster, Clock clock) {
        this.roster = roster;
        this.clock = clock;
    }

    @GET
    public List<AccountJson> accounts() {
        Instant now = clock.instant();
        return roster.states().stream().map(state -> AccountJson.of(state, now)).toList();
    }
}
