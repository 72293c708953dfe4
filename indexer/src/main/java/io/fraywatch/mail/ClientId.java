package io.fraywatch.mail;

/// Names a client: the `id` of the configuration, or the domain (at free-mail providers the
/// address) they write from.
///
/// @param value never blank, without white space
public record ClientId(String value) implements Comparable<ClientId> {
    public ClientId {
        if (value.isEmpty() || value.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "client id '" + value + "' must not be empty or contain white space");
        }
    }

    @Override
    public int compareTo(ClientId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
