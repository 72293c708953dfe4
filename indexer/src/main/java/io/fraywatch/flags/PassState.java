package io.fraywatch.flags;

import io.fraywatch.mail.AccountName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How the last passes over one mailbox went.
///
/// @param doneAt when a pass last came to its end; empty before the first
/// @param found how many mails the last pass found new, in all turns it was cut into
/// @param movedAt when the cursor last moved; empty before it ever did
/// @param open whether the last pass made room for other mailboxes before it came to its end
/// @param tier how the mailbox tells what changed, by its name in JSON; empty until it was reached
/// @param shut folders that the last pass couldn't read while it read all others
/// @param trouble why no pass comes to its end at the moment; empty while the last one did
public record PassState(
        AccountName account,
        Optional<Instant> doneAt,
        long found,
        Optional<Instant> movedAt,
        boolean open,
        Optional<String> tier,
        List<Shut> shut,
        Optional<Trouble> trouble) {
    /// A folder that can't be read.
    ///
    /// @param why what happened to it, without the full stop
    public record Shut(String folder, String why) {}

    public PassState {
        shut = List.copyOf(shut);
    }

    /// A mailbox over which no pass was ever made.
    public static PassState none(AccountName account) {
        return new PassState(
                account,
                Optional.empty(),
                0,
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /// What keeps a mailbox from being read.
    ///
    /// @param kind tells the loop that retries what sort it is
    /// @param what what happened to which mailbox, without secrets
    /// @param remedy what the user can do
    /// @param failures how many passes failed one after the other, 1 or more
    /// @param since when the first of them failed
    /// @param at when the last one did
    /// @param pausedTill until when the mailbox is left alone
    /// @param setting how it was to be reached at that time; a change is worth a try at once. Blank
    ///   when that can't be told
    public record Trouble(
            String kind,
            String what,
            String remedy,
            int failures,
            Instant since,
            Instant at,
            Instant pausedTill,
            String setting) {
        public Trouble {
            if (failures < 1) {
                throw new IllegalArgumentException(
                        "a trouble of " + failures + " failures is none");
            }
        }
    }
}
