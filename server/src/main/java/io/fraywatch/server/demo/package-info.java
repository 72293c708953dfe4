/// A sample mailbox with a story in it: a dozen people write to Dana Reyes, who lives off being
/// their assistant.
///
/// The story itself lies in the `.story` files among the resources; here it is read, dated by a
/// given day, and written as a Maildir. Knows nothing of the rest of Fraywatch: what comes out is
/// mail like any other.
@NullMarked
package io.fraywatch.server.demo;

import org.jspecify.annotations.NullMarked;
