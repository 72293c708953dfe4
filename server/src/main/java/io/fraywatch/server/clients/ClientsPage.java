package io.fraywatch.server.clients;

import io.fraywatch.mail.Client;
import io.fraywatch.people.Habits;
import io.fraywatch.people.Suggestion;
import io.fraywatch.people.ZoneEstimate;
import io.fraywatch.server.web.Words;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the page of clients shows.
///
/// @param written what was just written down, in words; empty when nothing was
/// @param named the clients the user named
/// @param suggested who else may be one
/// @param lines the suggested ones as lines of the configuration
public record ClientsPage(String written, List<Row> named, List<Row> suggested, String lines) {
    /// One client.
    ///
    /// @param who their domains and addresses
    /// @param when where and when they write, in words; empty when unknown
    /// @param noted whether they were written down since the start, so that it holds from the next
    public record Row(
            String id,
            String name,
            String who,
            String reason,
            String mails,
            String when,
            boolean noted) {}

    static ClientsPage of(
            List<Suggestion> all, Set<String> noted, String written, ClientBook book) {
        List<Client> open =
                all.stream()
                        .filter(each -> !each.named())
                        .map(Suggestion::client)
                        .filter(client -> !noted.contains(client.id().value()))
                        .toList();
        return new ClientsPage(
                written,
                rows(all, true, noted),
                rows(all, false, noted),
                open.isEmpty() ? "" : book.lines(open));
    }

    private static List<Row> rows(List<Suggestion> all, boolean named, Set<String> noted) {
        return all.stream()
                .filter(each -> each.named() == named)
                .map(each -> row(each, noted))
                .toList();
    }

    private static Row row(Suggestion each, Set<String> noted) {
        Client client = each.client();
        List<String> who = new ArrayList<>(client.domains().stream().sorted().toList());
        who.addAll(client.addresses().stream().sorted().toList());
        return new Row(
                client.id().value(),
                client.name(),
                String.join(", ", who),
                each.reason(),
                Words.count(each.mailsIn(), "mail") + " in, " + each.mailsOut() + " out",
                when(each),
                noted.contains(client.id().value()));
    }

    private static String when(Suggestion each) {
        if (each.habits().isPresent()) {
            return each.habits().map(Habits::words).orElse("");
        }
        return each.client()
                .zone()
                .or(() -> each.zone().map(ZoneEstimate::zone))
                .map(ZoneId::getId)
                .map(zone -> "in the zone " + zone + "; too little history for their hours")
                .orElse("");
    }
}
