/// Turns English sentences into vectors by bge-small-en-v1.5, a small embedding model that runs on
/// this machine: the optional second opinion of [io.fraywatch.analyze.text.TextReader].
///
/// Depends on the indexer's port [io.fraywatch.analyze.model.Encoder] and on ONNX Runtime, a native
/// library. Reads model and vocabulary from the class path, never fetches anything, and tells
/// nobody anything.
@NullMarked
package io.fraywatch.embeddings;

import org.jspecify.annotations.NullMarked;
