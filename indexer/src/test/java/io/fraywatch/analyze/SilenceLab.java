package io.fraywatch.analyze;

import io.fraywatch.mail.ClientId;
import io.fraywatch.sync.Casebook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lets measures ask the model of silence about exchanges whose end is known.
public final class SilenceLab {
    private static final int[] HOURS = {1, 2, 4, 8, 16, 24, 40};

    /// One forecast at one moment of one wait.
    ///
    /// @param own by the client's own norm
    /// @param pooled as for anybody
    /// @param came whether the answer came after all
    public record Forecast(double own, double pooled, boolean came) {}

    private record Wait(ClientId client, Exchange exchange) {}

    private SilenceLab() {}

    /// The forecasts for exchanges, oldest first, from a share of them on; each uses only what was
    /// known at its moment.
    public static List<Forecast> forecasts(Casebook book, double from) {
        Map<ClientId, List<Exchange>> byClient = new HashMap<>();
        List<Wait> waits = new ArrayList<>();
        for (Case c : book.cases()) {
            c.client()
                    .ifPresent(client -> {
                        for (Exchange exchange :
                                Exchange.of(Steps.of(c, book.us(), Instant.MAX), c.notes())) {
                            waits.add(new Wait(client.id(), exchange));
                            byClient.computeIfAbsent(client.id(), id -> new ArrayList<>())
                                    .add(exchange);
                        }
                    });
        }
        waits.sort(Comparator.comparing(wait -> wait.exchange().sentAt()));
        Map<ClientId, ReplyChance> chances = new HashMap<>();
        byClient.forEach(
                (id, exchanges) -> chances.put(id, new ReplyChance(exchanges, book.calendar())));
        ReplyChance anybody = new ReplyChance(List.of(), book.calendar());
        List<Forecast> out = new ArrayList<>();
        for (Wait wait : waits.subList((int) (waits.size() * from), waits.size())) {
            ReplyChance own = chances.getOrDefault(wait.client(), anybody);
            forecast(wait.exchange(), own, anybody, book, out);
        }
        return out;
    }

    private static void forecast(
            Exchange exchange,
            ReplyChance own,
            ReplyChance anybody,
            Casebook book,
            List<Forecast> out) {
        if (exchange.away()) {
            return;
        }
        Duration longest =
                io.fraywatch.analyze.time.WorkCalendar.businessDays(
                        ReplyChance.LONGEST_BUSINESS_DAYS);
        Instant end = book.calendar().plus(exchange.sentAt(), longest);
        for (int hours : HOURS) {
            Duration waited = Duration.ofHours(hours);
            Instant moment = book.calendar().plus(exchange.sentAt(), waited);
            if (!exchange.answeredBy(moment)) {
                int followUps = exchange.followUpsBy(moment);
                out.add(
                        new Forecast(
                                own.of(exchange.asked(), followUps, waited, moment),
                                anybody.of(exchange.asked(), followUps, waited, moment),
                                exchange.answeredBy(end)));
            }
        }
    }
}
