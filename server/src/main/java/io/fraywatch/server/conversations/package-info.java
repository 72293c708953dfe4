/// One conversation to be read: its mails, the sentences that weigh, and why it is or isn't at
/// risk.
///
/// Shows text only, never a sender's markup. Knows no other feature.
@NullMarked
package io.fraywatch.server.conversations;

import org.jspecify.annotations.NullMarked;
