package io.fraywatch.query;

import io.fraywatch.query.QueryLexer.Kind;
import io.fraywatch.query.QueryLexer.Token;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads our search language.
///
/// | written | finds mails |
/// |---|---|
/// | `draft poster` | with both words, in any of their forms |
/// | `"blue poster"` | with these words in this order |
/// | `invoi*` | with a word that begins so |
/// | `-draft`, `NOT draft` | without it |
/// | `draft OR poster`, `( … )` | with either; grouped |
/// | `from:` `to:` `with:` | by, to, or with somebody: an address, a domain or a name |
/// | `client:` | with one of a client's people |
/// | `subject:` | with a word or phrase in the subject |
/// | `before:` `after:` | sent before that day, or from its start on |
///
/// `AND` may be written and means nothing more than standing side by side; `OR` binds weaker. OR,
/// AND and NOT count in capitals only. Takes time linear in the length.
public final class QueryParser {
    /// The longest text read, in UTF-16 units.
    public static final int LONGEST = 1_000;

    private static final int DEEPEST = 20;
    private static final int MOST_TERMS = 64;
    private static final int SHORTEST_PREFIX = 2;
    private static final List<String> FIELDS =
            List.of("from", "to", "with", "client", "subject", "before", "after");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private final List<Token> tokens;
    private final int length;
    private final ZoneId zone;
    private final QueryDates dates;
    private int at;
    private int terms;

    private QueryParser(String text, ZoneId zone, LocalDate today) throws QueryException {
        tokens = new QueryLexer(text).tokens();
        length = text.length();
        this.zone = zone;
        dates = new QueryDates(today);
    }

    /// @param zone whose days `before:` and `after:` mean
    /// @param today the day `today` and `7d` count from
    /// @return [Query.All] for a blank text
    /// @throws QueryException if the text can't be understood
    public static Query parse(String text, ZoneId zone, LocalDate today) throws QueryException {
        if (text.length() > LONGEST) {
            throw new QueryException(
                    "the search has "
                            + text.length()
                            + " characters; "
                            + LONGEST
                            + " are the most, so make it shorter",
                    LONGEST);
        }
        QueryParser parser = new QueryParser(text, zone, today);
        if (parser.tokens.isEmpty()) {
            return new Query.All();
        }
        Query query = parser.any(0);
        if (parser.at < parser.tokens.size()) {
            throw parser.error(
                    "there is a ) without its (; take it away or open one before it",
                    parser.position());
        }
        return query;
    }

    private Query any(int depth) throws QueryException {
        if (depth > DEEPEST) {
            throw error("parentheses may be nested " + DEEPEST + " deep at the most", position());
        }
        List<Query> parts = new ArrayList<>();
        parts.add(all(depth));
        while (isOperator("OR")) {
            at++;
            parts.add(all(depth));
        }
        return parts.size() == 1 ? parts.getFirst() : new Query.Or(parts);
    }

    private Query all(int depth) throws QueryException {
        List<Query> parts = new ArrayList<>();
        parts.add(one(depth));
        while (at < tokens.size() && !isOperator("OR") && tokens.get(at).kind() != Kind.CLOSE) {
            if (isOperator("AND")) {
                at++;
            }
            parts.add(one(depth));
        }
        return parts.size() == 1 ? parts.getFirst() : new Query.And(parts);
    }

    private Query one(int depth) throws QueryException {
        boolean negated = false;
        while (at < tokens.size() && (tokens.get(at).kind() == Kind.MINUS || isOperator("NOT"))) {
            negated = !negated;
            at++;
        }
        Query query = term(depth);
        return negated ? new Query.Not(query) : query;
    }

    private Query term(int depth) throws QueryException {
        if (at == tokens.size()) {
            throw error(
                    "the search ends where a word was expected; add one or take the last sign away",
                    length);
        }
        if (isOperator("OR") || isOperator("AND")) {
            throw error(
                    "a word is missing before "
                            + tokens.get(at).value()
                            + "; add one or write it in small letters",
                    position());
        }
        countTerm();
        Token token = tokens.get(at++);
        return switch (token.kind()) {
            case WORD -> word(Query.In.ANYWHERE, token);
            case PHRASE -> phrase(Query.In.ANYWHERE, token);
            case FIELD -> field(token);
            case OPEN -> group(token, depth);
            case CLOSE -> throw error("a word is missing before this )", token.position());
            case MINUS -> throw error("there is nothing behind this -", token.position());
        };
    }

