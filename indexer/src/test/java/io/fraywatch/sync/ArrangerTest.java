package io.fraywatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.flags.Ledger;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.Note;
import io.fraywatch.parse.MailParser;
import io.fraywatch.source.mbox.MboxSource;
import io.fraywatch.store.View;
import io.fraywatch.store.Writer;
import io.fraywatch.store.lucene.LuceneStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Splitting and merging on a real mailbox, index and ledger.
class ArrangerTest {
    private static final AccountName WORK = new AccountName("work");
    private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");

    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init")
    private LuceneStore store;

    @SuppressWarnings("NullAway.Init")
    private Account account;

    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @SuppressWarnings("NullAway.Init")
    private Arranger arranger;

    @BeforeEach
    void open() throws Exception {
        store = new LuceneStore(folder.resolve("mail"), Duration.ofSeconds(5));
        ledger = Ledger.open(folder.resolve("fraywatch.db"));
        Path box = folder.resolve("box");
        Files.createDirectories(box);
        write(box.resolve("a.mbox"), mail("a", "") + mail("b", "a") + mail("c", "b"));
        write(box.resolve("x.mbox"), mail("x", ""));
        account =
                new Account(
                        WORK,
                        new Identity(Set.of("me@us.example"), Set.of()),
                        () -> new MboxSource(box));
        arranger = new StoreArranger(store, ledger.decisions(), List.of(account));
        synchronizer().sync(account, Progress.silent());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Synchronizer synchronizer() {
        return new Synchronizer(
                store, new MailParser(), TextReader::new, ledger.decisions()::of, 1);
    }

    private static void write(Path file, String mails) throws IOException {
        Files.writeString(file, mails);
    }

    private static String mail(String id, String answers) {
        return "From ann@client.example Mon Mar  2 09:01:00 2026\n"
                + "From: ann@client.example\nTo: me@us.example\nSubject: Poster\n"
                + "Date: Mon, 02 Mar 2026 09:00:0"
                + (id.charAt(0) % 10)
                + " +0000\n"
                + "Message-ID: <"
                + id
                + "@mail.example>\n"
                + (answers.isEmpty() ? "" : "In-Reply-To: <" + answers + "@mail.example>\n")
                + "\nHello from "
                + id
                + ".\n\n";
    }

    private MailId idOf(String mail) throws Exception {
        return arranger.mailOf(new MessageId(mail + "@mail.example")).orElseThrow();
    }

    private ConversationId conversationOf(String mail) throws Exception {
        try (View view = store.openView(WORK)) {
            return view.find(idOf(mail)).orElseThrow().conversation();
        }
    }

    /// The conversations, each as the letters of its mails.
    private Set<String> shape() throws Exception {
        Set<String> shape = new TreeSet<>();
        try (View view = store.openView(WORK)) {
            for (String mail : List.of("a", "b", "c", "x")) {
                StringBuilder letters = new StringBuilder();
                view.conversations(Set.of(conversationOf(mail)))
                        .forEach(entry ->
                                letters.append(
                                        entry.headers()
                                                .messageId()
                                                .orElseThrow()
                                                .value()
                                                .charAt(0)));
                shape.add(
                        letters.chars()
                                .sorted()
                                .collect(
                                        StringBuilder::new,
                                        StringBuilder::appendCodePoint,
                                        StringBuilder::append)
                                .toString());
            }
        }
        return shape;
    }

    @Test
    void splitsAndUndoes() throws Exception {
        Arranger.Arranged split = arranger.split(idOf("b"), NOW).orElseThrow();
        assertThat(split.conversation()).contains(conversationOf("c"));
        assertThat(shape()).containsExactly("a", "bc", "x");
        arranger.undo(split.decided().number(), NOW);
        assertThat(shape()).containsExactly("abc", "x");
        assertThat(arranger.undo(split.decided().number(), NOW)).isEmpty();
    }

    @Test
    void mergesAndMoves() throws Exception {
        assertThat(arranger.merge(conversationOf("a"), conversationOf("x"), NOW)).isPresent();
        assertThat(shape()).containsExactly("abcx");
        assertThat(arranger.merge(conversationOf("a"), conversationOf("x"), NOW)).isEmpty();
        arranger.undo(1, NOW);
        assertThat(arranger.move(idOf("c"), conversationOf("x"), NOW)).isPresent();
        assertThat(shape()).containsExactly("ab", "cx");
    }

    @Test
    void keepsDecisionsWhenTheIndexIsBuiltAnew() throws Exception {
        arranger.split(idOf("b"), NOW);
        arranger.merge(conversationOf("a"), conversationOf("x"), NOW);
        synchronizer().rebuild(account, Progress.silent());
        assertThat(shape()).containsExactly("ax", "bc");
    }

    private List<String> notesOn(String mail) throws Exception {
        Policy policy = GeneratedMailbox.policy();
        return new StoreDesk(
                        store,
                        List.of(account),
                        () -> policy,
                        ledger.notes()::of,
                        Clock.fixed(NOW, ZoneOffset.UTC))
                        .explain(conversationOf(mail), NOW.plusSeconds(60))
                        .orElseThrow()
                        .conversation()
                        .notes()
                        .stream()
                        .map(Note::text)
                        .toList();
    }

    @Test
    void notesStayWithTheMailTheyWereWrittenAfter() throws Exception {
        Notebook notebook = new StoreNotebook(store, ledger.notes(), List.of(account));
        notebook.write(conversationOf("a"), "about abc", Optional.empty(), NOW);
        notebook.write(conversationOf("x"), "about x", Optional.empty(), NOW);
        arranger.split(idOf("c"), NOW);
        assertThat(notesOn("a")).isEmpty();
        assertThat(notesOn("c")).containsExactly("about abc");
        arranger.merge(conversationOf("c"), conversationOf("x"), NOW);
        synchronizer().rebuild(account, Progress.silent());
        assertThat(notesOn("x")).containsExactly("about abc", "about x");
        assertThat(notebook.remove(conversationOf("a"), 1, NOW)).isEmpty();
        assertThat(notebook.remove(conversationOf("x"), 1, NOW)).isPresent();
        assertThat(notesOn("x")).containsExactly("about x");
        assertThat(notebook.write(new ConversationId(7), "?", Optional.empty(), NOW)).isEmpty();
    }

    @Test
    void leavesItToTheNextPassWhileTheMailboxIsRead() throws Exception {
        try (Writer reading = store.openWriter(WORK)) {
            assertThat(reading.marks()).isNotEmpty();
            assertThat(arranger.split(idOf("c"), NOW).orElseThrow().conversation()).isEmpty();
        }
        assertThat(shape()).containsExactly("abc", "x");
        synchronizer().sync(account, Progress.silent());
        assertThat(shape()).containsExactly("ab", "c", "x");
    }

    @Test
    void knowsNoMailThatIsNotThere() throws Exception {
        assertThat(arranger.split(new MailId("nobody"), NOW)).isEmpty();
        assertThat(arranger.move(idOf("c"), new ConversationId(7), NOW)).isEmpty();
        assertThat(arranger.decisions()).isEmpty();
    }
}
