package io.fraywatch.mail;

/// How a mail came into its conversation, and how sure that is.
public enum Link {
    /// It began the conversation.
    ROOT("root", 1.0),
    /// Its In-Reply-To or References name another mail of it.
    REFERENCE("reference", 1.0),
    /// The mail provider put them together.
    PROVIDER("provider", 0.98),
    /// A guess: same subject behind `Re:`, people in common, near in time.
    SUBJECT("subject", 0.8);

    private final String key;
    private final double certainty;

    Link(String key, double certainty) {
        this.key = key;
        this.certainty = certainty;
    }

    /// The name in JSON.
    public String key() {
        return key;
    }

    /// The chance that the two really belong together, 0 to 1.
    public double certainty() {
        return certainty;
    }
}
