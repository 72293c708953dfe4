package io.fraywatch.server.digest;

import io.fraywatch.flags.FlagId;
import io.fraywatch.flags.Outbox;
import io.fraywatch.server.web.Notice;
import io.fraywatch.sync.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What to tell one morning.
///
/// @param day the local date it is for
/// @param asOf the moment it speaks of
/// @param notices what must be known before the rest is believed
/// @param items what is new or got worse, the most urgent first; at most [#MOST]
/// @param more how many of those didn't fit
/// @param same how many flags stand as they were told before
/// @param conversations how many conversations were looked at
public record Digest(
        LocalDate day,
        Instant asOf,
        List<Notice> notices,
        List<Item> items,
        int more,
        int same,
        long conversations) {
    /// How many items one mail tells.
    public static final int MOST = 7;

    public Digest {
        notices = List.copyOf(notices);
        items = List.copyOf(items);
    }

    /// One conversation at risk and how it changed.
    public record Item(Finding finding, Change change) {}

    /// Whether there is anything to tell that wasn't told before. That mail is missing is told each
    /// morning: no digest would pass for a calm day.
    public boolean hasNews() {
        return !items.isEmpty() || !notices.isEmpty();
    }

    /// @param findings what is at risk, heaviest first
    /// @param told what was told before
    static Digest of(
            LocalDate day,
            Instant asOf,
            List<Notice> notices,
            List<Finding> findings,
            Map<FlagId, Outbox.Told> told,
            long conversations) {
        List<Item> news = new ArrayList<>();
        for (Finding finding : findings) {
            Change change =
                    Change.of(finding.assessment(), Optional.ofNullable(told.get(finding.flag())));
            if (change != Change.SAME) {
                news.add(new Item(finding, change));
            }
        }
        List<Item> items = news.subList(0, Math.min(MOST, news.size()));
        return new Digest(
                day,
                asOf,
                notices,
                items,
                news.size() - items.size(),
                findings.size() - news.size(),
                conversations);
    }

    /// What will have been told once this is sent.
    List<Outbox.Told> told() {
        return items.stream()
                .map(item ->
                        new Outbox.Told(
                                item.finding().flag(),
                                item.finding().assessment().level(),
                                item.finding().assessment().score(),
                                item.change().key()))
                .toList();
    }
}
