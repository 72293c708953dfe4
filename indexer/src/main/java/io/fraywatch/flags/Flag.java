package io.fraywatch.flags;

import java.time.Instant;
import java.util.Optional;

/// A reason to worry that was seen at least once, and what the user did about it.
///
/// @param seen as it was seen last
/// @param raisedAt when it was seen first
/// @param seenAt when it was seen last
/// @param changedAt when it came into its state
/// @param snoozedTill until when the user doesn't want to hear of it; only of a snoozed one
public record Flag(
        SeenFlag seen,
        State state,
        Instant raisedAt,
        Instant seenAt,
        Instant changedAt,
        Optional<Instant> snoozedTill) {
    /// What has become of it.
    public enum State {
        /// The user should hear of it.
        OPEN("open"),
        /// The user asked not to hear of it for a while.
        SNOOZED("snoozed"),
        /// The user said that it is none; it never comes back for the same reason.
        DISMISSED("dismissed"),
        /// Its reason is gone.
        CLOSED("closed");

        private final String key;

        State(String key) {
            this.key = key;
        }

        /// The name in JSON.
        public String key() {
            return key;
        }
    }
}
