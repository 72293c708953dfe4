package io.fraywatch.mail;

import java.util.regex.Pattern;

/// The name the user gave one mailbox in the configuration; also the name of its folder on disk.
///
/// @param value 1 to 64 letters, digits, `.`, `_` or `-`, starting with a letter or digit
public record AccountName(String value) implements Comparable<AccountName> {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public AccountName {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "account name '"
                            + value
                            + "' must be 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit");
        }
    }

    @Override
    public int compareTo(AccountName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
