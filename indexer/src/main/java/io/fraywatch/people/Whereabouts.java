package io.fraywatch.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where and when a client's people work: as configured, else as their own mail tells where it
/// tells enough to reckon by.
///
/// @param configured the zone the user gave them
/// @param estimate the zone by their mail, when it is sure enough and none is configured
/// @param habits when they write, in that zone; empty, too, where the user gave them hours
/// @param hoursGiven whether the user gave them working hours, which count whatever they write
/// @param mails how many mails of theirs there are
public record Whereabouts(
        Optional<ZoneId> configured,
        Optional<ZoneEstimate> estimate,
        Optional<Habits> habits,
        boolean hoursGiven,
        int mails) {
    /// A client of whom nothing is known.
    public static final Whereabouts UNKNOWN =
            new Whereabouts(Optional.empty(), Optional.empty(), Optional.empty(), false, 0);

    /// People change jobs and move: older mails say little of today.
    private static final int RECENT_MAILS = 300;

    private static final int LEAST_OFFSETS = 6;
    private static final double SURE = 0.7;

    /// When one of their people wrote.
    ///
    /// @param date the `Date` header with its author's offset
    public record Sent(Instant at, Optional<OffsetDateTime> date) {}

    /// Reads them off somebody's mails. What is guessed changes only with a mail, not by the mere
    /// passing of time.
    ///
    /// @param mails oldest first; all of them count as known
    /// @param domain of theirs, whose country speaks for a zone; may be empty
    public static Whereabouts of(List<Sent> mails, String domain, Optional<ZoneId> configured) {
        if (mails.isEmpty()) {
            return new Whereabouts(configured, Optional.empty(), Optional.empty(), false, 0);
        }
        List<Sent> recent = mails.subList(Math.max(0, mails.size() - RECENT_MAILS), mails.size());
        Optional<ZoneEstimate> estimate =
                configured.isPresent() ? Optional.empty() : estimate(recent, domain);
        Optional<Habits> habits =
                configured
                        .or(() -> estimate.map(ZoneEstimate::zone))
                        .flatMap(zone -> Habits.of(recent.stream().map(Sent::at).toList(), zone));
        return new Whereabouts(configured, estimate, habits, false, mails.size());
    }

    private static Optional<ZoneEstimate> estimate(List<Sent> mails, String domain) {
        List<OffsetDateTime> dates = mails.stream().flatMap(mail -> mail.date().stream()).toList();
        return ZoneEstimate.of(dates, domain, mails.getLast().at())
                .filter(zone -> zone.mails() >= LEAST_OFFSETS && zone.certainty() >= SURE);
    }

    /// The same client, whose hours the user gave.
    public Whereabouts atGivenHours() {
        return new Whereabouts(configured, estimate, Optional.empty(), true, mails);
    }

    /// The weekdays to reckon by; empty when none are known.
    public Optional<Set<DayOfWeek>> days() {
        return habits.map(Habits::days);
    }

    /// The zone to reckon by; empty when none is known.
    public Optional<ZoneId> zone() {
        return configured.or(() -> estimate.map(ZoneEstimate::zone));
    }

    /// Such as `writes mostly Mon–Fri 9–17, Chicago time (from 64 mails)`, or that there is too
    /// little history.
    public String words() {
        if (hoursGiven) {
            return "the hours you configured"
                    + zone().map(zone -> ", " + Habits.place(zone) + " time").orElse("");
        }
        if (habits.isPresent()) {
            return habits.get().words() + " (from " + habits.get().mails() + " mails)";
        }
        if (configured.isPresent()) {
            return Habits.place(configured.get())
                    + " time as configured; too little history to tell their days";
        }
        return estimate.map(zone ->
                        zone.place()
                                + " time (from "
                                + zone.mails()
                                + " mails); too little history to tell their days")
                .orElse("too little history to tell when they work; your own hours count");
    }
}
