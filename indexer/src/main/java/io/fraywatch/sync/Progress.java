package io.fraywatch.sync;

import io.fraywatch.mail.AccountName;

/// Hears how far a pass has come. Called often and from several threads; must return at once.
@FunctionalInterface
public interface Progress {
    /// @param done mails taken in so far
    /// @param expected mails this pass is going to take in, as far as is known by now
    void advanced(AccountName account, long done, long expected);

    static Progress silent() {
        return (account, done, expected) -> {};
    }
}
