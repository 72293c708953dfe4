package io.fraywatch.sync;

import io.fraywatch.analyze.Thresholds;
import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientDirectory;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/// How the user wants mail judged: whose clients there are, by which thresholds and on which
/// working days.
///
/// @param thresholds those that hold for a client; for an empty one, for everybody
/// @param calendar working hours by zone
/// @param zone the user's own zone
public record Policy(
        ClientDirectory clients,
        Function<Optional<Client>, Thresholds> thresholds,
        Function<ZoneId, WorkCalendar> calendar,
        ZoneId zone) {
    /// My own working hours.
    public WorkCalendar ours() {
        return calendar.apply(zone);
    }

    /// The working hours of a client, ours where theirs aren't known.
    public WorkCalendar theirs(Client client) {
        return calendar.apply(client.zone().orElse(zone));
    }
}
