package io.fraywatch.sync;

import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientDirectory;
import io.fraywatch.query.Query;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Puts a client's domains and addresses in the place of their name in a query, since only the
/// directory knows them.
final class ClientQueries {
    private final ClientDirectory clients;

    ClientQueries(ClientDirectory clients) {
        this.clients = clients;
    }

    Query resolve(Query query) {
        return switch (query) {
            case Query.OfClient of -> people(of.client().toLowerCase(Locale.ROOT));
            case Query.And and -> new Query.And(resolve(and.parts()));
            case Query.Or or -> new Query.Or(resolve(or.parts()));
            case Query.Not not -> new Query.Not(resolve(not.part()));
            case Query.All all -> all;
            case Query.Word word -> word;
            case Query.Phrase phrase -> phrase;
            case Query.Person person -> person;
            case Query.People people -> people;
            case Query.Sent sent -> sent;
        };
    }

    private List<Query> resolve(List<Query> parts) {
        return parts.stream().map(this::resolve).toList();
    }

    /// A client the user named, by id or name; else an unnamed one, whose id is their domain or
    /// address.
    private Query people(String client) {
        for (Client known : clients.named()) {
            if (known.id().value().equalsIgnoreCase(client)
                    || known.name().equalsIgnoreCase(client)) {
                return new Query.People(known.domains(), known.addresses());
            }
        }
        return client.contains("@")
                ? new Query.People(Set.of(), Set.of(client))
                : new Query.People(Set.of(client), Set.of());
    }
}
