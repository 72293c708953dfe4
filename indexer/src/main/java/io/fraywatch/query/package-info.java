/// Our search language: text to a small tree, with errors that know their position.
///
/// No engine's syntax comes in or goes out, so that no user's text can reach an engine's own
/// parser.
@NullMarked
package io.fraywatch.query;

import org.jspecify.annotations.NullMarked;
