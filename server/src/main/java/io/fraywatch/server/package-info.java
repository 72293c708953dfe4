/// The application: its configuration, and the place where everything is put together.
@NullMarked
package io.fraywatch.server;

import org.jspecify.annotations.NullMarked;
