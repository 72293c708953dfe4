/// The shapes of the JSON that the command line prints and the API answers: one record a shape,
/// version 1 each.
///
/// Keys are camelCase in the order of the contract, instants are ISO-8601 UTC strings, durations
/// seconds, and an absent value is `null`. Depends on the indexer's values; knows nothing of HTTP
/// or of the command line.
@NullMarked
package io.fraywatch.server.json;

import org.jspecify.annotations.NullMarked;
