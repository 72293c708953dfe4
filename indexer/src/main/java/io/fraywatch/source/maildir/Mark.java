package io.fraywatch.source.maildir;

import io.fraywatch.source.maildir.Folder.Entry;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How far one folder has been read.
///
/// Files that came after `horizon` are new. Of the others all are settled from the newest down to
/// `low`. "Came" is the time of a file's last change of name or place (ctime), which no program can
/// set, so that mail moved or copied here counts as new whatever its own date; files of the
/// horizon's very clock tick are told apart by hash. While the set of names is the `whole` one,
/// nothing is new, whatever the times say.
///
/// @param horizon latest ctime among the settled, in nanoseconds since 1970
/// @param tick hashes of the settled files that came at the horizon
/// @param low where history is settled to; empty once all is
/// @param whole count and sum of the hashes of all names at the end of the last pull; empty before
///   one ended
record Mark(long horizon, Set<Long> tick, Optional<Position> low, String whole) {
    private static final int HEX = 16;

    Mark {
        tick = Set.copyOf(tick);
    }

    /// A place in a folder's history, by a file's own time and then its hash.
    record Position(long modified, long hash) implements Comparable<Position> {
        @Override
        public int compareTo(Position other) {
            int byTime = Long.compare(modified, other.modified);
            return byTime != 0 ? byTime : Long.compare(hash, other.hash);
        }
    }

    /// Nothing settled; what lies there now is history.
    static Mark fresh(Collection<Entry> entries) {
        long horizon = entries.stream().mapToLong(Entry::came).max().orElse(0);
        return new Mark(
                horizon,
                hashesAt(horizon, entries),
                Optional.of(new Position(Long.MAX_VALUE, Long.MAX_VALUE)),
                "");
    }

    /// Reads what [#toString] wrote; empty for anything else.
    static Optional<Mark> parse(String text) {
        String[] parts = text.split(":", -1);
        try {
            if (parts.length != 5) {
                return Optional.empty();
            }
            Set<Long> tick =
                    Arrays.stream(parts[1].split(",", -1))
                            .filter(hash -> !hash.isEmpty())
                            .map(hash -> Long.parseUnsignedLong(hash, HEX))
                            .collect(Collectors.toSet());
            Optional<Position> low =
                    parts[2].isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    new Position(
                                            Long.parseLong(parts[2]),
                                            Long.parseUnsignedLong(parts[3], HEX)));
            return Optional.of(new Mark(Long.parseLong(parts[0]), tick, low, parts[4]));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    boolean isNew(Entry entry) {
        return entry.came() > horizon || (entry.came() == horizon && !tick.contains(entry.hash()));
    }

    boolean isOpenHistory(Entry entry) {
        return !isNew(entry)
                && low.filter(limit -> entry.position().compareTo(limit) < 0).isPresent();
    }

    /// After new mails, given in the order in which they came.
    Mark upTo(Collection<Entry> settled) {
        long latest = settled.stream().mapToLong(Entry::came).max().orElse(horizon);
        Set<Long> hashes = new HashSet<>(latest == horizon ? tick : Set.of());
        hashes.addAll(hashesAt(latest, settled));
        return new Mark(latest, hashes, low, whole);
    }

    /// After history down to this mail.
    Mark downTo(Entry settled) {
        return new Mark(horizon, tick, Optional.of(settled.position()), whole);
    }

    /// After everything.
    Mark all(String names) {
        return new Mark(horizon, tick, Optional.empty(), names);
    }

    private static Set<Long> hashesAt(long came, Collection<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.came() == came)
                .map(Entry::hash)
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        String hashes =
                tick.stream().sorted().map(Long::toHexString).collect(Collectors.joining(","));
        String limit = low.map(at -> at.modified() + ":" + Long.toHexString(at.hash())).orElse(":");
        return horizon + ":" + hashes + ":" + limit + ":" + whole;
    }
}
