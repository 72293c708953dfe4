package io.fraywatch.people;

import java.util.SortedSet;
import java.util.TreeSet;

/// One human being with all their addresses.
///
/// @param name as cleaned; empty when none was ever shown
/// @param addresses never empty
/// @param certainty of the weakest link between them, 0 to 1; 1 for a single address
public record Person(String name, SortedSet<String> addresses, double certainty) {
    public Person {
        addresses = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(addresses));
    }
}
