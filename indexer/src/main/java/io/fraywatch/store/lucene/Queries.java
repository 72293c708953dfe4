package io.fraywatch.store.lucene;

import io.fraywatch.query.Query;
import io.fraywatch.store.SameSubject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// Turns our search tree into Lucene's queries.
///
/// A mail is found by the words of its subject, of its author, by names and, least of all, by the
/// words it quotes: so it ranks first where a thing was said. Phrases aren't looked for in quotes.
final class Queries {
    /// The shortest beginning of a word that is looked for; a shorter one would match half of the
    /// mailbox.
    static final int SHORTEST_PREFIX = 2;

    private static final int MOST_PARTS = 1_000;
    private static final List<Weighted> PHRASES_ANYWHERE =
            List.of(
                    new Weighted(Fields.SUBJECT, 3f),
                    new Weighted(Fields.OWN_WORDS, 2f),
                    new Weighted(Fields.NAMES, 1f));
    private static final List<Weighted> ANYWHERE =
            Stream.concat(
                            PHRASES_ANYWHERE.stream(),
                            Stream.of(new Weighted(Fields.OTHER_WORDS, 0.2f)))
                    .toList();
    private static final List<Weighted> SUBJECT = List.of(new Weighted(Fields.SUBJECT, 1f));

    private record Weighted(String field, float weight) {}

    private interface InField {
        org.apache.lucene.search.Query of(String field);
    }

    private final Analyzer analyzer = Words.analyzer();
    private int parts;

    private Queries() {}

    static org.apache.lucene.search.Query sameSubject(SameSubject asked) {
        return new BooleanQuery.Builder()
                .add(
                        new TermQuery(
                                new Term(
                                        asked.lostOnly()
                                                ? Fields.LOST_SUBJECT
                                                : Fields.BASE_SUBJECT,
                                        Fields.term(asked.base()))),
                        Occur.FILTER)
                .add(
                        LongField.newRangeQuery(
                                Fields.SENT_AT,
                                Fields.millis(asked.from()),
                                Fields.millis(asked.to())),
                        Occur.FILTER)
                .build();
    }

    /// @throws IllegalArgumentException if the tree holds an [Query.OfClient], which only who knows
    ///   the clients can resolve, or is too big
    static org.apache.lucene.search.Query of(Query query) {
        return new BooleanQuery.Builder()
                .add(new Queries().translate(query), Occur.MUST)
                .add(mails(), Occur.FILTER)
                .build();
    }

    static org.apache.lucene.search.Query mails() {
        return new TermQuery(new Term(Fields.TYPE, Fields.MAIL));
    }

