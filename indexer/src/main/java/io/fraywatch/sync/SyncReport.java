package io.fraywatch.sync;

import io.fraywatch.mail.AccountName;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.Tier;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one pass over a mailbox did.
///
/// @param complete false if others waited and it made room for them before the mailbox was read
/// @param moved whether the cursor moved
/// @param fetched mails the mailbox handed over
/// @param indexed mails that were not known before
/// @param duplicates mails handed over that were known, from another folder or an interrupted pass
/// @param quarantined mails set aside, with their reasons in the index
/// @param removed mails that no longer lie anywhere in the mailbox
/// @param tier how the mailbox tells what changed
/// @param shut the folders that couldn't be read, in their order, with the reason
public record SyncReport(
        AccountName account,
        boolean complete,
        boolean moved,
        long fetched,
        long indexed,
        long duplicates,
        long quarantined,
        long removed,
        Duration elapsed,
        Cursor cursor,
        Optional<Tier> tier,
        Map<String, String> shut) {
    public SyncReport {
        shut = Collections.unmodifiableMap(new TreeMap<>(shut));
    }

    /// This pass and the one that went on where it stopped, as one.
    public SyncReport and(SyncReport next) {
        return new SyncReport(
                account,
                next.complete,
                moved || next.moved,
                fetched + next.fetched,
                indexed + next.indexed,
                duplicates + next.duplicates,
                quarantined + next.quarantined,
                removed + next.removed,
                elapsed.plus(next.elapsed),
                next.cursor,
                next.tier,
                next.shut);
    }
}
