package io.fraywatch.mail;

/// How a mail came into its conversation.
public enum Link {
    /// It began the conversation.
    ROOT("root"),
    /// Its In-Reply-To or References name another mail of it.
    REFERENCE("reference"),
    /// The provider or Outlook put them together.
    PROVIDER("provider"),
    /// A guess: same subject behind `Re:`, people in common, near in time.
    SUBJECT("subject"),
    /// The user put them together.
    HAND("hand");

    private final String key;

    Link(String key) {
        this.key = key;
    }

    /// The name in JSON.
    public String key() {
        return key;
    }
}
