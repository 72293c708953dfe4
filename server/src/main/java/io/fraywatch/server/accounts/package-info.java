/// The page of accounts and its API: how each mailbox is doing, and a way to try again.
///
/// Asks the roster of the indexer; a try is made by whoever keeps the mailboxes, and only on a
/// POST. Knows no other feature.
@NullMarked
package io.fraywatch.server.accounts;

import org.jspecify.annotations.NullMarked;
