package io.fraywatch.sync;

import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.Message;
import io.fraywatch.people.Whereabouts;
import io.fraywatch.people.Whereabouts.Sent;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where and when each client works, as of any instant: by the mail they had written by then and by
/// nothing later. Not safe for several threads.
final class Offices {
    private static final Comparator<Sent> ORDER =
            Comparator.comparing(Sent::at)
                    .thenComparing(sent -> sent.date().map(Object::toString).orElse(""));

    /// The latest answer about a client, which holds until they write again.
    private record Known(int mails, Whereabouts where, WorkCalendar calendar) {}

    private final Calendars calendars;
    private final Map<ClientId, List<Sent>> sent = new HashMap<>();
    private final Map<ClientId, Known> known = new HashMap<>();

    /// @param written what persons wrote, by whose people they are
    Offices(Calendars calendars, Map<ClientId, List<Message>> written) {
        this.calendars = calendars;
        written.forEach((client, messages) ->
                sent.put(
                        client,
                        messages.stream()
                                .map(one -> new Sent(one.sentAt(), one.headers().date()))
                                .sorted(ORDER)
                                .toList()));
    }

    /// What is known of them by then.
    Whereabouts of(Client client, Instant asOf) {
        return known(client, asOf).where();
    }

    private Known known(Client client, Instant asOf) {
        List<Sent> mails = sent.getOrDefault(client.id(), List.of());
        int by = countBy(mails, asOf);
        Known last = known.get(client.id());
        if (last == null || last.mails() != by) {
            String domain = client.domains().stream().sorted().findFirst().orElse("");
            Whereabouts where = Whereabouts.of(mails.subList(0, by), domain, client.zone());
            Whereabouts reckoned = calendars.hasHours(client) ? where.atGivenHours() : where;
            last = new Known(by, reckoned, calendars.theirs(client, reckoned));
            known.put(client.id(), last);
        }
        return last;
    }

    /// Their working hours by then; the very same calendar as long as it is the same hours.
    WorkCalendar calendar(Client client, Instant asOf) {
        return known(client, asOf).calendar();
    }

    private static int countBy(List<Sent> mails, Instant asOf) {
        int low = 0;
        int high = mails.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mails.get(middle).at().isAfter(asOf)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
