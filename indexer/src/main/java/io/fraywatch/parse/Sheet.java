package io.fraywatch.parse;

import io.fraywatch.mail.Zone;
import io.fraywatch.mail.ZoneType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The lines of a text, each with its zone; a line may change zone once within.
final class Sheet {
    final Lines lines;
    private final ZoneType[] types;
    private final ZoneType[] seconds;
    private final int[] cuts;

    Sheet(Lines lines) {
        this.lines = lines;
        this.types = new ZoneType[lines.count()];
        this.seconds = new ZoneType[lines.count()];
        this.cuts = new int[lines.count()];
        Arrays.fill(types, ZoneType.NEW);
        Arrays.fill(seconds, ZoneType.NEW);
    }

    ZoneType type(int i) {
        return types[i];
    }

    /// Whether the author wrote on this line.
    boolean isOwn(int i) {
        return types[i] == ZoneType.NEW;
    }

    /// Whether something else begins within this line.
    boolean isCut(int i) {
        return cuts[i] > 0;
    }

    void set(int from, int to, ZoneType type) {
        Arrays.fill(types, from, to, type);
    }

    /// From the character `cut` of line `i` on it is of another type.
    void cut(int i, int cut, ZoneType second) {
        cuts[i] = cut;
        seconds[i] = second;
    }

    /// The zones; each runs on over blank lines to the start of the next.
    List<Zone> zones(int textEnd) {
        List<Zone> zones = new ArrayList<>();
        ZoneType open = ZoneType.NEW;
        int start = -1;
        for (int i = 0; i < lines.count(); i++) {
            if (lines.isBlank(i)) {
                continue;
            }
            if (start < 0 || types[i] != open) {
                close(zones, open, start, lines.start(i));
                open = types[i];
                start = lines.start(i);
            }
            if (cuts[i] > 0 && seconds[i] != open) {
                close(zones, open, start, lines.start(i) + cuts[i]);
                open = seconds[i];
                start = lines.start(i) + cuts[i];
            }
        }
        close(zones, open, start, textEnd);
        return zones;
    }

    private static void close(List<Zone> zones, ZoneType type, int start, int end) {
        if (start >= 0 && end > start) {
            zones.add(new Zone(type, start, end));
        }
    }
}
