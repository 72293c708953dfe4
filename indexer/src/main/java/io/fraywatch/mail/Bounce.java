package io.fraywatch.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A mail system's word that a mail of ours did not arrive (RFC 3464, or its own prose).
///
/// @param failed whom it did not reach, in the order named; empty when it names nobody
/// @param original the mail that bounced, as its enclosed headers name it
/// @param diagnostic why, in the mail system's words on one line; empty when it says nothing
public record Bounce(
        Severity severity, List<Address> failed, Optional<MessageId> original, String diagnostic) {
    /// One that says neither whom nor why: lasting, as most are.
    static final Bounce UNEXPLAINED = new Bounce(Severity.HARD, List.of(), Optional.empty(), "");

    public Bounce {
        failed = List.copyOf(failed);
    }

    /// How lasting the failure is.
    public enum Severity {
        /// It will never arrive there (status 5.x.x): no such person, refused.
        HARD,
        /// It did not arrive, and may another time (4.x.x given up, mailbox full).
        SOFT,
        /// It has not arrived yet, and is still being tried.
        DELAYED;

        /// The name in JSON.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
