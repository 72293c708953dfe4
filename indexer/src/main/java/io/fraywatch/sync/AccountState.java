package io.fraywatch.sync;

import io.fraywatch.flags.PassState;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Location;
import java.util.List;
import java.util.Optional;

/// How one account is doing.
///
/// @param pass how the last passes over its mailbox went
/// @param mails how many the index holds; 0 when it can't be read
/// @param setAside the mails that couldn't be taken in, by folder
/// @param unreadable why the index can't be read; empty while it can
public record AccountState(
        PassState pass, long mails, List<SetAsideMail> setAside, Optional<String> unreadable) {
    public AccountState {
        setAside = List.copyOf(setAside);
    }

    /// A mail that couldn't be taken in.
    ///
    /// @param reason in plain words, without any of its content
    public record SetAsideMail(Location location, String reason) {}

    public AccountName account() {
        return pass.account();
    }

    /// In short.
    public Health health() {
        if (unreadable.isPresent() || pass.trouble().isPresent()) {
            return Health.FAILING;
        }
        if (pass.open()) {
            return Health.READING;
        }
        return pass.doneAt().isEmpty() ? Health.UNREAD : Health.WELL;
    }

    /// How an account is doing, in short.
    public enum Health {
        /// The last pass came to its end.
        WELL("well"),
        /// There is more to read than fits into one turn.
        READING("reading"),
        /// The mailbox or the index can't be read.
        FAILING("failing"),
        /// No pass was made yet.
        UNREAD("unread");

        private final String key;

        Health(String key) {
            this.key = key;
        }

        /// The name in JSON.
        public String key() {
            return key;
        }
    }
}
