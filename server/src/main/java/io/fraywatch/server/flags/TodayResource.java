package io.fraywatch.server.flags;

import io.fraywatch.mail.ClientId;
import io.fraywatch.server.web.AsOf;
import io.fraywatch.server.web.Notice;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The first page: what is at risk today, or was on another day.
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class TodayResource {
    private final Desk desk;
    private final Supplier<List<Notice>> notices;
    private final Pages pages;
    private final Clock clock;
    private final ZoneId zone;

    TodayResource(
            Desk desk, Supplier<List<Notice>> notices, Pages pages, Clock clock, ZoneId zone) {
        this.desk = desk;
        this.notices = notices;
        this.pages = pages;
        this.clock = clock;
        this.zone = zone;
    }

    @GET
    public Response today(@QueryParam("asOf") @Nullable String asOf) throws StoreException {
        Words words = new Words(zone, AsOf.of(asOf, clock, zone));
        TodayPage page =
                TodayPage.of(
                        desk.findings(words.now(), false),
                        looked(words),
                        notices.get(),
                        words,
                        LocalDate.now(clock.withZone(zone)));
        return pages.page(200, "flags/today.ftlh", page);
    }

    private TodayPage.Looked looked(Words words) throws StoreException {
        Set<ClientId> clients = new HashSet<>();
        desk.conversations(listed ->
                listed.conversation().client().ifPresent(client -> clients.add(client.id())));
        long conversations = 0;
        Optional<Instant> newest = Optional.empty();
        for (Desk.Stats stats : desk.stats()) {
            conversations += stats.conversations();
            newest =
                    java.util.stream.Stream.of(newest, stats.newest())
                            .flatMap(Optional::stream)
                            .max(Comparator.naturalOrder());
        }
        return new TodayPage.Looked(
                Words.count(conversations, "conversation"),
                Words.count(clients.size(), "client"),
                newest.map(words::moment).orElse(""));
    }
}
