/// Mailboxes over IMAP (RFC 3501, 9051), Gmail's among them.
///
/// [io.fraywatch.source.imap.ImapSource] opens a mailbox with EXAMINE and reads with BODY.PEEK, so
/// nothing in it changes. Angus reads and writes the protocol; the socket is our own, because a
/// server is not trusted: every literal, line and wait has a bound. The way of a pull:
/// `ImapConnection` → `FolderFinder` → `Lane`s (what is left to read in each folder) → `Fetcher`
/// (two batches in flight, what fails is tried alone) → the intake.
///
/// Uses `mail`, the port and Angus. Must never send a command that changes a mailbox, nor log mail
/// or secrets.
@NullMarked
package io.fraywatch.source.imap;

import org.jspecify.annotations.NullMarked;
