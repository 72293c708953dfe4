package io.fraywatch.sync;

import io.fraywatch.analyze.Thresholds;
import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientDirectory;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// How the user wants mail judged: whose clients there are, by which thresholds and on which
/// working days.
///
/// @param thresholds those that hold for a person of a client's; without a client, for everybody
/// @param calendar working hours by zone
/// @param zone the user's own zone
public record Policy(
        ClientDirectory clients,
        Function<Person, Thresholds> thresholds,
        Function<ZoneId, WorkCalendar> calendar,
        ZoneId zone) {
    /// Whom a conversation is with.
    ///
    /// @param address who of the client's wrote last, else whom we wrote to first
    public record Person(Optional<Client> client, Optional<Address> address) {}

    public Policy {
        calendar = remembering(calendar);
    }

    /// A calendar remembers the days it was asked about, so each is made once.
    private static Function<ZoneId, WorkCalendar> remembering(
            Function<ZoneId, WorkCalendar> calendar) {
        Map<ZoneId, WorkCalendar> made = new ConcurrentHashMap<>();
        return zone -> made.computeIfAbsent(zone, calendar);
    }

    /// My own working hours.
    public WorkCalendar ours() {
        return calendar.apply(zone);
    }

    /// The working hours of a client, ours where theirs aren't known.
    public WorkCalendar theirs(Client client) {
        return calendar.apply(client.zone().orElse(zone));
    }
}
