package io.fraywatch.store.lucene;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Attachment;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.query.Query;
import io.fraywatch.store.Entry;
import io.fraywatch.store.Hits;
import io.fraywatch.store.Placed;
import io.fraywatch.store.SameSubject;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// One account's index as of one commit, or for the writer as of now.
final class LuceneView implements View {
    private static final int MOST_HITS = 1_000;
    private static final Comparator<Entry> OLDEST_FIRST =
            Comparator.comparing(Entry::sentAt).thenComparing(Entry::id);

    private final AccountName account;
    private final DirectoryReader reader;
    private final Map<String, String> commit;
    private final Duration searchTime;

    /// @param reader handed over: it is closed together with the view
    /// @param commit what its commit carries
    LuceneView(
            AccountName account,
            DirectoryReader reader,
            Map<String, String> commit,
            Duration searchTime) {
        this.account = account;
        this.reader = reader;
        this.commit = commit;
        this.searchTime = searchTime;
    }

    /// Work on the index that may fail.
    private interface Reading<T> {
        T run() throws IOException;
    }

    private <T> T reading(Reading<T> work) throws StoreException {
        try {
            return work.run();
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException(
                    "the index of account '"
                            + account
                            + "' can't be read ("
                            + e.getMessage()
                            + "); if this persists run `fraywatch verify`, then `fraywatch rebuild`",
                    e);
        } catch (RuntimeException e) {
            List<String> damage = Damage.mayShowAs(e) ? check() : List.of();
            if (damage.isEmpty()) {
                throw e;
            }
            throw new StoreException(String.join("; ", damage), e);
        }
    }

    @Override
    public Map<String, String> marks() {
        return IndexFormat.marks(commit);
    }

    @Override
    public String reading() {
        return IndexFormat.reading(commit);
    }

    @Override
    public String generation() {
        byte[] commit = ((StandardDirectoryReader) reader).getSegmentInfos().getId();
        return StringHelper.idToString(commit) + " " + reader.getVersion();
    }

    @Override
    public long size() {
        try {
            return new IndexSearcher(reader).count(Queries.mails());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the index of account '" + account + "' can't be read", e);
        }
    }

    @Override
    public void forEach(Consumer<Entry> each) throws StoreException {
        reading(() -> {
            Matching.entries(reader, Queries.mails(), each);
            return true;
        });
    }

    private List<Entry> entries(org.apache.lucene.search.Query query) throws StoreException {
        return reading(() -> {
            List<Entry> entries = new ArrayList<>();
            Matching.entries(reader, query, entries::add);
            entries.sort(OLDEST_FIRST);
            return entries;
        });
    }

    @Override
    public Optional<Entry> find(MailId id) throws StoreException {
        return entries(new TermQuery(new Term(Fields.ID, id.value()))).stream().findFirst();
    }

    @Override
    public List<Entry> related(Collection<MessageId> ids) throws StoreException {
        return entries(
                Queries.inSet(
                        Fields.MESSAGE_IDS,
                        ids.stream().map(id -> Fields.term(id.value())).toList()));
    }

    @Override
    public List<Entry> ofThreads(Collection<String> threadKeys) throws StoreException {
        return entries(
                Queries.inSet(Fields.THREAD_KEYS, threadKeys.stream().map(Fields::term).toList()));
    }

    @Override
    public List<Entry> withSubject(SameSubject asked) throws StoreException {
        return reading(() -> {
            TopFieldDocs found =
                    new IndexSearcher(reader)
                            .search(
                                    Queries.sameSubject(asked),
                                    asked.most(),
                                    orderOf(asked.newest() ? Hits.Sort.NEWEST : Hits.Sort.OLDEST));
            List<Entry> entries = new ArrayList<>();
            for (ScoreDoc each : found.scoreDocs) {
                entries.add(entryOf(each.doc));
            }
            entries.sort(OLDEST_FIRST);
            return entries;
        });
    }

    @Override
    public List<Entry> conversations(Set<ConversationId> ids) throws StoreException {
        long[] values = ids.stream().mapToLong(ConversationId::value).toArray();
        return entries(NumericDocValuesField.newSlowSetQuery(Fields.CONVERSATION, values));
    }

    @Override
    public Body body(MailId id) throws StoreException {
        return text(id).body();
    }

    @Override
    public List<Attachment> attachments(MailId id) throws StoreException {
        return text(id).attachments();
    }

    @Override
    public List<String> problems(MailId id) throws StoreException {
        return text(id).problems();
    }

    private Packing.Text text(MailId id) throws StoreException {
        return reading(() -> documentOf(id).map(this::textOf))
                .orElseThrow(() ->
                        new StoreException(
                                "account '"
                                        + account
                                        + "' holds no mail "
                                        + id
                                        + "; it may have been removed since",
                                null));
    }

    private Optional<Integer> documentOf(MailId id) throws IOException {
        List<Integer> documents = new ArrayList<>();
        TermQuery query = new TermQuery(new Term(Fields.ID, id.value()));
        Matching.forEach(
                reader,
                query,
                (leaf, found) -> {
                    int at = found.nextDoc();
                    if (at != DocIdSetIterator.NO_MORE_DOCS) {
                        documents.add(leaf.docBase + at);
                    }
                });
        return documents.stream().findFirst();
    }

