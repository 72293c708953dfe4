package io.fraywatch.server.search;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Client;
import io.fraywatch.query.QueryException;
import io.fraywatch.server.web.Runs;
import io.fraywatch.server.web.Words;
import io.fraywatch.store.Entry;
import io.fraywatch.store.Hits;
import io.fraywatch.sync.Desk;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the search page shows.
///
/// @param limit how many mails a page shows
/// @param sorts the orders to choose from
/// @param summary how much was found, in words; empty before anything was searched for
/// @param mistake what can't be understood of the query
/// @param earlier the offset of the page before, where there is one
/// @param later the offset of the page after, where there is one
public record SearchPage(
        String query,
        int limit,
        String sort,
        List<String> sorts,
        String summary,
        Optional<Mistake> mistake,
        List<Row> rows,
        Optional<Integer> earlier,
        Optional<Integer> later) {
    private static final Pattern QUOTE_MARKS = Pattern.compile("(?<=\\s)>[> ]*");

    /// One mail found.
    public record Row(
            String conversation,
            String mail,
            String client,
            String from,
            String date,
            String dateIso,
            List<Runs.Run> subject,
            List<Runs.Run> snippet) {}

    /// A query that can't be understood, cut at the character where it goes wrong.
    public record Mistake(String message, String before, String at, String after) {
        static Mistake of(String query, QueryException error) {
            int from = Math.clamp(error.position(), 0, query.length());
            int to = from < query.length() ? query.offsetByCodePoints(from, 1) : from;
            return new Mistake(
                    Optional.ofNullable(error.getMessage()).orElse("It can't be understood"),
                    query.substring(0, from),
                    query.substring(from, to),
                    query.substring(to));
        }
    }

    static SearchPage empty(SearchRequest request) {
        return page(request, "", Optional.empty(), List.of(), 0);
    }

    static SearchPage refused(SearchRequest request, QueryException error) {
        return page(request, "", Optional.of(Mistake.of(request.query(), error)), List.of(), 0);
    }

    static SearchPage found(SearchRequest request, Desk.Found found, Words words) {
        String summary =
                found.total() == 0
                        ? "Nothing found."
                        : Words.count(found.total(), "mail")
                                + " found"
                                + (found.complete()
                                        ? "."
                                        : ", and there may be more: a mailbox could not be looked through in time.");
        List<Row> rows = found.mails().stream().map(mail -> row(mail, words)).toList();
        return page(request, summary, Optional.empty(), rows, found.total());
    }

    private static SearchPage page(
            SearchRequest request,
            String summary,
            Optional<Mistake> mistake,
            List<Row> rows,
            long total) {
        int offset = request.offset();
        int next = offset + request.limit();
        return new SearchPage(
                request.query(),
                request.limit(),
                SearchRequest.key(request.sort()),
                SearchRequest.SORTS,
                summary,
                mistake,
                rows,
                offset > 0 ? Optional.of(Math.max(0, offset - request.limit())) : Optional.empty(),
                next < total && next <= SearchRequest.FURTHEST
                        ? Optional.of(next)
                        : Optional.empty());
    }

    private static Row row(Desk.FoundMail found, Words words) {
        Entry entry = found.hit().entry();
        return new Row(
                entry.conversation().toString(),
                entry.id().value(),
                found.client().map(Client::name).orElse(""),
                entry.headers().author().map(Address::display).orElse("Unknown sender"),
                words.day(entry.sentAt()),
                entry.sentAt().toString(),
                runs(found.hit(), Hits.Field.SUBJECT, entry.headers().subject()),
                unquoted(runs(found.hit(), Hits.Field.SNIPPET, found.hit().snippet())));
    }

    /// Less the quote marks of mail (`> > `), which mean nothing once lines are joined.
    private static List<Runs.Run> unquoted(List<Runs.Run> runs) {
        return runs.stream()
                .map(run ->
                        new Runs.Run(QUOTE_MARKS.matcher(run.text()).replaceAll(""), run.marked()))
                .toList();
    }

    private static List<Runs.Run> runs(Hits.Hit hit, Hits.Field field, String text) {
        return Runs.of(
                text,
                hit.highlights().stream()
                        .filter(mark -> mark.field() == field)
                        .map(mark -> new Runs.Range(mark.start(), mark.end()))
                        .toList());
    }
}
