/// Says whether the application can do its work.
@NullMarked
package io.fraywatch.server.health;

import org.jspecify.annotations.NullMarked;
