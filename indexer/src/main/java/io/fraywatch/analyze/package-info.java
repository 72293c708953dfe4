/// Judges conversations: (conversation, the client's own norm, thresholds, asOf) to an assessment
/// of signals with evidence.
///
/// Pure: no clock, no I/O, no store. So a changed threshold re-judges all history, a back-test is
/// the same code with an older `asOf`, and a later mail never changes an earlier verdict. `text`
/// reads single mails, `time` knows business time.
@NullMarked
package io.fraywatch.analyze;

import org.jspecify.annotations.NullMarked;
