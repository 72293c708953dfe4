/// Mails to conversations: who answers whom, and what belongs together.
///
/// Pure and independent of the order in which mail arrives. Depends on `mail` only; knows neither
/// the parser nor the index.
@NullMarked
package io.fraywatch.thread;

import org.jspecify.annotations.NullMarked;
