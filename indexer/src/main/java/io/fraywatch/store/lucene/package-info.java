/// The store kept in Lucene: one index per account, in `root/<account>/index`.
///
/// An index holds three sorts of documents. A *mail* carries what is searched, its
/// [io.fraywatch.store.Entry] packed in one binary doc value and its text as one stored field, so
/// that lists never touch stored fields. A *place* says that a mail lies at one location; being a
/// document of its own, it comes and goes without the mail being written anew. A *note* is a mail
/// set aside. The conversation is a doc value of the mail and is updated in place.
///
/// [Fields] names the fields, [Packing] packs entries and texts, [Documents] makes documents,
/// [Queries] turns our search tree into Lucene's queries (Lucene's own query parser never sees a
/// user's text), [Excerpts] finds what to show of a hit. [LuceneWriter] and [LuceneView] are the
/// port's two halves; [AccountLock] keeps the second writer out.
@NullMarked
package io.fraywatch.store.lucene;

import org.jspecify.annotations.NullMarked;
