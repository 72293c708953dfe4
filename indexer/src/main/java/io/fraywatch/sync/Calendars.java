package io.fraywatch.sync;

import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Client;
import io.fraywatch.people.Whereabouts;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// When the user works, and when a client does.
///
/// A calendar remembers the days it was asked about: implementations hand out the same one for the
/// same answer. Safe for many threads.
public interface Calendars {
    /// My own working hours in what an account is for.
    WorkCalendar ours(AccountName account);

    /// The working hours of a client: those the user gave them, else as good as they are known;
    /// mine for want of better.
    WorkCalendar theirs(Client client, Whereabouts where);

    /// Whether the user gave this client working hours.
    boolean hasHours(Client client);

    /// Office hours for everybody: mine in this zone, a client's in theirs and on their days where
    /// these are known.
    static Calendars officeHours(ZoneId zone) {
        record Hours(ZoneId zone, Optional<Set<DayOfWeek>> days) {}
        Map<Hours, WorkCalendar> made = new ConcurrentHashMap<>();
        return new Calendars() {
            @Override
            public WorkCalendar ours(AccountName account) {
                return at(new Hours(zone, Optional.empty()));
            }

            @Override
            public WorkCalendar theirs(Client client, Whereabouts where) {
                return at(new Hours(where.zone().orElse(zone), where.days()));
            }

            @Override
            public boolean hasHours(Client client) {
                return false;
            }

            private WorkCalendar at(Hours hours) {
                return made.computeIfAbsent(
                        hours,
                        h -> {
                            WorkCalendar usual = WorkCalendar.officeHours(h.zone());
                            return h.days().map(usual::on).orElse(usual);
                        });
            }
        };
    }
}
