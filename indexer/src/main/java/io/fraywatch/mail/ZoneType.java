package io.fraywatch.mail;

/// What a stretch of a mail's text is for.
public enum ZoneType {
    NEW("new"),
    GREETING("greeting"),
    CLOSING("closing"),
    SIGNATURE("signature"),
    QUOTE("quote"),
    QUOTE_HEADER("quoteHeader"),
    FORWARD("forward"),
    DISCLAIMER("disclaimer");

    private final String key;

    ZoneType(String key) {
        this.key = key;
    }

    /// The name in JSON.
    public String key() {
        return key;
    }

    /// Whether these are the author's own words: greeting and sign-off are, signature block and
    /// quotes aren't.
    public boolean ownWords() {
        return this == NEW || this == GREETING || this == CLOSING;
    }
}
