package io.fraywatch.analyze.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The days of a calendar with their stretches of work, each laid onto the time line once, in
/// blocks of [#BLOCK] days. Safe for many threads.
final class Days {
    static final int BLOCK = 32;

    /// The most blocks kept; a calendar asked about a thousand years doesn't hold them all.
    private static final int MOST_BLOCKS = 512;

    /// From an instant to another, the second excluded.
    record Stretch(Instant from, Instant to) {
        Duration length() {
            return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
        }
    }

    /// Consecutive days.
    ///
    /// @param days the stretches of each
    /// @param length the length of all of them together
    record Block(List<List<Stretch>> days, Duration length) {}

    private final Function<LocalDate, List<Stretch>> work;

    /// Never changed, only replaced, so that reading it needs no lock.
    private volatile Map<Long, Block> blocks = Map.of();

    /// @param work when work is done on a day, in order
    Days(Function<LocalDate, List<Stretch>> work) {
        this.work = work;
    }

    /// The stretches of work of a day, in order.
    ///
    /// @param day counted from 1970-01-01
    List<Stretch> on(long day) {
        return block(day).days().get((int) Math.floorMod(day, (long) BLOCK));
    }

    /// The block a day lies in.
    Block block(long day) {
        long number = Math.floorDiv(day, (long) BLOCK);
        Block known = blocks.get(number);
        return known == null ? make(number) : known;
    }

    private Block make(long number) {
        List<List<Stretch>> days = new ArrayList<>(BLOCK);
        Duration length = Duration.ZERO;
        for (long day = number * BLOCK; day < (number + 1) * BLOCK; day++) {
            List<Stretch> stretches = work.apply(LocalDate.ofEpochDay(day));
            days.add(stretches);
            for (Stretch stretch : stretches) {
                length = length.plus(stretch.length());
            }
        }
        Block made = new Block(List.copyOf(days), length);
        keep(number, made);
        return made;
    }

    private synchronized void keep(long number, Block made) {
        if (blocks.size() < MOST_BLOCKS) {
            Map<Long, Block> more = new HashMap<>(blocks);
            more.put(number, made);
            blocks = more;
        }
    }
}
