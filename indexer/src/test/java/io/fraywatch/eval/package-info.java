/// Measures how well mail is understood, against what others say is right.
///
/// One [Measure] a room of the parser; `scripts/eval` prints their figures and writes them into the
/// documents, and `BarsTest` holds them to their bars in every build. The packs of real mail can't
/// be part of the project; where they aren't, nothing is measured, and it says so.
@NullMarked
package io.fraywatch.eval;

import org.jspecify.annotations.NullMarked;
