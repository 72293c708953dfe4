package io.fraywatch.mail;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Who "we" are in one account: our own addresses with their plus-tags, and the domains of our
/// team.
///
/// Direction comes from here and never from a folder, so a mail filed anywhere keeps its direction.
public final class Identity {
    private final Set<String> addresses;
    private final Set<String> teamDomains;

    public Identity(Set<String> addresses, Set<String> teamDomains) {
        this.addresses =
                addresses.stream()
                        .map(a -> Address.of(a).withoutTag())
                        .collect(Collectors.toUnmodifiableSet());
        this.teamDomains =
                teamDomains.stream()
                        .map(d -> d.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether this address is one of mine by name: a person's, or one that several of us read.
    public boolean isMine(Address address) {
        return addresses.contains(address.withoutTag()) || addresses.contains(address.address());
    }

    /// Whether this address is mine or a colleague's.
    public boolean isOurs(Address address) {
        return isMine(address) || teamDomains.contains(address.domain());
    }
}
