package io.fraywatch.server.demo;

import java.util.List;

/// Somebody who writes.
///
/// @param signature the lines of their signature block; none for those who don't use one
record Person(String name, String address, List<String> signature) {
    Person {
        signature = List.copyOf(signature);
    }

    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return name + " <" + address + ">";
    }
}
