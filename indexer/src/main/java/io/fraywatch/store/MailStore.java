package io.fraywatch.store;

import io.fraywatch.mail.AccountName;

/// Keeps mails by account, finds them again, and remembers how far each mailbox was read.
///
/// Safe for use by many threads. Several processes may read at once; one may write an account at a
/// time.
public interface MailStore extends AutoCloseable {
    /// Opens an account for writing, creating it if need be.
    ///
    /// Where what is kept was made by an older version, or its texts were read in another way than
    /// they are now, the writer begins anew beside it, empty and without marks, and views go on
    /// showing the old until [Writer#takeOver].
    ///
    /// @throws StoreBusyException if another process or thread writes to it; the message names it
    /// @throws StoreException if it can't be opened
    Writer openWriter(AccountName account) throws StoreException;

    /// What the account holds at this moment, by its last commit; empty when nothing was ever
    /// committed. The caller closes the view, soon.
    View openView(AccountName account) throws StoreException;

    /// Has the next writer begin anew, empty and without marks, beside what is kept of the account;
    /// views go on showing that until [Writer#takeOver].
    ///
    /// @throws StoreBusyException if somebody writes to it
    void renew(AccountName account) throws StoreException;

    @Override
    void close();
}
