package io.fraywatch.store.lucene;

import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;

/// What the writer knows of the mails it holds: a reader as of a moment ago, and what changed
/// since.
///
/// So a put needs neither a fresh reader nor a map of the whole mailbox. [#refresh] forgets the
/// changes again; nobody else may be at work meanwhile.
final class Pending implements AutoCloseable {
    private static final int MOST_CHANGES = 20_000;

    private final IndexWriter writer;
    private final Map<MailId, Long> conversations = new ConcurrentHashMap<>();
    private final Map<Location, Optional<MailId>> holders = new ConcurrentHashMap<>();
    private final Map<MailId, Set<Location>> places = new ConcurrentHashMap<>();
    private DirectoryReader reader;

    Pending(IndexWriter writer) throws IOException {
        this.writer = writer;
        reader = DirectoryReader.open(writer);
    }

    boolean isFull() {
        return holders.size() + conversations.size() > MOST_CHANGES;
    }

    void refresh() throws IOException {
        DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
        if (newer != null) {
            reader.close();
            reader = newer;
        }
        conversations.clear();
        holders.clear();
        places.clear();
    }

    /// What the last refresh saw.
    DirectoryReader reader() {
        return reader;
    }

    void mailIsAt(Location location, MailId mail) {
        holders.put(location, Optional.of(mail));
        places.computeIfAbsent(mail, unseen -> ConcurrentHashMap.newKeySet()).add(location);
    }

    void nothingIsAt(Location location) {
        holders.put(location, Optional.empty());
    }

    void isIn(MailId mail, long conversation) {
        conversations.put(mail, conversation);
    }

    Optional<Long> conversationOf(MailId mail) throws IOException {
        Long known = conversations.get(mail);
        return known != null ? Optional.of(known) : committedConversation(mail);
    }

    private Optional<Long> committedConversation(MailId mail) throws IOException {
        Term term = new Term(Fields.ID, mail.value());
        for (LeafReaderContext leaf : reader.leaves()) {
            int document = first(leaf, term);
            if (document != DocIdSetIterator.NO_MORE_DOCS) {
                NumericDocValues values = leaf.reader().getNumericDocValues(Fields.CONVERSATION);
                return values != null && values.advanceExact(document)
                        ? Optional.of(values.longValue())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static int first(LeafReaderContext leaf, Term term) throws IOException {
        PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
        if (postings == null) {
            return DocIdSetIterator.NO_MORE_DOCS;
        }
        Bits live = leaf.reader().getLiveDocs();
        int at = postings.nextDoc();
        while (at != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(at)) {
            at = postings.nextDoc();
        }
        return at;
    }

    /// Which mail lies there.
    Optional<MailId> holderOf(Location location) throws IOException {
        Optional<MailId> known = holders.get(location);
        if (known != null) {
            return known;
        }
        Term term = new Term(Fields.LOCATION, Documents.locationTerm(location));
        for (LeafReaderContext leaf : reader.leaves()) {
            int document = first(leaf, term);
            if (document != DocIdSetIterator.NO_MORE_DOCS) {
                var values = leaf.reader().getBinaryDocValues(Fields.HOLDS);
                if (values != null && values.advanceExact(document)) {
                    return Optional.of(new MailId(values.binaryValue().utf8ToString()));
                }
            }
        }
        return Optional.empty();
    }

    /// Whether the mail lies anywhere.
    boolean liesSomewhere(MailId mail) throws IOException {
        Set<Location> candidates = new HashSet<>(places.getOrDefault(mail, Set.of()));
        TermQuery there = new TermQuery(new Term(Fields.HOLDS, mail.value()));
        Matching.places(reader, there, place -> candidates.add(place.location()));
        for (Location candidate : candidates) {
            if (holderOf(candidate).equals(Optional.of(mail))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
