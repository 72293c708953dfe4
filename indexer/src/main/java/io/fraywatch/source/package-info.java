/// Mailboxes we can read: the port [io.fraywatch.source.MailSource] and, in a package each, its
/// kinds.
///
/// A source is read-only by contract. It knows the words of `mail` and its own protocol, and
/// nothing of parsing, the index, analysis or HTTP.
@NullMarked
package io.fraywatch.source;

import org.jspecify.annotations.NullMarked;
