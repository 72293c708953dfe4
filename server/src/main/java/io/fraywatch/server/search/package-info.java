/// The search page and `/api/search`.
///
/// Hands the text to the desk as it is and shows what comes back, marking words by their offsets.
/// Knows no other feature.
@NullMarked
package io.fraywatch.server.search;

import org.jspecify.annotations.NullMarked;
