package io.fraywatch.people;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.Domains;
import io.fraywatch.mail.PersonName;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Gives clients a name and an id, no two the same.
final class Naming {
    private final Set<String> taken;

    Naming(List<Client> named) {
        this.taken = new HashSet<>(named.stream().map(client -> client.id().value()).toList());
    }

    /// A client as one would write it into the configuration.
    ///
    /// @param writers those of their people who wrote
    Client written(Client client, Set<String> addresses, Collection<Address> writers) {
        String name = name(client, writers);
        return new Client(
                new ClientId(id(name, client.id().value())),
                name,
                client.domains(),
                addresses,
                Optional.empty(),
                Optional.empty());
    }

    /// The person's name, or the organisation's as its domain spells it.
    private static String name(Client client, Collection<Address> writers) {
        if (client.domains().isEmpty()) {
            return writers.stream()
                    .map(writer -> PersonName.of(writer).full())
                    .filter(full -> !full.isEmpty())
                    .findFirst()
                    .orElse(client.id().value());
        }
        String label = Domains.label(client.id().value());
        return Arrays.stream(label.split("[-_]", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    /// Letters, digits and hyphens made of the name; where another bears that already, the domain
    /// or address.
    private String id(String name, String otherwise) {
        StringBuilder slug = new StringBuilder();
        for (char c : PersonName.folded(name).toCharArray()) {
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            boolean gap = !slug.isEmpty() && slug.charAt(slug.length() - 1) != '-';
            if (plain || gap) {
                slug.append(plain ? c : '-');
            }
        }
        if (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        boolean free = slug.length() > 1 && taken.add(slug.toString());
        return free ? slug.toString() : otherwise;
    }
}
