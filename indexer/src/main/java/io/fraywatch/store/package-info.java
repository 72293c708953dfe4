/// The rebuildable copy of the mailboxes: the port [io.fraywatch.store.MailStore], in `lucene` its
/// only kind so far.
///
/// Everything here can be made anew from the mailbox, so it may be deleted at any time. It keeps
/// what others made of a mail as neutral bytes and numbers and doesn't know the analyzer. The
/// account is an argument of every call.
@NullMarked
package io.fraywatch.store;

import org.jspecify.annotations.NullMarked;
