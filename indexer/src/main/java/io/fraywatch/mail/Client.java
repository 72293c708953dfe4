package io.fraywatch.mail;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Somebody who pays us: one firm or person, however many addresses they write from.
///
/// @param name what to call them in the digest
/// @param domains whole mail domains that are theirs, lower-cased; subdomains count
/// @param addresses single addresses that are theirs, lower-cased
/// @param zone where they keep their office hours; empty means ours
/// @param tier a label of the user's own ("gold") that thresholds may hang on
public record Client(
        ClientId id,
        String name,
        Set<String> domains,
        Set<String> addresses,
        Optional<ZoneId> zone,
        Optional<String> tier) {
    public Client {
        domains = lower(domains);
        addresses = lower(addresses);
    }

    private static Set<String> lower(Set<String> values) {
        return values.stream()
                .map(v -> v.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
