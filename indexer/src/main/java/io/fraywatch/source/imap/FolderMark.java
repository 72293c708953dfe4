package io.fraywatch.source.imap;

import java.util.Optional;

/// How far one folder has been read: every UID from `low` to `high` is settled. Grows upwards with
/// new mail and downwards into history; at `low` 1 all history is in.
///
/// @param low lowest settled UID; `high + 1` while nothing is
/// @param high highest settled UID; 0 while the folder was empty
/// @param modSeq the folder's change (RFC 7162) up to which everything that vanished has been told;
///   0 where that isn't known
record FolderMark(long uidValidity, long low, long high, long modSeq) {
    FolderMark {
        if (low < 1 || high < low - 1) {
            throw new IllegalArgumentException("no UIDs lie between " + low + " and " + high);
        }
    }

    /// Nothing settled yet; history begins below `uidNext`.
    static FolderMark fresh(long uidValidity, long uidNext) {
        return new FolderMark(uidValidity, uidNext, uidNext - 1, 0);
    }

    /// Reads what [#toString] wrote; empty for anything else.
    static Optional<FolderMark> parse(String mark) {
        String[] numbers = mark.split(":", -1);
        try {
            return numbers.length == 3 || numbers.length == 4
                    ? Optional.of(
                            new FolderMark(
                                    Long.parseLong(numbers[0]),
                                    Long.parseLong(numbers[1]),
                                    Long.parseLong(numbers[2]),
                                    numbers.length == 3 ? 0 : Long.parseLong(numbers[3])))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    boolean holdsAllHistory() {
        return low == 1;
    }

    FolderMark downTo(long uid) {
        return new FolderMark(uidValidity, Math.min(low, uid), high, modSeq);
    }

    FolderMark upTo(long uid) {
        return new FolderMark(uidValidity, low, Math.max(high, uid), modSeq);
    }

    FolderMark at(long change) {
        return new FolderMark(uidValidity, low, high, change);
    }

    @Override
    public String toString() {
        return uidValidity + ":" + low + ":" + high + (modSeq > 0 ? ":" + modSeq : "");
    }
}
