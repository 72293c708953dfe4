package io.fraywatch.sync;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Note;
import io.fraywatch.store.StoreException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the user writes about conversations by hand. It outlives the index, and stays with its
/// conversation when that is split or merged. Safe for many threads.
public interface Notebook {
    /// Writes a note about a conversation as it is now.
    ///
    /// @param until the day on which the matter goes on; empty for a plain note
    /// @return empty if there is no such conversation
    /// @throws IllegalArgumentException if the text is empty or too long; the message says which
    Optional<Written> write(
            ConversationId conversation, String text, Optional<LocalDate> until, Instant now)
            throws StoreException;

    /// Takes a note away, as if it had never been written.
    ///
    /// @return empty if the conversation has no note of that number
    Optional<Written> remove(ConversationId conversation, long number, Instant now)
            throws StoreException;

    /// A note and whose it is.
    ///
    /// @param conversation which holds it
    record Written(AccountName account, ConversationId conversation, Note note) {}

    /// Tells what was written.
    interface Reader {
        /// None at all.
        Reader NONE = account -> List.of();

        /// All notes of an account, in the order they were written.
        List<Note> of(AccountName account);
    }
}
