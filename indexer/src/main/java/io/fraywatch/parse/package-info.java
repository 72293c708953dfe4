/// Bytes to [io.fraywatch.mail.ParsedMail]: headers, charsets, the text and its zones, the kind of
/// mail.
///
/// Start at [io.fraywatch.parse.MailParser], which shows the way: header block, MIME parts, one
/// readable text, its zones, the mail's kind. May use the words in `mail`, mime4j and jsoup. Must
/// never throw on any bytes, read a clock, know where the bytes came from, or do more than linear
/// work: whatever is broken or too large is cut short and said in `problems`.
@NullMarked
package io.fraywatch.parse;

import org.jspecify.annotations.NullMarked;
