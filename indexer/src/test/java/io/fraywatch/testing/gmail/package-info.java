/// A stand-in for the Gmail API that behaves like it: a mailbox with state behind its HTTP surface.
///
/// [FakeMailbox] holds mails, labels and a history that only grows; [FakeGmail] serves it on a
/// loopback port as the API does, down to its awkward habits: keys that are missing when empty,
/// 64-bit numbers as strings, batches answered out of order, page tokens and histories that expire,
/// quota, and errors on demand for single calls. Depends on the JDK, Gson and Angus only.
@NullMarked
package io.fraywatch.testing.gmail;

import org.jspecify.annotations.NullMarked;
