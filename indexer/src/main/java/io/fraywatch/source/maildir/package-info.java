/// Mailboxes kept as a Maildir or Maildir++ on this machine's disk.
///
/// [io.fraywatch.source.maildir.MaildirSource] lists `cur` and `new` and reads files. Uses `mail`,
/// the port and NIO. Must never move, rename, create or touch a file: not even from `new` to `cur`.
@NullMarked
package io.fraywatch.source.maildir;

import org.jspecify.annotations.NullMarked;
