package io.fraywatch.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// The time zones that offsets are compared with, from `zones.txt`.
final class ZoneTable {
    static final List<Zone> ALL = read();

    private ZoneTable() {}

    /// @param weight how much mail comes from there, beside the others
    /// @param countries top-level domains that speak for it
    record Zone(ZoneId id, double weight, Set<String> countries) {
        static Zone of(String line) {
            List<String> words = List.of(line.split(" +", -1));
            return new Zone(
                    ZoneId.of(words.get(0)),
                    Double.parseDouble(words.get(1)),
                    Set.copyOf(words.subList(2, words.size())));
        }
    }

    static Zone find(String id) {
        return ALL.stream()
                .filter(zone -> zone.id().getId().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("zones.txt has no line for " + id));
    }

    private static List<Zone> read() {
        try (InputStream in = ZoneTable.class.getResourceAsStream("zones.txt")) {
            if (in == null) {
                throw new IllegalStateException("the resource zones.txt isn't in the jar");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Zone::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the resource zones.txt can't be read", e);
        }
    }
}
