package io.fraywatch.server.search;

import io.fraywatch.server.web.Problem;
import io.fraywatch.server.web.ProblemException;
import io.fraywatch.store.Hits;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a search asks for.
///
/// @param query as typed; at most 2,000 characters
/// @param limit 1 to 100
/// @param offset 0 to 10,000
record SearchRequest(String query, int limit, int offset, Hits.Sort sort) {
    private static final int LONGEST = 2_000;
    private static final int MOST = 100;
    static final int FURTHEST = 10_000;
    static final List<String> SORTS =
            Arrays.stream(Hits.Sort.values()).map(SearchRequest::key).toList();

    /// Reads it from a request's parameters.
    ///
    /// @throws ProblemException with status 400 if one is out of its bounds
    static SearchRequest of(
            @Nullable String query,
            @Nullable String limit,
            @Nullable String offset,
            @Nullable String sort) {
        String text = query == null ? "" : query.strip();
        if (text.length() > LONGEST) {
            throw refuse(
                    "The search text has " + text.length() + " characters.",
                    "Shorten it to " + LONGEST + ".");
        }
        return new SearchRequest(
                text,
                number("limit", limit, 20, 1, MOST),
                number("offset", offset, 0, 0, FURTHEST),
                sort == null || sort.isEmpty() ? Hits.Sort.RELEVANCE : sort(sort));
    }

    static String key(Hits.Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private static int number(
            String name, @Nullable String text, int otherwise, int least, int most) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, as any number out of bounds is.
        }
        throw refuse(
                "The parameter " + name + " is '" + text + "'.",
                "Give a number from " + least + " to " + most + ".");
    }

    private static Hits.Sort sort(String text) {
        for (Hits.Sort sort : Hits.Sort.values()) {
            if (key(sort).equals(text)) {
                return sort;
            }
        }
        throw refuse(
                "The parameter sort is '" + text + "'.",
                "Give one of " + String.join(", ", SORTS) + ".");
    }

    private static ProblemException refuse(String what, String remedy) {
        return new ProblemException(
                new Problem(400, "This search can't be understood", what, remedy));
    }
}
