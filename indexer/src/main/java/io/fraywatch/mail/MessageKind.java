package io.fraywatch.mail;

/// What sort of mail it is; decided before anything else, since only a person's mail can answer, be
/// curt or be unhappy.
public enum MessageKind {
    PERSON("person"),
    OUT_OF_OFFICE("outOfOffice"),
    AUTO_REPLY("autoReply"),
    BOUNCE("bounce"),
    BULK("bulk"),
    CALENDAR("calendar"),
    RECEIPT("receipt");

    private final String key;

    MessageKind(String key) {
        this.key = key;
    }

    /// The name in JSON and in the search language.
    public String key() {
        return key;
    }
}
