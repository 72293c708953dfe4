/// The page of clients: whom the user named, and who else may be one by the mail.
///
/// Asks the desk; writes through [io.fraywatch.server.clients.ClientBook] and only on a POST. Knows
/// no other feature and no configuration.
@NullMarked
package io.fraywatch.server.clients;

import org.jspecify.annotations.NullMarked;
