/// Mailboxes kept as mbox files, such as Google Takeout's and Thunderbird's, and single `.eml`
/// files.
///
/// [io.fraywatch.source.mbox.MboxSource] streams: a file may be far larger than memory. Uses
/// `mail`, the port and NIO. Must never write to a file or lock it.
@NullMarked
package io.fraywatch.source.mbox;

import org.jspecify.annotations.NullMarked;
