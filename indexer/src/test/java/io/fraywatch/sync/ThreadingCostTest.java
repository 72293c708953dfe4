package io.fraywatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.Nature;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.mail.Structure;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.StoredMail;
import io.fraywatch.store.View;
import io.fraywatch.store.Writer;
import io.fraywatch.store.lucene.LuceneStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Counts the entries that are read to place one new mail among thousands.
@Isolated
class ThreadingCostTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Identity US = new Identity(Set.of("me@us.example"), Set.of());
    private static final int CONVERSATIONS = 3_000;

    private final Threading threading = new Threading(US, List.of());
    private final AtomicLong read = new AtomicLong();

    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init")
    private LuceneStore store;

    @SuppressWarnings("NullAway.Init")
    private Writer writer;

    @BeforeEach
    void open() throws StoreException {
        store = new LuceneStore(folder, Duration.ofSeconds(5));
        writer = store.openWriter(new AccountName("work"));
    }

    @AfterEach
    void close() {
        writer.close();
        store.close();
    }

    @Test
    void aNewMailReadsItsOwnConversationOnly() throws StoreException {
        fill(number -> "Poster number " + number);
        assertThat(placed(mail("new", "Re: Poster number 7", 7, CONVERSATIONS, "c7-0")).values())
                .containsExactly(conversationOf("c7-0"));
        assertThat(read.get()).isLessThan(20);
    }

    @Test
    void aLostReplyReadsWhatItMayAnswerOnly() throws StoreException {
        fill(number -> "Poster number " + number);
        assertThat(placed(mail("new", "Re: Poster number 2990", 2990, CONVERSATIONS, "")).values())
                .containsExactly(conversationOf("c2990-0"));
        assertThat(read.get()).isLessThan(20);
    }

    @Test
    void aSubjectThatThousandsCarryReadsNoMoreThanIsBounded() throws StoreException {
        fill(number -> "Your invoice");
        assertThat(placed(mail("new", "Re: Your invoice", 2990, CONVERSATIONS, "")))
                .containsOnlyKeys(new MailId("new"));
        assertThat(read.get()).isLessThan(250);
        read.set(0);
        placed(mail("fresh", "Your invoice", 5, CONVERSATIONS, ""));
        assertThat(read.get()).isLessThan(250);
    }

    private interface Subject {
        String of(int number);
    }

    /// Thousands of conversations of two mails, each with another client.
    private void fill(Subject subject) throws StoreException {
        List<StoredMail> mails = new ArrayList<>();
        for (int i = 0; i < CONVERSATIONS; i++) {
            mails.add(mail("c" + i + "-0", subject.of(i), i, i, ""));
            mails.add(mail("c" + i + "-1", "Re: " + subject.of(i), i, i, "c" + i + "-0"));
        }
        for (int from = 0; from < mails.size(); from += 1_000) {
            place(mails.subList(from, Math.min(mails.size(), from + 1_000)));
        }
        read.set(0);
    }

    private Map<MailId, ConversationId> placed(StoredMail mail) throws StoreException {
        return place(List.of(mail));
    }

    private Map<MailId, ConversationId> place(Collection<StoredMail> mails) throws StoreException {
        for (StoredMail mail : mails) {
            writer.put(mail);
        }
        try (View view = writer.view()) {
            Map<MailId, ConversationId> changes =
                    threading.place(
                            mails.stream().map(StoredMail::message).toList(), counting(view));
            writer.place(changes);
            return changes;
        }
    }

    private ConversationId conversationOf(String mail) throws StoreException {
        try (View view = writer.view()) {
            return view.find(new MailId(mail)).orElseThrow().conversation();
        }
    }

    /// A view that counts every entry it hands out.
    private View counting(View view) {
        return (View)
                Proxy.newProxyInstance(
                        View.class.getClassLoader(),
                        new Class<?>[] {View.class},
                        (proxy, method, arguments) -> {
                            try {
                                Object result = method.invoke(view, arguments);
                                read.addAndGet(result instanceof List<?> list ? list.size() : 1);
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private static StoredMail mail(
            String id, String subject, int client, int minutes, String answers) {
        Address author = Address.of("ann@client" + client + ".example");
        List<MessageId> ties = answers.isEmpty() ? List.of() : List.of(id(answers));
        Headers headers =
                new Headers(
                        Optional.of(id(id)),
                        ties,
                        ties,
                        Optional.empty(),
                        Optional.of(author),
                        List.of(author),
                        List.of(Address.of("me@us.example")),
                        List.of(),
                        subject,
                        Optional.empty(),
                        List.of());
        return new StoredMail(
                new MailId(id),
                new Location("INBOX", "1:" + id),
                START.plus(Duration.ofMinutes(5L * minutes)),
                1_000,
                new ParsedMail(
                        headers, Nature.PERSON, Body.EMPTY, List.of(), Structure.NONE, List.of()),
                new byte[0]);
    }

    private static MessageId id(String mail) {
        return new MessageId(mail + "@mail.example");
    }
}
