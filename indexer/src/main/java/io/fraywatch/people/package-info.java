/// What a mailbox tells of the people in it: who is one person under several addresses, who may be
/// a client, where and when somebody works, which addresses are the user's own.
///
/// Pure functions of headers ([io.fraywatch.people.Trace]); everything here is a guess with its
/// certainty, for a person to confirm or a judgement to fall back on. Depends on `mail` only; never
/// looks at a clock, an index or a mail's text.
@NullMarked
package io.fraywatch.people;

import org.jspecify.annotations.NullMarked;
