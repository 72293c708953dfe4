package io.fraywatch.sync;

import io.fraywatch.analyze.Thresholds;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientDirectory;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/// How the user wants mail judged: whose clients there are, by which thresholds and on which
/// working days.
///
/// @param thresholds those that hold for a person of a client's; without a client, for everybody
/// @param calendars when somebody works
/// @param zone the user's own zone
public record Policy(
        ClientDirectory clients,
        Function<Person, Thresholds> thresholds,
        Calendars calendars,
        ZoneId zone) {
    /// Whom a conversation is with.
    ///
    /// @param address who of the client's wrote last, else whom we wrote to first
    public record Person(Optional<Client> client, Optional<Address> address) {}
}
