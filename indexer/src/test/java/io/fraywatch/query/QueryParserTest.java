package io.fraywatch.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fraywatch.query.Query.And;
import io.fraywatch.query.Query.In;
import io.fraywatch.query.Query.Not;
import io.fraywatch.query.Query.OfClient;
import io.fraywatch.query.Query.Or;
import io.fraywatch.query.Query.Person;
import io.fraywatch.query.Query.Phrase;
import io.fraywatch.query.Query.Role;
import io.fraywatch.query.Query.Sent;
import io.fraywatch.query.Query.When;
import io.fraywatch.query.Query.Word;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

    private static Query parse(String text) throws QueryException {
        return QueryParser.parse(text, NEW_YORK, TODAY);
    }

    private static Word word(String word) {
        return new Word(In.ANYWHERE, word, false);
    }

    @Test
    void findsEverythingForNothing() throws QueryException {
        assertThat(parse(" \t ")).isEqualTo(new Query.All());
    }

    @Test
    void joinsWordsSideBySide() throws QueryException {
        assertThat(parse("draft AND poster"))
                .isEqualTo(parse("draft poster"))
                .isEqualTo(new And(List.of(word("draft"), word("poster"))));
    }

    @Test
    void bindsOrWeakerThanStandingSideBySide() throws QueryException {
        assertThat(parse("a b OR c"))
                .isEqualTo(new Or(List.of(new And(List.of(word("a"), word("b"))), word("c"))));
        assertThat(parse("a (b OR c)"))
                .isEqualTo(new And(List.of(word("a"), new Or(List.of(word("b"), word("c"))))));
    }

    @Test
    void readsPhrasesPrefixesAndNegations() throws QueryException {
        assertThat(parse("\"blue  poster\""))
                .isEqualTo(new Phrase(In.ANYWHERE, List.of("blue", "poster")));
        assertThat(parse("invoi*")).isEqualTo(new Word(In.ANYWHERE, "invoi", true));
        assertThat(parse("-draft")).isEqualTo(parse("NOT draft")).isEqualTo(new Not(word("draft")));
        assertThat(parse("NOT -draft")).isEqualTo(word("draft"));
        assertThat(parse("-(a b)")).isEqualTo(new Not(new And(List.of(word("a"), word("b")))));
        assertThat(parse("follow-up or"))
                .isEqualTo(new And(List.of(word("follow-up"), word("or"))));
    }

    @Test
    void readsFields() throws QueryException {
        assertThat(parse("from:ann@client.example"))
                .isEqualTo(new Person(Role.FROM, "ann@client.example"));
        assertThat(parse("TO:\"Ann Smith\"")).isEqualTo(new Person(Role.TO, "Ann Smith"));
        assertThat(parse("-with:client.example"))
                .isEqualTo(new Not(new Person(Role.ANY, "client.example")));
        assertThat(parse("client:harborlane")).isEqualTo(new OfClient("harborlane"));
        assertThat(parse("subject:invoi*")).isEqualTo(new Word(In.SUBJECT, "invoi", true));
        assertThat(parse("subject:\"blue poster\""))
                .isEqualTo(new Phrase(In.SUBJECT, List.of("blue", "poster")));
        assertThat(parse("subject:re:x")).isEqualTo(new Word(In.SUBJECT, "re:x", false));
        assertThat(parse("http://a.example/x at 10:30"))
                .isEqualTo(new And(List.of(word("http://a.example/x"), word("at"), word("10:30"))));
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01T05:00:00Z",
        "2026-03, 2026-03-01T05:00:00Z",
        "2026-07-04, 2026-07-04T04:00:00Z",
        "today, 2026-03-15T04:00:00Z",
        "yesterday, 2026-03-14T04:00:00Z",
        "7d, 2026-03-08T05:00:00Z",
        "2w, 2026-03-01T05:00:00Z",
        "3m, 2025-12-15T05:00:00Z"
    })
    void readsDaysInTheUsersZone(String text, Instant start) throws QueryException {
        assertThat(parse("after:" + text)).isEqualTo(new Sent(When.AFTER, start));
        assertThat(parse("before:" + text)).isEqualTo(new Sent(When.BEFORE, start));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ann form:x|4|did you mean from:
                    colour:red|0|there are from:
                    a "b c|2|never closed
                    a (b|2|never closed
                    a b)|3|without its (
                    ( )|2|missing before this )
                    a OR|4|ends where a word was expected
                    OR a|0|missing before OR
                    a from:|7|value is missing
                    after:soon|6|isn't a date
                    after:2026-02-30|6|isn't a date
                    a*|0|2 letters
                    a ""|2|nothing between
                    """)
    void saysWhereAndWhatIsWrong(String text, int position, String message) {
        QueryException error = catchThrowableOfType(QueryException.class, () -> parse(text));
        assertThat(error).hasMessageContaining(message);
        assertThat(error.position()).isEqualTo(position);
    }

    @Test
    void keepsSearchesSmall() {
        assertThatThrownBy(() -> parse("a".repeat(1_001))).isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> parse("(".repeat(30) + "a" + ")".repeat(30)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("20 deep");
        assertThatThrownBy(() -> parse("a ".repeat(65)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("64 terms");
        assertThatThrownBy(() -> parse("(".repeat(1_000))).isInstanceOf(QueryException.class);
    }

    @Test
    void answersOrRefusesHostileTexts() {
        String[] pieces = {
            "(",
            ")",
            "\"",
            "“",
            "-",
            "--",
            "*",
            ":",
            "from:",
            "after:",
            "subject:",
            "OR",
            "AND",
            "NOT",
            " ",
            "a",
            "\0",
            "\ud83d",
            "é",
            "9999",
            "\\",
            "[",
            "{",
            "^",
            "~",
            "/",
            "*:*",
            "7d",
            "-1d",
            "999999999999y",
            "\u202e",
            "OR *:*",
            "2026-99-99"
        };
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                assertThat(parse(text.toString())).isNotNull();
            } catch (QueryException e) {
                assertThat(e.position())
                        .as("seed %d", seed)
                        .isBetween(0, Math.min(text.length(), QueryParser.LONGEST));
            }
        }
    }
}
