/// The one place that joins the rooms: pulls mail, has it parsed, threaded, stored and judged,
/// raises flags, and answers what the application asks.
///
/// Uses every package of the indexer; knows nothing of HTTP or YAML.
@NullMarked
package io.fraywatch.sync;

import org.jspecify.annotations.NullMarked;