    private void countTerm() throws QueryException {
        terms++;
        if (terms > MOST_TERMS) {
            throw error("a search may have " + MOST_TERMS + " terms at the most", position());
        }
    }

    private Query group(Token open, int depth) throws QueryException {
        Query inside = any(depth + 1);
        if (at == tokens.size()) {
            throw error("the ( is never closed; put a ) behind the last word", open.position());
        }
        at++;
        return inside;
    }

    private Query word(Query.In in, Token token) throws QueryException {
        String word = token.value();
        boolean prefix = word.length() > 1 && word.endsWith("*");
        if (!prefix) {
            return new Query.Word(in, word, false);
        }
        String beginning = word.substring(0, word.length() - 1);
        if (beginning.codePoints().filter(Character::isLetterOrDigit).count() < SHORTEST_PREFIX) {
            throw error(
                    "at least " + SHORTEST_PREFIX + " letters must stand before *",
                    token.position());
        }
        return new Query.Word(in, beginning, true);
    }

    private Query phrase(Query.In in, Token token) throws QueryException {
        List<String> words =
                BLANKS.splitAsStream(token.value()).filter(word -> !word.isEmpty()).toList();
        if (words.isEmpty()) {
            throw error(
                    "there is nothing between these quotes; put the words there", token.position());
        }
        terms += words.size() - 1;
        return words.size() == 1
                ? new Query.Word(in, words.getFirst(), false)
                : new Query.Phrase(in, words);
    }

    private Query field(Token name) throws QueryException {
        if (!FIELDS.contains(name.value())) {
            throw error(
                    "there is no field " + name.value() + ":" + suggestion(name.value()),
                    name.position());
        }
        Token value = valueOf(name);
        return switch (name.value()) {
            case "from" -> new Query.Person(Query.Role.FROM, value.value());
            case "to" -> new Query.Person(Query.Role.TO, value.value());
            case "with" -> new Query.Person(Query.Role.ANY, value.value());
            case "client" -> new Query.OfClient(value.value());
            case "before" -> new Query.Sent(Query.When.BEFORE, startOf(value));
            case "after" -> new Query.Sent(Query.When.AFTER, startOf(value));
            default ->
                    value.kind() == Kind.PHRASE
                            ? phrase(Query.In.SUBJECT, value)
                            : word(Query.In.SUBJECT, value);
        };
    }

    private Token valueOf(Token name) throws QueryException {
        Optional<Token> value = at < tokens.size() ? Optional.of(tokens.get(at)) : Optional.empty();
        if (value.isEmpty()
                || (value.get().kind() != Kind.WORD && value.get().kind() != Kind.PHRASE)
                || value.get().value().isBlank()) {
            throw error(
                    "a value is missing behind " + name.value() + ":",
                    name.position() + name.value().length() + 1);
        }
        at++;
        return value.get();
    }

    private Instant startOf(Token value) throws QueryException {
        LocalDate day =
                dates.day(value.value())
                        .orElseThrow(() ->
                                error(
                                        "'"
                                                + value.value()
                                                + "' isn't a date; write 2026, 2026-03, 2026-03-15, today, yesterday or 7d, 2w, 3m",
                                        value.position()));
        return day.atStartOfDay(zone).toInstant();
    }

    /// The field nearest in spelling, or all of them.
    private static String suggestion(String name) {
        String nearest = FIELDS.getFirst();
        for (String field : FIELDS) {
            nearest = distance(name, field) < distance(name, nearest) ? field : nearest;
        }
        return distance(name, nearest) <= 2
                ? "; did you mean " + nearest + ":?"
                : "; there are "
                        + String.join(": ", FIELDS)
                        + ": (put the word in quotes to look for it as text)";
    }

    /// How many letters to insert, drop or change to turn one word into the other (Levenshtein).
    private static int distance(String one, String other) {
        int[] last = new int[other.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + change, 1 + Math.min(last[j], row[j - 1]));
            }
            last = row;
        }
        return last[other.length()];
    }

    private boolean isOperator(String operator) {
        return at < tokens.size()
                && tokens.get(at).kind() == Kind.WORD
                && tokens.get(at).value().equals(operator);
    }

    private int position() {
        return at < tokens.size() ? tokens.get(at).position() : length;
    }

    private QueryException error(String what, int position) {
        return new QueryException(what + " (at character " + (position + 1) + ")", position);
    }
}
