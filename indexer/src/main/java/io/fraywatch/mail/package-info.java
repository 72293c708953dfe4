/// The words everything else is written in: addresses, messages and their zones, conversations,
/// accounts, clients.
///
/// Plain immutable values that check themselves. Depends on the JDK only; knows nothing of where
/// mail comes from, how it is stored or what is made of it. Absence is an `Optional` or an empty
/// collection, never null.
@NullMarked
package io.fraywatch.mail;

import org.jspecify.annotations.NullMarked;
