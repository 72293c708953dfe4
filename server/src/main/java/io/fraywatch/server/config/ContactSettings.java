package io.fraywatch.server.config;

import io.fraywatch.analyze.ThresholdOverrides;
import io.fraywatch.mail.Address;
import java.util.List;
import java.util.Optional;

/// One person of a client's (`clients: contacts`).
///
/// @param address their mail address
/// @param thresholds what differs in conversations with them, by the keys of the global
///   `thresholds`
public record ContactSettings(String address, Optional<ThresholdOverrides> thresholds) {
    public ContactSettings {
        BadSetting.require(address, "address", "maria@harborlane.example");
        MailNames.requireAddresses(List.of(address), "address");
        thresholds.ifPresent(own -> Bounds.require(own, "thresholds"));
    }

    /// Whether this is them, whatever plus-tag they write with.
    public boolean is(Address person) {
        return Address.of(address).withoutTag().equals(person.withoutTag());
    }
}
