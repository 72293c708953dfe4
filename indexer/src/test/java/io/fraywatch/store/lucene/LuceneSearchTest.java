package io.fraywatch.store.lucene;

import static io.fraywatch.store.Mails.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.Zone;
import io.fraywatch.mail.ZoneType;
import io.fraywatch.query.Query;
import io.fraywatch.query.QueryException;
import io.fraywatch.query.QueryParser;
import io.fraywatch.store.Hits;
import io.fraywatch.store.Hits.Field;
import io.fraywatch.store.Hits.Highlight;
import io.fraywatch.store.Hits.Hit;
import io.fraywatch.store.Hits.Sort;
import io.fraywatch.store.Mails;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.store.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuceneSearchTest {
    private static final AccountName WORK = new AccountName("work");

    @TempDir private Path root;
    private View view;

    @BeforeEach
    void fill() throws StoreException {
        LuceneStore store = new LuceneStore(root, Duration.ofSeconds(10));
        try (Writer writer = store.openWriter(WORK)) {
            for (Mails each : mails()) {
                writer.put(each.stored());
            }
            writer.commit(Map.of());
        }
        view = store.openView(WORK);
    }

    @AfterEach
    void close() {
        view.close();
    }

    private static List<Mails> mails() {
        String quoting = "Fine with me.\nAnn wrote:\n> the invoices for the lighthouse";
        Body reply =
                new Body(
                        quoting,
                        List.of(
                                new Zone(ZoneType.NEW, 0, 14),
                                new Zone(ZoneType.QUOTE, 14, quoting.length())));
        return List.of(
                mail("poster").sent("2026-01-10T10:00:00Z"),
                mail("invoice")
                        .sent("2026-02-10T10:00:00Z")
                        .about("Invoices for March")
                        .saying(
                                "I paid the invoices for the\n  lighthouse campaign; the café  was next door.\n"),
                mail("reply")
                        .sent("2026-03-10T10:00:00Z")
                        .about("Re: numbers")
                        .from("Dana Reyes", "dana+work@us.example")
                        .to("Björn Åström", "bjorn@other.example")
                        .with(reply),
                mail("plan")
                        .sent("2026-04-10T10:00:00Z")
                        .about("Plan")
                        .saying("A campaign without end, follow-up on Monday."));
    }

    private Hits search(String text, Sort sort) throws StoreException {
        try {
            return view.search(
                    QueryParser.parse(text, ZoneOffset.UTC, LocalDate.of(2026, 5, 1)), sort, 0, 10);
        } catch (QueryException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> ids(Hits hits) {
        return hits.hits().stream().map(hit -> hit.entry().id().value()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    lighthouse|invoice reply
                    INVOICE|invoice reply
                    invoicing|invoice reply
                    subject:invoice|invoice
                    cafe|invoice
                    "the lighthouse campaign"|invoice
                    "campaign lighthouse"|''
                    campaign|invoice plan
                    campaign -lighthouse|plan
                    NOT campaign|poster reply
                    -campaign -poster|reply
                    invoi*|invoice reply
                    subject:plan OR subject:numbers|plan reply
                    follow-up|plan
                    followup|''
                    from:ann.smith@mail.client.example|poster invoice plan
                    from:client.example|poster invoice plan
                    from:@client.example|poster invoice plan
                    from:other.example|''
                    from:"smith ann"|poster invoice plan
                    to:bjorn|reply
                    to:astrom|reply
                    with:dana@us.example|poster invoice plan reply
                    after:2026-03|plan reply
                    before:2026-02-10|poster
                    after:2026-02-10 before:2026-02-11|invoice
                    contract-plan.pdf|plan
                    !!! campaign|invoice plan
                    !!!|''
                    """)
    void findsTheRightMails(String text, String expected) throws StoreException {
        Hits hits = search(text, Sort.RELEVANCE);
        assertThat(String.join(" ", ids(hits).stream().sorted().toList()))
                .isEqualTo(
                        List.of(expected.split(" ", -1)).stream()
                                .sorted()
                                .reduce((a, b) -> a + " " + b)
                                .orElse(""));
        assertThat(hits.total()).isEqualTo(hits.hits().size());
        assertThat(hits.complete()).isTrue();
    }

    @Test
    void ranksWhereItWasSaidBeforeWhereItIsQuoted() throws StoreException {
        assertThat(ids(search("lighthouse", Sort.RELEVANCE))).containsExactly("invoice", "reply");
    }

    @Test
    void sortsByDateAndPages() throws StoreException {
        assertThat(ids(search("", Sort.NEWEST)))
                .containsExactly("plan", "reply", "invoice", "poster");
        assertThat(ids(search("", Sort.OLDEST)))
                .containsExactly("poster", "invoice", "reply", "plan");
        Hits second = view.search(new Query.All(), Sort.NEWEST, 1, 2);
        assertThat(ids(second)).containsExactly("reply", "invoice");
        assertThat(second.total()).isEqualTo(4);
        assertThat(view.search(new Query.All(), Sort.NEWEST, 100, 2).hits()).isEmpty();
    }

    @Test
    void marksTheWordsFoundInSubjectAndSnippet() throws StoreException {
        Hit hit = search("invoice \"lighthouse campaign\" caf*", Sort.RELEVANCE).hits().getFirst();
        assertThat(hit.snippet())
                .isEqualTo(
                        "I paid the invoices for the lighthouse campaign; the café was next door.");
        assertThat(hit.highlights())
                .containsExactly(
                        new Highlight(Field.SUBJECT, 0, 8),
                        new Highlight(Field.SNIPPET, 11, 19),
                        new Highlight(Field.SNIPPET, 28, 47),
                        new Highlight(Field.SNIPPET, 53, 57));
    }

    @Test
    void showsTheQuoteOnlyIfTheWordStandsNowhereElse() throws StoreException {
        assertThat(search("lighthouse", Sort.NEWEST).hits().getFirst().snippet())
                .contains("> the invoices");
        assertThat(search("numbers", Sort.NEWEST).hits().getFirst().snippet())
                .isEqualTo("Fine with me.");
    }

    @Test
    void cutsALongTextAroundTheWords() throws StoreException {
        LuceneStore store = new LuceneStore(root.resolve("long"), Duration.ofSeconds(10));
        String text = "lorem ".repeat(500) + "zebra crossing " + "ipsum 😀 ".repeat(500);
        try (Writer writer = store.openWriter(WORK)) {
            writer.put(mail("long").saying(text).stored());
            writer.commit(Map.of());
        }
        try (View there = store.openView(WORK)) {
            Hit hit =
                    there.search(
                                    new Query.Word(Query.In.ANYWHERE, "zebra", false),
                                    Sort.RELEVANCE,
                                    0,
                                    1)
                            .hits()
                            .getFirst();
            assertThat(hit.snippet()).hasSizeLessThanOrEqualTo(300).startsWith("…").endsWith("…");
            Highlight mark = hit.highlights().getFirst();
            assertThat(hit.snippet().substring(mark.start(), mark.end())).isEqualTo("zebra");
        }
    }

    @Test
    void findsMailOfAClientsPeople() throws StoreException {
        assertThat(
                        view.search(
                                        new Query.People(
                                                Set.of("client.example"),
                                                Set.of("bjorn@other.example")),
                                        Sort.NEWEST,
                                        0,
                                        10)
                                .total())
                .isEqualTo(4);
        assertThat(
                        view.search(
                                        new Query.People(Set.of("lient.example"), Set.of()),
                                        Sort.NEWEST,
                                        0,
                                        10)
                                .total())
                .isZero();
        assertThatThrownBy(() -> view.search(new Query.OfClient("x"), Sort.NEWEST, 0, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answersHostileSearches() throws StoreException {
        String[] pieces = {
            "(",
            ")",
            "\"",
            "-",
            "*",
            "from:",
            "subject:",
            " OR ",
            " NOT ",
            " ",
            "a",
            "in*",
            "\0",
            "\ud83d",
            "*:*",
            "x~2",
            "[a TO b]",
            "/.*/"
        };
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                Query query = QueryParser.parse(text.toString(), ZoneOffset.UTC, LocalDate.EPOCH);
                assertThat(view.search(query, Sort.RELEVANCE, 0, 10).complete())
                        .as("seed %d", seed)
                        .isTrue();
            } catch (QueryException e) {
                assertThat(e).hasMessageContaining("character");
            }
        }
    }
}
