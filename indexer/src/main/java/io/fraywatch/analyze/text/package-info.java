/// Reads the words of one mail: its sentences, what each of them does (asks, complains, promises,
/// thanks …), and its tone, as numbers that are kept instead of the text.
///
/// Pure and linear in the length of the text; loads its phrases and weights once, from its own
/// resources. Knows nothing of conversations, thresholds or time.
@NullMarked
package io.fraywatch.analyze.text;

import org.jspecify.annotations.NullMarked;
