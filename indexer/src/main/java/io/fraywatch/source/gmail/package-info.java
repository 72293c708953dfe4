/// Mailboxes at Gmail, over its API: raw mails in batches, then what its history says is new.
///
/// Reads only; the scope `gmail.readonly` is enough. A mail in five labels is one mail. Depends on
/// Google's client, over an HTTP transport of our own that keeps deadlines; knows nothing of what
/// becomes of a mail.
@NullMarked
package io.fraywatch.source.gmail;

import org.jspecify.annotations.NullMarked;
