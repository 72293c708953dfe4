package io.fraywatch.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Says whose client an address is: first the clients the user named, then, if wanted, one per
/// organisation's domain.
///
/// At free-mail providers a domain says nothing about who somebody is, so there everybody stands
/// for themselves.
public final class ClientDirectory {
    private final List<Client> named;
    private final Map<String, Client> byAddress = new HashMap<>();
    private final Map<String, Client> byDomain = new HashMap<>();
    private final boolean everybody;

    /// @param everybody whether people the user didn't name count as clients too
    public ClientDirectory(List<Client> named, boolean everybody) {
        this.named = List.copyOf(named);
        this.everybody = everybody;
        for (Client client : named) {
            client.addresses().forEach(a -> byAddress.put(Address.of(a).mailbox(), client));
            client.domains().forEach(d -> byDomain.put(d, client));
        }
    }

    /// The clients the user named, in the order of the configuration.
    public List<Client> named() {
        return named;
    }

    /// The client this address belongs to. The caller has already made sure that it isn't one of
    /// ours.
    public Optional<Client> clientOf(Address address) {
        Client known = byAddress.get(address.mailbox());
        for (String domain = address.domain();
                known == null && !domain.isEmpty();
                domain = Domains.parent(domain)) {
            known = byDomain.get(domain);
        }
        if (known != null) {
            return Optional.of(known);
        }
        return everybody && !address.domain().isEmpty()
                ? Optional.of(unnamed(address))
                : Optional.empty();
    }

    private static Client unnamed(Address address) {
        if (Domains.isFreeMail(address.domain())) {
            String own = address.withoutTag();
            return new Client(
                    new ClientId(own),
                    address.display(),
                    Set.of(),
                    Set.of(own),
                    Optional.empty(),
                    Optional.empty());
        }
        String domain = Domains.organisation(address.domain());
        return new Client(
                new ClientId(domain),
                domain,
                Set.of(domain),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }
}
