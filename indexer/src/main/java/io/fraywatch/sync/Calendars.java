package io.fraywatch.sync;

import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Client;

import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// When the user works, and when a client does.
///
/// A calendar remembers the days it was asked about: implementations hand out the same one for the
/// same answer. Safe for many threads.
public interface Calendars {
    /// My own working hours in what an account is for.
    WorkCalendar ours(AccountName account);

    /// The working hours of a client, as good as they are known.
    WorkCalendar theirs(Client client);

    /// Office hours for everybody: mine in this zone, a client's in theirs where it is known.
    static Calendars officeHours(ZoneId zone) {
        Map<ZoneId, WorkCalendar> made = new ConcurrentHashMap<>();
        return new Calendars() {
            @Override
            public WorkCalendar ours(AccountName account) {
                return in(zone);
            }

            @Override
            public WorkCalendar theirs(Client client) {
                return in(client.zone().orElse(zone));
            }

            private WorkCalendar in(ZoneId there) {
                return made.computeIfAbsent(there, WorkCalendar::officeHours);
            }
        };
    }
}
