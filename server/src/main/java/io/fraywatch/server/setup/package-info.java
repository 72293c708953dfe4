/// Makes the rooms of the indexer out of the configuration: accounts, policy, store, desk.
///
/// What every command and the server build on; knows neither of them.
@NullMarked
package io.fraywatch.server.setup;

import org.jspecify.annotations.NullMarked;
