/// A small made-up practice and a server in front of it, for the tests of pages, API and digest.
@NullMarked
package io.fraywatch.server.fake;

import org.jspecify.annotations.NullMarked;
