package io.fraywatch.server.config;

import io.fraywatch.analyze.ThresholdOverrides;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One client the user names (`clients`).
///
/// @param id what it is called in commands and searches, without white space
/// @param name what it is called in the digest; default the id
/// @param domains mail domains that are theirs, subdomains included
/// @param addresses single addresses that are theirs
/// @param zone where they keep their office hours; default where their mail is dated, else the
///   user's own
/// @param hours their working hours; default 9 to 5 on the days they write, else Monday to Friday
/// @param holidays iCalendar files with their days off; default the user's own
/// @param tier a label of the user's own, by which `tiers` may give thresholds
/// @param thresholds what differs for this client, by the keys of the global `thresholds`
/// @param contacts single people of theirs for whom something differs
public record ClientSettings(
        String id,
        Optional<String> name,
        List<String> domains,
        List<String> addresses,
        Optional<ZoneId> zone,
        Optional<HoursSection> hours,
        List<String> holidays,
        Optional<String> tier,
        Optional<ThresholdOverrides> thresholds,
        List<ContactSettings> contacts) {
    public ClientSettings {
        BadSetting.require(id, "id", "harborlane");
        try {
            ClientId _ = new ClientId(id);
        } catch (IllegalArgumentException e) {
            throw new BadSetting(String.valueOf(e.getMessage()), "id");
        }
        domains = List.copyOf(domains);
        addresses = List.copyOf(addresses);
        contacts = List.copyOf(contacts);
        holidays = List.copyOf(holidays);
        thresholds.ifPresent(own -> Bounds.require(own, "thresholds"));
        MailNames.requireDomains(domains, "domains");
        MailNames.requireAddresses(addresses, "addresses");
        if (domains.isEmpty() && addresses.isEmpty()) {
            throw new BadSetting(
                    "client '"
                            + id
                            + "' has neither domains nor addresses, so no mail can be theirs; add"
                            + " for instance `domains: ["
                            + id
                            + ".example]`",
                    "id");
        }
    }

    public Client client() {
        return new Client(
                new ClientId(id),
                name.orElse(id),
                Set.copyOf(domains),
                Set.copyOf(addresses),
                zone,
                tier);
    }
}
