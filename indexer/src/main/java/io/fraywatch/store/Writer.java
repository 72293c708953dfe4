package io.fraywatch.store;

import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import java.util.Map;

/// The one writer of an account. Threads may call `put` at the same time; a commit stands alone.
///
/// Nothing is seen by others, or survives a crash, before [#commit].
public interface Writer extends AutoCloseable {
    /// The marks given to the last commit; empty on a new account.
    Map<String, String> marks();

    /// Adds a mail, or replaces the one with its id; locations already known are kept.
    void put(StoredMail mail) throws StoreException;

    /// Notes that a mail lies at one more place.
    ///
    /// @param size bytes of the mail as it lies there
    /// @return whether there is such a mail
    boolean alsoAt(MailId mail, Location location, long size) throws StoreException;

    /// Takes one location away; a mail that lies nowhere any more is removed.
    ///
    /// @return whether a mail was removed
    boolean remove(Location location) throws StoreException;

    /// Moves mails into conversations.
    void place(Map<MailId, ConversationId> conversations) throws StoreException;

    /// Notes a mail that the mailbox lists and won't give, or that can't be taken in, with the
    /// reason in plain words. A later `put` or `remove` of the location clears the note.
    void quarantine(Location location, String reason) throws StoreException;

    /// What is there now, what isn't committed yet included. The caller closes it.
    View view() throws StoreException;

    /// Makes everything so far durable, together with these marks, at once or not at all.
    void commit(Map<String, String> marks) throws StoreException;

    /// Says that all the mailbox holds is committed. Where this was begun anew beside something
    /// older, views show it from now on and the older is deleted; else nothing happens.
    void takeOver() throws StoreException;

    /// Lets go of the account; what wasn't committed is lost.
    @Override
    void close();
}
