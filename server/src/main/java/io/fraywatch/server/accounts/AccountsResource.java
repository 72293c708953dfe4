package io.fraywatch.server.accounts;

import io.fraywatch.mail.AccountName;
import io.fraywatch.server.web.Pages;
import io.fraywatch.server.web.Problem;
import io.fraywatch.server.web.ProblemException;
import io.fraywatch.server.web.Words;
import io.fraywatch.sync.AccountState;
import io.fraywatch.sync.Roster;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The page of accounts. Only its POST changes anything: it has a mailbox tried again.
@Path("/accounts")
@Produces(MediaType.TEXT_HTML)
public final class AccountsResource {
    private final Roster roster;
    private final Predicate<AccountName> retry;
    private final Pages pages;
    private final Clock clock;
    private final ZoneId zone;

    AccountsResource(
            Roster roster, Predicate<AccountName> retry, Pages pages, Clock clock, ZoneId zone) {
        this.roster = roster;
        this.retry = retry;
        this.pages = pages;
        this.clock = clock;
        this.zone = zone;
    }

    /// @param tried the account that was just asked to be tried again
    @GET
    public Response page(@QueryParam("tried") @Nullable String tried) {
        List<AccountState> states = roster.states();
        Words words = new Words(zone, clock.instant());
        return pages.page(
                200,
                "accounts/accounts.ftlh",
                AccountsPage.of(states, known(tried, states), words));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response again(@FormParam("account") @Nullable String name) {
        Optional<AccountName> account =
                roster.states().stream()
                        .map(AccountState::account)
                        .filter(each -> each.value().equals(name))
                        .findFirst();
        if (account.isEmpty() || !retry.test(account.get())) {
            throw new ProblemException(
                    new Problem(
                            404,
                            "No such account",
                            "The server keeps no account of this name.",
                            "Go back to the page of accounts and press one of its buttons."));
        }
        return Response.seeOther(URI.create("/accounts?tried=" + account.get())).build();
    }

    private static Optional<AccountName> known(@Nullable String name, List<AccountState> states) {
        return states.stream()
                .map(AccountState::account)
                .filter(account -> account.value().equals(name))
                .findFirst();
    }
}
