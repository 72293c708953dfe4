package io.fraywatch.server.flags;

import io.fraywatch.flags.Feedback;
import io.fraywatch.flags.Feedback.NoClient;
import io.fraywatch.flags.Feedback.Verdict;
import io.fraywatch.flags.FlagId;
import io.fraywatch.flags.Ledger;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ClientId;
import io.fraywatch.server.web.Pages;
import io.fraywatch.server.web.Problem;
import io.fraywatch.server.web.ProblemException;
import io.fraywatch.server.web.Words;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Desk;
import io.fraywatch.sync.FlagRoll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes what the user says of flags, and shows what was said and how right flags were. Only a POST
/// changes anything; the guard at the door lets in none from another site.
@Path("/flags")
@Produces(MediaType.TEXT_HTML)
public final class FeedbackResource {
    private final Desk desk;
    private final Ledger ledger;
    private final Pages pages;
    private final Clock clock;
    private final ZoneId zone;

    FeedbackResource(Desk desk, Ledger ledger, Pages pages, Clock clock, ZoneId zone) {
        this.desk = desk;
        this.ledger = ledger;
        this.pages = pages;
        this.clock = clock;
        this.zone = zone;
    }

    @GET
    public Response said() throws StoreException {
        FeedbackPage page =
                FeedbackPage.of(
                        ledger.feedback(),
                        accounts().stream()
                                .flatMap(account -> ledger.flags(account).stream())
                                .toList(),
                        new Words(zone, clock.instant()));
        return pages.page(200, "flags/feedback.ftlh", page);
    }

    /// @param say `right`, `wrong`, `notAClient`, `dismiss`, `reopen`, or `snooze` with the number
    ///   of days behind it, such as `snooze3`
    /// @param back the page to go back to, a path of our own
    @POST
    @Path("/{id}")
    public Response say(
            @PathParam("id") String id,
            @FormParam("say") @Nullable String say,
            @FormParam("back") @Nullable String back)
            throws StoreException {
        FlagId flag = new FlagId(id);
        Instant now = clock.instant();
        if (ledger.find(flag).isEmpty()) {
            new FlagRoll(desk, ledger).call(accounts(), now);
        }
        if (!take(flag, say == null ? "" : say, now)) {
            throw new ProblemException(
                    new Problem(
                            404,
                            "No such flag",
                            "There is no flag " + id + ", or it has no client.",
                            "Go back to today's page: it shows the flags there are."));
        }
        return Response.seeOther(URI.create(ours(back))).build();
    }

    private boolean take(FlagId flag, String say, Instant now) {
        Feedback feedback = ledger.feedback();
        return switch (say) {
            case "right" -> feedback.judge(flag, Verdict.RIGHT, now);
            case "wrong" -> feedback.judge(flag, Verdict.WRONG, now);
            case "notAClient" -> feedback.notAClient(flag, now).isPresent();
            case "dismiss" -> ledger.dismiss(flag, now);
            case "snooze1", "snooze3", "snooze7" -> {
                int days = Character.digit(say.charAt(say.length() - 1), 10);
                yield ledger.snooze(flag, now.plus(Duration.ofDays(days)), now);
            }
            case "reopen" -> feedback.forget(flag, now);
            default ->
                    throw new ProblemException(
                            new Problem(
                                    400,
                                    "Nothing was said",
                                    "The form doesn't say what to take down.",
                                    "Go back and press one of its buttons."));
        };
    }

    /// Takes back that somebody is no client.
    @POST
    @Path("/clients")
    public Response isAClient(
            @FormParam("account") @Nullable String account,
            @FormParam("client") @Nullable String client) {
        if (account != null && client != null) {
            ledger.feedback()
                    .isAClient(new NoClient(new AccountName(account), new ClientId(client)));
        }
        return Response.seeOther(URI.create("/flags")).build();
    }

    private List<AccountName> accounts() throws StoreException {
        return desk.stats().stream().map(Desk.Stats::account).toList();
    }

    /// A path on this server; anything else is today's page.
    private static String ours(@Nullable String back) {
        boolean path = back != null && back.matches("/(conversations/[0-9a-f]{16}|flags)?");
        return path && back != null ? back : "/";
    }
}