    /// Where the mails of one folder lie.
    static org.apache.lucene.search.Query placesIn(String folder) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.TYPE, Fields.PLACE)), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.FOLDER, Fields.term(folder))), Occur.FILTER)
                .build();
    }

    private org.apache.lucene.search.Query translate(Query query) {
        parts++;
        if (parts > MOST_PARTS) {
            throw new IllegalArgumentException(
                    "a query may have " + MOST_PARTS + " parts at the most");
        }
        return switch (query) {
            case Query.All() -> new ConstantScoreQuery(mails());
            case Query.And(List<Query> all) -> combine(all, Occur.MUST);
            case Query.Or(List<Query> any) -> combine(any, Occur.SHOULD);
            case Query.Not(Query part) -> not(part);
            case Query.Word(Query.In in, String word, boolean prefix) ->
                    prefix ? beginning(in, word) : word(in, word);
            case Query.Phrase(Query.In in, List<String> words) ->
                    phrase(in, Words.terms(analyzer, String.join(" ", words)));
            case Query.Person(Query.Role role, String who) -> person(role, who);
            case Query.OfClient(String client) ->
                    throw new IllegalArgumentException(
                            "client '" + client + "' wasn't resolved to its people");
            case Query.People(Set<String> domains, Set<String> addresses) ->
                    people(domains, addresses);
            case Query.Sent(Query.When when, java.time.Instant bound) ->
                    sent(when, Fields.millis(bound));
        };
    }

    private org.apache.lucene.search.Query combine(List<Query> queries, Occur occur) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean found = false;
        boolean onlyNot = occur == Occur.MUST;
        for (Query query : queries) {
            if (saysNothing(query)) {
                continue;
            }
            found = true;
            if (occur == Occur.MUST && query instanceof Query.Not(Query part)) {
                all.add(translate(part), Occur.MUST_NOT);
            } else {
                onlyNot = false;
                all.add(translate(query), occur);
            }
        }
        if (!found) {
            return new MatchNoDocsQuery("no words to look for");
        }
        return onlyNot ? all.add(mails(), Occur.FILTER).build() : all.build();
    }

    /// Punctuation alone isn't a word; beside others it is passed over.
    private boolean saysNothing(Query query) {
        return query instanceof Query.Word word && Words.terms(analyzer, word.word()).isEmpty();
    }

    private org.apache.lucene.search.Query not(Query part) {
        return new BooleanQuery.Builder()
                .add(mails(), Occur.FILTER)
                .add(translate(part), Occur.MUST_NOT)
                .build();
    }

    private org.apache.lucene.search.Query word(Query.In in, String word) {
        List<String> terms = Words.terms(analyzer, word);
        return terms.size() == 1
                ? anyOf(wordsOf(in), field -> new TermQuery(new Term(field, terms.getFirst())))
                : phrase(in, terms);
    }

    private org.apache.lucene.search.Query phrase(Query.In in, List<String> terms) {
        if (terms.isEmpty()) {
            return new MatchNoDocsQuery("no words to look for");
        }
        return anyOf(
                in == Query.In.ANYWHERE ? PHRASES_ANYWHERE : SUBJECT,
                field -> new PhraseQuery(field, terms.toArray(String[]::new)));
    }

    /// Words that begin so, and the word itself in its other forms: the stem of `sending` doesn't
    /// begin with it.
    private org.apache.lucene.search.Query beginning(Query.In in, String word) {
        String start = Words.fold(word);
        if (Words.terms(analyzer, word).size() != 1 || start.length() < SHORTEST_PREFIX) {
            return word(in, word);
        }
        return new DisjunctionMaxQuery(
                List.of(
                        anyOf(wordsOf(in), field -> new PrefixQuery(new Term(field, start))),
                        word(in, word)),
                0f);
    }

    private static List<Weighted> wordsOf(Query.In in) {
        return switch (in) {
            case ANYWHERE -> ANYWHERE;
            case SUBJECT -> SUBJECT;
        };
    }

    private static org.apache.lucene.search.Query anyOf(List<Weighted> fields, InField inField) {
        List<org.apache.lucene.search.Query> each = new ArrayList<>();
        fields.forEach(
                field -> each.add(new BoostQuery(inField.of(field.field()), field.weight())));
        return new DisjunctionMaxQuery(each, 0.1f);
    }

    private static org.apache.lucene.search.Query person(Query.Role role, String who) {
        List<String> wanted = People.wanted(who);
        if (wanted.isEmpty()) {
            return new MatchNoDocsQuery("nobody to look for");
        }
        return switch (role) {
            case FROM -> allTerms(Fields.FROM, wanted);
            case TO -> allTerms(Fields.TO, wanted);
            case ANY -> either(allTerms(Fields.FROM, wanted), allTerms(Fields.TO, wanted));
        };
    }

    private static org.apache.lucene.search.Query allTerms(String field, List<String> terms) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        terms.forEach(term -> all.add(new TermQuery(new Term(field, term)), Occur.FILTER));
        return new ConstantScoreQuery(all.build());
    }

    private static org.apache.lucene.search.Query people(
            Set<String> domains, Set<String> addresses) {
        List<String> terms = new ArrayList<>();
        domains.forEach(domain -> terms.add(Fields.term(Words.fold(domain))));
        addresses.forEach(address -> terms.add(Fields.term(Words.fold(address))));
        return either(inSet(Fields.FROM, terms), inSet(Fields.TO, terms));
    }

    static org.apache.lucene.search.Query inSet(String field, Collection<String> terms) {
        return new TermInSetQuery(field, terms.stream().map(term -> new BytesRef(term)).toList());
    }

    private static org.apache.lucene.search.Query either(
            org.apache.lucene.search.Query one, org.apache.lucene.search.Query other) {
        BooleanQuery either =
                new BooleanQuery.Builder().add(one, Occur.SHOULD).add(other, Occur.SHOULD).build();
        return new ConstantScoreQuery(either);
    }

    private static org.apache.lucene.search.Query sent(Query.When when, long bound) {
        return new ConstantScoreQuery(
                switch (when) {
                    case BEFORE ->
                            LongField.newRangeQuery(Fields.SENT_AT, Long.MIN_VALUE, bound - 1);
                    case AFTER -> LongField.newRangeQuery(Fields.SENT_AT, bound, Long.MAX_VALUE);
                });
    }
}
