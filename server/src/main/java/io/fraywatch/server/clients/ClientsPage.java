package io.fraywatch.server.clients;

import io.fraywatch.mail.Client;
import io.fraywatch.people.Suggestion;
import io.fraywatch.server.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What the page of clients shows.
///
/// @param written who was just written down and counts, in words; empty when nobody does
/// @param waiting who was written down and counts only from the next start, in words; mostly empty
/// @param named the clients the user named
/// @param suggested who else may be one
/// @param lines the suggested ones as lines of the configuration
public record ClientsPage(
        String written, String waiting, List<Row> named, List<Row> suggested, String lines) {
    /// One client.
    ///
    /// @param who their domains and addresses
    /// @param when where and when they write, in words; empty when unknown
    /// @param noted whether they were written down, and count only from the next start
    public record Row(
            String id,
            String name,
            String who,
            String reason,
            String mails,
            String when,
            boolean noted) {}

    /// @param noted those written down since the start
    /// @param tells whether to tell of them
    static ClientsPage of(List<Suggestion> all, Set<String> noted, boolean tells, ClientBook book) {
        List<Client> open =
                all.stream()
                        .filter(each -> !each.named())
                        .map(Suggestion::client)
                        .filter(client -> !noted.contains(client.id().value()))
                        .toList();
        return new ClientsPage(
                tells ? names(all, true, noted) : "",
                tells ? names(all, false, noted) : "",
                rows(all, true, noted),
                rows(all, false, noted),
                open.isEmpty() ? "" : book.lines(open));
    }

    private static String names(List<Suggestion> all, boolean named, Set<String> noted) {
        return all.stream()
                .filter(each -> each.named() == named)
                .map(Suggestion::client)
                .filter(client -> noted.contains(client.id().value()))
                .map(Client::name)
                .collect(Collectors.joining(", "));
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
                each.where().words(),
                noted.contains(client.id().value()));
    }
}
