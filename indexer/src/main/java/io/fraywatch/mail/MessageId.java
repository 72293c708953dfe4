package io.fraywatch.mail;

/// What a mail says its identity is in `Message-ID`, without the angle brackets (RFC 5322 §3.6.4).
///
/// @param value the part between `<` and `>`, never blank, compared as written
public record MessageId(String value) {
    public MessageId {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "a Message-ID can't be blank; leave it absent instead");
        }
        if (value.startsWith("<")) {
            throw new IllegalArgumentException(
                    "Message-ID '" + value + "' still has its angle brackets; strip them first");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
