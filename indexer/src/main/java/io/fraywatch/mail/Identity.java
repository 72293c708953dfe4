package io.fraywatch.mail;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Who "we" are in one account: our own addresses and aliases with their plus-tags, and the domains
/// of our team with their subdomains.
///
/// Direction comes from here and never from a folder, so a mail filed anywhere keeps its direction.
public final class Identity {
    private final Set<String> mailboxes;
    private final Set<String> teamDomains;

    /// @param addresses everything I send from and get mail at, in any spelling
    /// @param teamDomains whose people are colleagues
    public Identity(Set<String> addresses, Set<String> teamDomains) {
        this.mailboxes =
                addresses.stream()
                        .map(a -> Address.of(a).mailbox())
                        .collect(Collectors.toUnmodifiableSet());
        this.teamDomains =
                teamDomains.stream()
                        .map(d -> d.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether this address is one of mine by name: a person's, or one that several of us read.
    public boolean isMine(Address address) {
        return mailboxes.contains(address.mailbox());
    }

    /// Whether this address is mine or a colleague's.
    public boolean isOurs(Address address) {
        return isMine(address) || isTeam(address.domain());
    }

    private boolean isTeam(String domain) {
        for (String each = domain; !each.isEmpty(); each = Domains.parent(each)) {
            if (teamDomains.contains(each)) {
                return true;
            }
        }
        return false;
    }
}
