package io.fraywatch.source;

/// How a mailbox tells what came and went since it was last read, the quickest first.
public enum Tier {
    /// The provider lists every change (Gmail's API).
    HISTORY("history", "the provider lists every change"),
    /// The server names what is gone (IMAP's QRESYNC, RFC 7162).
    QRESYNC("qresync", "the server names what is gone"),
    /// The server numbers its changes (IMAP's CONDSTORE, RFC 7162); what is gone is found by
    /// counting, then by a list.
    CONDSTORE("condstore", "the server numbers its changes; what is gone is found by a list"),
    /// The server tells no more than how many mails there are and which number comes next.
    PLAIN("plain", "counts are compared; what is gone is found by a list"),
    /// The files themselves are looked at.
    FILES("files", "the files themselves are compared");

    private final String key;
    private final String words;

    Tier(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /// The name in JSON.
    public String key() {
        return key;
    }

    /// What it means, in plain words.
    public String words() {
        return words;
    }
}
