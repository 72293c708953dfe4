/// The morning mail: what to tell, how it looks, and getting it out exactly once a day.
///
/// A digest is rendered once, kept in the outbox under (recipient, local date), and sent from
/// there; whatever happens to the process or the connection, nobody gets two for one day. Links in
/// it only lead to pages. Uses `web` for templates and words; knows no other feature.
@NullMarked
package io.fraywatch.server.digest;

import org.jspecify.annotations.NullMarked;
