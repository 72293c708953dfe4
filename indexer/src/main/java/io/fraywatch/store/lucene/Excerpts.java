package io.fraywatch.store.lucene;

import io.fraywatch.mail.Body;
import io.fraywatch.query.Query;
import io.fraywatch.store.Hits;
import io.fraywatch.store.Hits.Highlight;
import io.fraywatch.store.Hits.Hit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;

/// Finds what to show of a hit: the stretch of its text that holds most of what was searched for,
/// and where in it and in the subject these words stand.
final class Excerpts {
    private static final int LONGEST = 300;
    private static final int LEAD = 60;
    private static final int MOST_TEXT = 100_000;
    private static final String CUT = "…";

    private final Analyzer analyzer = Words.analyzer();
    private final List<Wanted> wanted = new ArrayList<>();

    /// One thing searched for: a word, a beginning, or words in a row; all by their stems.
    private record Wanted(boolean subjectOnly, boolean prefix, List<String> terms) {}

    /// Characters found, and by which of the wanted.
    private record Found(int start, int end, int by) {}

    Excerpts(Query query) {
        collect(query);
    }

    private void collect(Query query) {
        switch (query) {
            case Query.And(List<Query> parts) -> parts.forEach(this::collect);
            case Query.Or(List<Query> parts) -> parts.forEach(this::collect);
            case Query.Word(Query.In in, String word, boolean prefix) -> addWord(in, word, prefix);
            case Query.Phrase(Query.In in, List<String> words) ->
                    addPhrase(in, String.join(" ", words));
            case Query.All all -> {}
            case Query.Not not -> {}
            case Query.Person person -> {}
            case Query.OfClient client -> {}
            case Query.People people -> {}
            case Query.Sent sent -> {}
        }
    }

    private void addWord(Query.In in, String word, boolean prefix) {
        addPhrase(in, word);
        String start = Words.fold(word);
        if (prefix && start.length() >= Queries.SHORTEST_PREFIX) {
            wanted.add(new Wanted(in == Query.In.SUBJECT, true, List.of(start)));
        }
    }

    private void addPhrase(Query.In in, String words) {
        List<String> terms = Words.terms(analyzer, words);
        if (!terms.isEmpty()) {
            wanted.add(new Wanted(in == Query.In.SUBJECT, false, terms));
        }
    }

    Hit hit(io.fraywatch.store.Entry entry, double score, Body body) {
        List<Highlight> highlights = new ArrayList<>();
        marks(
                find(entry.headers().subject(), true),
                0,
                Integer.MAX_VALUE,
                0,
                Hits.Field.SUBJECT,
                highlights);
        String text = tidy(body.newText());
        List<Found> found = find(text, false);
        if (found.isEmpty() && !wanted.isEmpty()) {
            String other = tidy(Documents.otherText(body));
            List<Found> foundThere = find(other, false);
            if (!foundThere.isEmpty() || text.isEmpty()) {
                text = other;
                found = foundThere;
            }
        }
        return new Hit(entry, score, excerpt(text, found, highlights), highlights);
    }

    private static String excerpt(String text, List<Found> found, List<Highlight> highlights) {
        int start = wordStart(text, best(found));
        int room = LONGEST - 2 * CUT.length();
        int end = wordEnd(text, start, Math.min(text.length(), start + room));
        String lead = start > 0 ? CUT : "";
        marks(found, start, end, lead.length() - start, Hits.Field.SNIPPET, highlights);
        return lead + text.substring(start, end) + (end < text.length() ? CUT : "");
    }

    /// Returns where to begin so that most of the different things wanted are seen, the earliest of
    /// equals.
    private static int best(List<Found> found) {
        int best = 0;
        int most = 0;
        for (int i = 0; i < found.size(); i++) {
            int from = Math.max(0, found.get(i).start() - LEAD);
            BitSet seen = new BitSet();
            for (int j = i;
                    j < found.size() && j < i + 64 && found.get(j).end() <= from + LONGEST - LEAD;
                    j++) {
                seen.set(found.get(j).by());
            }
            if (seen.cardinality() > most) {
                most = seen.cardinality();
                best = from;
            }
        }
        return best;
    }

    private static int wordStart(String text, int from) {
        if (from == 0) {
            return 0;
        }
        int blank = text.indexOf(' ', from);
        return blank >= 0 && blank < from + LEAD ? blank + 1 : whole(text, from);
    }

    private static int wordEnd(String text, int start, int end) {
        if (end == text.length()) {
            return end;
        }
        int blank = text.lastIndexOf(' ', end);
        return blank > start + LONGEST / 2 ? blank : whole(text, end);
    }

    /// Never cuts a character of two UTF-16 units in half.
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))
                ? at - 1
                : at;
    }

    private static void marks(
            List<Found> found,
            int start,
            int end,
            int shift,
            Hits.Field field,
            List<Highlight> highlights) {
        int last = start;
        for (Found each : found) {
            if (each.start() >= last && each.end() <= end) {
                highlights.add(new Highlight(field, each.start() + shift, each.end() + shift));
                last = each.end();
            }
        }
    }

    private List<Found> find(String text, boolean subject) {
        List<Words.Token> tokens = wanted.isEmpty() ? List.of() : Words.tokens(analyzer, text);
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            for (int by = 0; by < wanted.size(); by++) {
                Wanted each = wanted.get(by);
                int last = each.subjectOnly() && !subject ? -1 : match(tokens, at, each);
                if (last >= 0) {
                    found.add(new Found(tokens.get(at).start(), tokens.get(last).end(), by));
                    break;
                }
            }
        }
        return found;
    }

    /// Returns the token with which what is wanted ends if it begins at `at`, or -1.
    private static int match(List<Words.Token> tokens, int at, Wanted wanted) {
        int last = at;
        for (int i = 0; i < wanted.terms().size(); i++) {
            last =
                    withTerm(
                            tokens,
                            last,
                            tokens.get(at).position() + i,
                            wanted.terms().get(i),
                            wanted.prefix());
            if (last < 0) {
                return -1;
            }
        }
        return last;
    }

    private static int withTerm(
            List<Words.Token> tokens, int from, int position, String term, boolean prefix) {
        for (int i = from; i < tokens.size() && tokens.get(i).position() <= position; i++) {
            Words.Token token = tokens.get(i);
            if (token.position() == position
                    && (prefix ? token.term().startsWith(term) : token.term().equals(term))) {
                return i;
            }
        }
        return -1;
    }

    /// One line of plain text, white space and control characters as single blanks.
    private static String tidy(String text) {
        int length = whole(text, Math.min(text.length(), MOST_TEXT));
        StringBuilder tidy = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c > ' ' && !Character.isSpaceChar(c) && !Character.isISOControl(c)) {
                tidy.append(c);
            } else if (!tidy.isEmpty() && tidy.charAt(tidy.length() - 1) != ' ') {
                tidy.append(' ');
            }
        }
        return tidy.toString().strip();
    }
}
