package io.fraywatch.eval;

import java.util.HashMap;
import java.util.Map;

/// How well a grouping agrees with the true one, by pairs of mails in one group.
///
/// @param both pairs together in both
/// @param found pairs together in what was found
/// @param real pairs that belong together
record Pairs(long both, long found, long real) {
    /// @param truth the group of each mail
    /// @param groups the group found for each mail; of more mails than `truth` knows, the rest
    ///   doesn't count
    static Pairs of(Map<String, String> truth, Map<String, String> groups) {
        Map<String, Long> both = new HashMap<>();
        Map<String, Long> found = new HashMap<>();
        Map<String, Long> real = new HashMap<>();
        truth.forEach((mail, thread) -> {
            String group = groups.getOrDefault(mail, "missing " + mail);
            both.merge(thread + "\n" + group, 1L, Long::sum);
            found.merge(group, 1L, Long::sum);
            real.merge(thread, 1L, Long::sum);
        });
        return new Pairs(pairs(both), pairs(found), pairs(real));
    }

    private static long pairs(Map<String, Long> sizes) {
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }

    double f1() {
        return found + real == 0 ? 1 : 2.0 * both / (found + real);
    }
}
