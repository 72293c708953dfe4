package io.fraywatch.people;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientDirectory;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.Domains;
import io.fraywatch.mail.MessageKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Suggests clients from the mail itself: whoever writes with us both ways.
///
/// One entry per organisation, per person at free-mail providers; a person's private address goes
/// with their organisation when it is surely theirs. A mail of theirs counts when it is addressed
/// to us or lies in a conversation we take part in, so that a mailing list makes nobody a client.
public final class Suggestions {
    /// The score from which somebody is worth suggesting.
    public static final int WORTH = 35;

    private final ClientDirectory named;
    private final ClientDirectory everybody = new ClientDirectory(List.of(), true);
    private final Instant asOf;
    private final ZoneId zone;
    private final Map<String, Client> byMailbox = new HashMap<>();
    private final Map<ClientId, Client> clients = new LinkedHashMap<>();
    private final Map<ClientId, Correspondence> mail = new HashMap<>();

    private Suggestions(ClientDirectory clients, Instant asOf, ZoneId zone) {
        this.named = new ClientDirectory(clients.named(), false);
        this.asOf = asOf;
        this.zone = zone;
    }

    /// The named clients in their order, then who else may be one, the likeliest first.
    ///
    /// @param traces of all mailboxes; those after `asOf` don't count
    /// @param zone in which "yesterday" is meant
    public static List<Suggestion> of(
            Collection<Trace> traces, ClientDirectory clients, Instant asOf, ZoneId zone) {
        Suggestions suggestions = new Suggestions(clients, asOf, zone);
        clients.named().forEach(client -> suggestions.clients.put(client.id(), client));
        List<Trace> known =
                traces.stream()
                        .filter(trace -> !trace.sentAt().isAfter(asOf))
                        .sorted(Comparator.comparing(Trace::sentAt))
                        .toList();
        suggestions.joinPersons(known);
        suggestions.count(known);
        return suggestions.list();
    }

    /// Puts all addresses of one person under the client that one of them belongs to: a named one
    /// first, else an organisation.
    private void joinPersons(List<Trace> traces) {
        for (Person person : Persons.of(traces)) {
            List<Address> addresses = person.addresses().stream().map(Address::of).toList();
            if (addresses.size() < 2) {
                continue;
            }
            Optional<Client> home =
                    addresses.stream()
                            .flatMap(one -> named.clientOf(one).stream())
                            .findFirst()
                            .or(() ->
                                    addresses.stream()
                                            .filter(one -> !Domains.isFreeMail(one.domain()))
                                            .flatMap(one -> everybody.clientOf(one).stream())
                                            .findFirst())
                            .or(() -> everybody.clientOf(addresses.getFirst()));
            home.ifPresent(client ->
                    addresses.stream()
                            .filter(one -> Domains.isFreeMail(one.domain()))
                            .forEach(one -> byMailbox.put(one.mailbox(), client)));
        }
    }

    private void count(List<Trace> traces) {
        Set<String> ours =
                traces.stream()
                        .filter(Trace::ours)
                        .map(Trace::conversation)
                        .collect(Collectors.toSet());
        Set<String> begun = new HashSet<>();
        for (Trace trace : traces) {
            boolean begins = begun.add(trace.conversation());
            if (trace.ours()) {
                told(trace);
            } else if (trace.toUs() || ours.contains(trace.conversation())) {
                trace.author().ifPresent(author -> heard(trace, author, begins));
            }
        }
    }

    private void told(Trace trace) {
        if (trace.kind() == MessageKind.PERSON) {
            Set<ClientId> addressed = new LinkedHashSet<>();
            trace.others().forEach(other -> clientOf(other).ifPresent(c -> addressed.add(c.id())));
            addressed.forEach(id -> mail(id).tells(trace));
        }
    }

    private void heard(Trace trace, Address author, boolean begins) {
        clientOf(author)
                .ifPresent(client -> {
                    if (trace.fromThem()) {
                        mail(client.id()).hears(trace, author, begins);
                    } else {
                        mail(client.id()).receives(trace.kind());
                    }
                });
    }

    private Optional<Client> clientOf(Address address) {
        Optional<Client> client =
                named.clientOf(address)
                        .or(() -> Optional.ofNullable(byMailbox.get(address.mailbox())))
                        .or(() -> everybody.clientOf(Address.of(address.mailbox())));
        client.ifPresent(one -> clients.putIfAbsent(one.id(), one));
        return client;
    }

    private Correspondence mail(ClientId client) {
        return mail.computeIfAbsent(client, id -> new Correspondence());
    }

    private List<Suggestion> list() {
        List<Suggestion> list = new ArrayList<>();
        Naming naming = new Naming(named.named());
        for (Client client : named.named()) {
            list.add(suggestion(client, true));
        }
        List<Suggestion> others =
                clients.values().stream()
                        .filter(client -> !named.named().contains(client))
                        .map(client -> suggestion(client, false))
                        .filter(suggestion -> suggestion.score() >= WORTH)
                        .sorted(
                                Comparator.comparingInt(Suggestion::score)
                                        .reversed()
                                        .thenComparingInt(suggestion -> -suggestion.mailsIn())
                                        .thenComparing(suggestion -> suggestion.client().id()))
                        .toList();
        others.forEach(suggestion -> list.add(written(suggestion, naming)));
        return list;
    }

    private Suggestion suggestion(Client client, boolean isNamed) {
        Correspondence theirs = mail(client.id());
        Worth worth = new Worth(theirs, asOf, zone);
        String domain = client.domains().stream().sorted().findFirst().orElse("");
        return new Suggestion(
                client,
                isNamed,
                worth.score(),
                worth.reason(),
                theirs.in(),
                theirs.out(),
                theirs.first(),
                theirs.last(),
                Whereabouts.of(theirs.theirs(), domain, client.zone()));
    }

    /// The suggestion with a client as one would write it into the configuration.
    private Suggestion written(Suggestion suggestion, Naming naming) {
        Client client = suggestion.client();
        Map<String, Address> writers = mail(client.id()).writers();
        Set<String> addresses = new TreeSet<>();
        if (client.domains().isEmpty()) {
            client.addresses().forEach(one -> addresses.add(spelt(one, writers)));
        }
        byMailbox.forEach((mailbox, home) -> {
            if (home.id().equals(client.id())) {
                addresses.add(spelt(mailbox, writers));
            }
        });
        return new Suggestion(
                naming.written(client, addresses, writers.values()),
                false,
                suggestion.score(),
                suggestion.reason(),
                suggestion.mailsIn(),
                suggestion.mailsOut(),
                suggestion.first(),
                suggestion.last(),
                suggestion.where());
    }

    /// A mailbox as its owner spells it.
    private static String spelt(String mailbox, Map<String, Address> writers) {
        return Optional.ofNullable(writers.get(mailbox)).map(Address::withoutTag).orElse(mailbox);
    }
}
