/// What we told the user and what they did about it: the ledger, and the digests that are or were
/// to be sent. In SQLite.
///
/// The only state that can't be rebuilt from the mailbox, so every write is durable when it
/// returns. Knows assessments; knows nothing of Lucene or HTTP.
@NullMarked
package io.fraywatch.flags;

import org.jspecify.annotations.NullMarked;
