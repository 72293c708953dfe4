package io.fraywatch.people;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// In which time zone somebody most likely works, by the offsets of their `Date` headers.
///
/// An offset alone names many zones; over the months daylight saving tells them apart. Younger mail
/// weighs more, since people move. `+0000` says nothing by itself: servers and VPNs write it for
/// everybody, so it counts only beside the summer time that belongs to it.
///
/// @param zone one zone that stands for all with the same clocks
/// @param certainty how much of the likelihood falls on zones whose clocks agree with it within the
///   time looked at, 0 to 1
/// @param mails how many offsets it rests on
public record ZoneEstimate(ZoneId zone, double certainty, int mails) {
    private static final int LEAST_MAILS = 3;
    private static final double HALF_LIFE_DAYS = 180;

    /// How often an offset is another than the zone's: travel, a wrong clock, somebody's server.
    private static final double STRAY = 0.03;

    /// Very many mails would drown the prior and the certainty in overconfidence.
    private static final double MOST_WEIGHT = 40;

    /// How much more likely a zone is than its prior where the address ends in its country.
    private static final double COUNTRY = 30;

    /// Where winter time is `+0000`.
    private static final ZoneTable.Zone BRITISH = ZoneTable.find("Europe/London");

    /// Estimates it; empty with too few telling offsets.
    ///
    /// @param dates as their author wrote them
    /// @param domain of their address, whose country speaks for a zone; may be empty
    /// @param asOf when it is asked; later dates don't count
    public static Optional<ZoneEstimate> of(
            Collection<OffsetDateTime> dates, String domain, Instant asOf) {
        String country = domain.substring(domain.lastIndexOf('.') + 1);
        List<OffsetDateTime> telling = telling(dates, country, asOf);
        if (telling.size() < LEAST_MAILS) {
            return Optional.empty();
        }
        List<ZoneTable.Zone> zones = ZoneTable.ALL;
        double[] likelihood = new double[zones.size()];
        double best = Double.NEGATIVE_INFINITY;
        int winner = 0;
        double scale = Math.min(1, MOST_WEIGHT / weight(telling, asOf));
        for (int i = 0; i < likelihood.length; i++) {
            ZoneTable.Zone zone = zones.get(i);
            likelihood[i] = scale * agreement(zone.id(), telling, asOf) + Math.log(zone.weight());
            likelihood[i] += zone.countries().contains(country) ? Math.log(COUNTRY) : 0;
            if (likelihood[i] > best) {
                best = likelihood[i];
                winner = i;
            }
        }
        ZoneId zone = zones.get(winner).id();
        if (!hits(zone, telling, asOf)) {
            return Optional.empty();
        }
        double all = 0;
        double same = 0;
        for (int i = 0; i < likelihood.length; i++) {
            double share = Math.exp(likelihood[i] - best);
            all += share;
            same += agree(zone, zones.get(i).id(), asOf) ? share : 0;
        }
        return Optional.of(new ZoneEstimate(zone, same / all, telling.size()));
    }

    private static List<OffsetDateTime> telling(
            Collection<OffsetDateTime> dates, String country, Instant asOf) {
        List<OffsetDateTime> known =
                dates.stream().filter(date -> !date.toInstant().isAfter(asOf)).toList();
        boolean british =
                BRITISH.countries().contains(country)
                        || known.stream().anyMatch(ZoneEstimate::isBritishSummer);
        boolean server = known.stream().anyMatch(ZoneEstimate::isUtcInSummer);
        return known.stream().filter(date -> !isUtc(date) || (british && !server)).toList();
    }

    private static boolean isUtc(OffsetDateTime date) {
        return date.getOffset().getTotalSeconds() == 0;
    }

    private static boolean isUtcInSummer(OffsetDateTime date) {
        return isUtc(date) && BRITISH.id().getRules().isDaylightSavings(date.toInstant());
    }

    private static boolean isBritishSummer(OffsetDateTime date) {
        return !isUtc(date)
                && BRITISH.id().getRules().getOffset(date.toInstant()).equals(date.getOffset());
    }

    private static double weight(List<OffsetDateTime> dates, Instant asOf) {
        return dates.stream().mapToDouble(date -> weight(date, asOf)).sum();
    }

    private static double weight(OffsetDateTime date, Instant asOf) {
        double days = Duration.between(date.toInstant(), asOf).toMinutes() / 1_440.0;
        return Math.pow(0.5, days / HALF_LIFE_DAYS);
    }

    private static double agreement(ZoneId zone, List<OffsetDateTime> dates, Instant asOf) {
        double sum = 0;
        for (OffsetDateTime date : dates) {
            boolean same = zone.getRules().getOffset(date.toInstant()).equals(date.getOffset());
            sum += weight(date, asOf) * Math.log(same ? 1 - STRAY : STRAY);
        }
        return sum;
    }

    /// Whether at least half of the offsets by weight are the zone's, so that "nearest of all"
    /// isn't taken for "known".
    private static boolean hits(ZoneId zone, List<OffsetDateTime> dates, Instant asOf) {
        double same =
                dates.stream()
                        .filter(date ->
                                zone.getRules()
                                        .getOffset(date.toInstant())
                                        .equals(date.getOffset()))
                        .mapToDouble(date -> weight(date, asOf))
                        .sum();
        return same * 2 >= weight(dates, asOf);
    }

    /// Whether two zones' clocks showed the same throughout the last year.
    private static boolean agree(ZoneId one, ZoneId other, Instant asOf) {
        for (int month = 0; month < 12; month++) {
            Instant then = asOf.minus(Duration.ofDays(30L * month));
            if (!one.getRules().getOffset(then).equals(other.getRules().getOffset(then))) {
                return false;
            }
        }
        return true;
    }

    /// Its place as one says it: `Chicago`, `Buenos Aires`.
    public String place() {
        return Habits.place(zone);
    }
}
