/// What every page shares: templates and layout, the guard at the door, headers, static files,
/// error pages, and the plain words for dates and lengths of time.
///
/// Nothing of a mail is ever rendered as markup: templates escape everything, and no page fetches
/// anything from another host. Features use this package; it knows none of them.
@NullMarked
package io.fraywatch.server.web;

import org.jspecify.annotations.NullMarked;
