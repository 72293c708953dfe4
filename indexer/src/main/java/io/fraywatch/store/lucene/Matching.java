package io.fraywatch.store.lucene;

import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import io.fraywatch.store.Entry;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilteredDocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/// Walks over the living documents that match, reading doc values only.
final class Matching {
    private Matching() {}

    /// A mail lying somewhere.
    record Place(Location location, MailId mail, long size) {}

    /// What is done with the matching documents of one segment.
    interface Work {
        void on(LeafReaderContext leaf, DocIdSetIterator documents) throws IOException;
    }

    static void forEach(IndexReader reader, Query query, Work work) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        Weight weight =
                searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : reader.leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                work.on(leaf, living(scorer.iterator(), leaf.reader()));
            }
        }
    }

    private static DocIdSetIterator living(DocIdSetIterator all, LeafReader reader) {
        Bits live = reader.getLiveDocs();
        if (live == null) {
            return all;
        }
        return new FilteredDocIdSetIterator(all) {
            @Override
            protected boolean match(int document) {
                return live.get(document);
            }
        };
    }

    static void entries(IndexReader reader, Query query, Consumer<Entry> each) throws IOException {
        forEach(
                reader,
                query,
                (leaf, documents) -> {
                    BinaryDocValues entries = DocValues.getBinary(leaf.reader(), Fields.ENTRY);
                    NumericDocValues conversations =
                            DocValues.getNumeric(leaf.reader(), Fields.CONVERSATION);
                    for (int at = documents.nextDoc();
                            at != DocIdSetIterator.NO_MORE_DOCS;
                            at = documents.nextDoc()) {
                        if (entries.advanceExact(at) && conversations.advanceExact(at)) {
                            each.accept(
                                    Packing.unpackEntry(
                                            entries.binaryValue(), conversations.longValue()));
                        }
                    }
                });
    }

    static void places(IndexReader reader, Query query, Consumer<Place> each) throws IOException {
        forEach(
                reader,
                query,
                (leaf, documents) -> {
                    SortedDocValues folders = DocValues.getSorted(leaf.reader(), Fields.FOLDER);
                    BinaryDocValues keys = DocValues.getBinary(leaf.reader(), Fields.KEY);
                    BinaryDocValues mails = DocValues.getBinary(leaf.reader(), Fields.HOLDS);
                    NumericDocValues sizes = DocValues.getNumeric(leaf.reader(), Fields.SIZE);
                    for (int at = documents.nextDoc();
                            at != DocIdSetIterator.NO_MORE_DOCS;
                            at = documents.nextDoc()) {
                        if (folders.advanceExact(at)
                                && keys.advanceExact(at)
                                && mails.advanceExact(at)
                                && sizes.advanceExact(at)) {
                            String folder = folders.lookupOrd(folders.ordValue()).utf8ToString();
                            Location location =
                                    new Location(folder, keys.binaryValue().utf8ToString());
                            each.accept(
                                    new Place(
                                            location,
                                            new MailId(mails.binaryValue().utf8ToString()),
                                            sizes.longValue()));
                        }
                    }
                });
    }

    /// How many places each folder has.
    static Map<String, Long> placesByFolder(IndexReader reader) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        forEach(
                reader,
                new TermQuery(new Term(Fields.TYPE, Fields.PLACE)),
                (leaf, documents) -> {
                    SortedDocValues folders = DocValues.getSorted(leaf.reader(), Fields.FOLDER);
                    long[] inLeaf = new long[folders.getValueCount()];
                    for (int at = documents.nextDoc();
                            at != DocIdSetIterator.NO_MORE_DOCS;
                            at = documents.nextDoc()) {
                        if (folders.advanceExact(at)) {
                            inLeaf[folders.ordValue()]++;
                        }
                    }
                    for (int i = 0; i < inLeaf.length; i++) {
                        if (inLeaf[i] > 0) {
                            counts.merge(folders.lookupOrd(i).utf8ToString(), inLeaf[i], Long::sum);
                        }
                    }
                });
        return Map.copyOf(counts);
    }

    /// The notes on mails set aside.
    static Map<Location, String> notes(IndexReader reader) throws IOException {
        Map<Location, String> notes = new HashMap<>();
        forEach(
                reader,
                new TermQuery(new Term(Fields.TYPE, Fields.NOTE)),
                (leaf, documents) -> {
                    SortedDocValues folders = DocValues.getSorted(leaf.reader(), Fields.FOLDER);
                    BinaryDocValues keys = DocValues.getBinary(leaf.reader(), Fields.KEY);
                    BinaryDocValues reasons = DocValues.getBinary(leaf.reader(), Fields.REASON);
                    for (int at = documents.nextDoc();
                            at != DocIdSetIterator.NO_MORE_DOCS;
                            at = documents.nextDoc()) {
                        if (folders.advanceExact(at)
                                && keys.advanceExact(at)
                                && reasons.advanceExact(at)) {
                            String folder = folders.lookupOrd(folders.ordValue()).utf8ToString();
                            Location location =
                                    new Location(folder, keys.binaryValue().utf8ToString());
                            notes.put(location, reasons.binaryValue().utf8ToString());
                        }
                    }
                });
        return Map.copyOf(notes);
    }
}
