package io.fraywatch.mail;

/// Whether a mail's text came under a cryptographic signature or behind encryption (S/MIME or PGP,
/// as parts or within the text). Nothing is verified and nothing decrypted.
public enum Protection {
    NONE("none"),
    SIGNED("signed"),
    ENCRYPTED("encrypted");

    private final String key;

    Protection(String key) {
        this.key = key;
    }

    /// The name in JSON.
    public String key() {
        return key;
    }

    /// The stronger of the two.
    public Protection and(Protection other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
