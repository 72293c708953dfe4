package io.fraywatch.source.gmail;

import io.fraywatch.source.Secret;
import java.net.URI;
import java.time.Duration;

/// How to reach a mailbox over the Gmail API.
///
/// @param user the account's address, for messages to people; calls always mean the token's own
///   user
/// @param root where the API is
/// @param token an access token with the scope [#SCOPE]
public record GmailSettings(String user, URI root, Secret token, Patience patience) {
    /// The one permission needed: to read mail, and nothing else.
    public static final String SCOPE = "https://www.googleapis.com/auth/gmail.readonly";

    /// Where Google serves the API.
    public static final URI GOOGLE = URI.create("https://gmail.googleapis.com/");

    /// @param user the account's address, for messages to people
    public GmailSettings(String user, Secret token) {
        this(user, GOOGLE, token, Patience.USUAL);
    }

    public GmailSettings {
        boolean loopback = root.getHost() != null && root.getHost().equals("127.0.0.1");
        if (!root.getScheme().equals("https") && !loopback) {
            throw new IllegalArgumentException(
                    root + " would send the access token for all to read; use https");
        }
    }

    /// How long to wait for what, and how fast to ask.
    ///
    /// @param connect until a connection stands
    /// @param answer until an answer is there to its last byte
    /// @param firstRetry before the second try; each further wait is twice the one before
    /// @param tries of one call, before the pull gives up until its next turn
    /// @param unitsAMinute quota units to spend (messages.get costs 5), at the most
    public record Patience(
            Duration connect, Duration answer, Duration firstRetry, int tries, int unitsAMinute) {
        public static final Patience USUAL =
                new Patience(
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(3),
                        Duration.ofSeconds(1),
                        7,
                        3_000);
    }
}
