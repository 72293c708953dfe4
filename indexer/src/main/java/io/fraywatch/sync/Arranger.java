package io.fraywatch.sync;

import io.fraywatch.flags.Decided;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.store.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lets the user split and merge conversations. What they decide is remembered for good and can be
/// undone. Safe for many threads.
public interface Arranger {
    /// A mail and all that answers it become a conversation of their own.
    ///
    /// @return empty if no account holds the mail
    Optional<Arranged> split(MailId mail, Instant now) throws StoreException;

    /// Two conversations become one.
    ///
    /// @return empty unless both are there, are two, and belong to one account
    Optional<Arranged> merge(ConversationId one, ConversationId other, Instant now)
            throws StoreException;

    /// A mail and all that answers it move to another conversation.
    ///
    /// @return empty unless both are there and belong to one account
    Optional<Arranged> move(MailId mail, ConversationId to, Instant now) throws StoreException;

    /// Takes a decision back.
    ///
    /// @return empty if there is none of that number, or it was undone before
    Optional<Arranged> undo(long number, Instant now) throws StoreException;

    /// The mail carrying this Message-ID; empty if there is none.
    Optional<MailId> mailOf(MessageId message) throws StoreException;

    /// All decisions, the latest last, those undone too.
    List<Decided> decisions();

    /// What came of it.
    ///
    /// @param conversation which now holds the mail that was decided about; empty while the mailbox
    ///   is being read, whose next pass brings it about, or when the mail is gone
    record Arranged(Decided decided, Optional<ConversationId> conversation) {}
}
