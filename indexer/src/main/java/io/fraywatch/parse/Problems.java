package io.fraywatch.parse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects what was wrong with one mail: each thing once, in the order met, never quoting the mail
/// itself.
final class Problems {
    private static final int MOST = 50;

    private final Set<String> found = new LinkedHashSet<>();

    void add(String problem) {
        if (found.size() < MOST) {
            found.add(problem);
        }
    }

    List<String> list() {
        return List.copyOf(found);
    }
}
