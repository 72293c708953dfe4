package io.fraywatch.sync;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Identity;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.SourceException;

/// One mailbox of the user's: its name, who "we" are in it, and how to reach it.
public record Account(AccountName name, Identity identity, Connection connection) {
    /// Opens the mailbox anew.
    @FunctionalInterface
    public interface Connection {
        /// @throws SourceException if the mailbox can't be reached or refuses us
        MailSource open() throws SourceException;

        /// Tells one way to reach the mailbox from another, without telling a secret; blank when it
        /// can't.
        default String setting() {
            return "";
        }
    }
}
