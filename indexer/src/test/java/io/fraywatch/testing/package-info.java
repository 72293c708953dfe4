/// Servers and mail for tests, of both modules. Real ones where they exist.
@NullMarked
package io.fraywatch.testing;

import org.jspecify.annotations.NullMarked;
