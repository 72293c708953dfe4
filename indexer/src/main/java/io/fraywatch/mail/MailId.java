package io.fraywatch.mail;

/// The identity of one mail within its account, stable over moves, renames and servers.
///
/// The provider's own id where it gives one, else a hash of the raw bytes less the headers that
/// servers rewrite. Never the Message-ID header (two different mails may carry the same one) nor an
/// IMAP UID.
///
/// @param value letters, digits, `-` and `_` only
public record MailId(String value) implements Comparable<MailId> {
    public MailId {
        if (value.isEmpty() || value.length() > 128 || !value.chars().allMatch(MailId::allowed)) {
            throw new IllegalArgumentException(
                    "mail id '" + value + "' must be 1 to 128 letters, digits, '-' or '_'");
        }
    }

    private static boolean allowed(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_';
    }

    @Override
    public int compareTo(MailId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