    private Packing.Text textOf(int document) {
        try {
            BytesRef packed =
                    reader.storedFields()
                            .document(document, Set.of(Fields.TEXT))
                            .getBinaryValue(Fields.TEXT);
            return Packing.unpackText(packed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, Long> folders() throws StoreException {
        return reading(() -> Matching.placesByFolder(reader));
    }

    @Override
    public Map<Location, Long> locations(String folder) throws StoreException {
        return reading(() -> {
            Map<Location, Long> locations = new HashMap<>();
            Matching.places(
                    reader,
                    Queries.placesIn(folder),
                    place -> locations.put(place.location(), place.size()));
            return Map.copyOf(locations);
        });
    }

    @Override
    public Map<Location, Placed> placed(String folder) throws StoreException {
        return reading(() -> {
            Map<Location, Placed> placed = new HashMap<>();
            Matching.places(
                    reader,
                    Queries.placesIn(folder),
                    place -> placed.put(place.location(), new Placed(place.mail(), place.size())));
            return Map.copyOf(placed);
        });
    }

    @Override
    public Optional<Placed> at(Location location) throws StoreException {
        return reading(() -> {
            List<Placed> holds = new ArrayList<>();
            Matching.places(
                    reader,
                    new TermQuery(new Term(Fields.LOCATION, Documents.locationTerm(location))),
                    place -> holds.add(new Placed(place.mail(), place.size())));
            return holds.stream().findFirst();
        });
    }

    @Override
    public Set<MailId> mails(String folder) throws StoreException {
        return reading(() -> {
            Set<MailId> mails = new HashSet<>();
            Matching.places(reader, Queries.placesIn(folder), place -> mails.add(place.mail()));
            return Set.copyOf(mails);
        });
    }

    @Override
    public Map<Location, String> quarantined() throws StoreException {
        return reading(() -> Matching.notes(reader));
    }

    @Override
    public Hits search(Query query, Hits.Sort sort, int offset, int limit) throws StoreException {
        if (offset < 0 || limit < 1 || limit > MOST_HITS) {
            throw new IllegalArgumentException(
                    "offset "
                            + offset
                            + " must not be negative, limit "
                            + limit
                            + " must be 1 to "
                            + MOST_HITS);
        }
        org.apache.lucene.search.Query translated = Queries.of(query);
        return reading(() -> search(query, translated, sort, offset, limit));
    }

    private Hits search(
            Query query,
            org.apache.lucene.search.Query translated,
            Hits.Sort sort,
            int offset,
            int limit)
            throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setTimeout(new QueryTimeoutImpl(searchTime.toMillis()));
        int most = Math.clamp((long) offset + limit, 1, Math.max(1, reader.maxDoc()));
        TopFieldDocs top =
                searcher.search(
                        translated,
                        new TopFieldCollectorManager(orderOf(sort), most, Integer.MAX_VALUE));
        Excerpts excerpts = new Excerpts(query);
        List<Hits.Hit> hits = new ArrayList<>();
        for (int i = offset; i < Math.min(top.scoreDocs.length, most); i++) {
            FieldDoc found = (FieldDoc) top.scoreDocs[i];
            double score =
                    sort == Hits.Sort.RELEVANCE ? ((Number) found.fields[0]).doubleValue() : 0;
            hits.add(excerpts.hit(entryOf(found.doc), score, textOf(found.doc).body()));
        }
        return new Hits(top.totalHits.value(), !searcher.timedOut(), hits);
    }

    /// Equals come in an order of their own, the same in every index of the same mails.
    private static Sort orderOf(Hits.Sort sort) {
        SortField equals = new SortField(Fields.CONVERSATION, SortField.Type.LONG);
        return switch (sort) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, Fields.newestFirst(), equals);
            case NEWEST -> new Sort(Fields.newestFirst(), equals);
            case OLDEST -> new Sort(Fields.oldestFirst(), equals);
        };
    }

    private Entry entryOf(int document) throws IOException {
        LeafReaderContext leaf =
                reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        BinaryDocValues entries = DocValues.getBinary(leaf.reader(), Fields.ENTRY);
        NumericDocValues conversations = DocValues.getNumeric(leaf.reader(), Fields.CONVERSATION);
        int inLeaf = document - leaf.docBase;
        if (!entries.advanceExact(inLeaf) || !conversations.advanceExact(inLeaf)) {
            throw new IOException("mail document " + document + " has no entry");
        }
        return Packing.unpackEntry(entries.binaryValue(), conversations.longValue());
    }

    @Override
    public List<String> check() {
        List<String> damage = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            try {
                leaf.reader().checkIntegrity();
            } catch (IOException e) {
                damage.add(
                        "a part of the index of account '"
                                + account
                                + "' is damaged ("
                                + e.getMessage()
                                + "); run `fraywatch rebuild` to build it anew");
            }
        }
        return damage;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the index of account '" + account + "' can't be closed", e);
        }
    }
}
