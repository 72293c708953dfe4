/// Today's page: what is at risk, why, and what to do; and the same as JSON.
///
/// Asks the desk and shows what it says. Knows no other feature.
@NullMarked
package io.fraywatch.server.flags;

import org.jspecify.annotations.NullMarked;
