package io.fraywatch.store;

import static io.fraywatch.store.Mails.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every kind of store keeps.
public interface MailStoreContract {
    AccountName WORK = new AccountName("work");

    /// The store under test, the same one for the length of a test, empty at first.
    MailStore store();

    private void commit(Mails... mails) throws StoreException {
        try (Writer writer = store().openWriter(WORK)) {
            for (Mails each : mails) {
                writer.put(each.stored());
            }
            writer.commit(Map.of("cursor", "7"));
        }
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(each -> each.id().value()).toList();
    }

    @Test
    default void showsAnUnknownAccountAsEmpty() throws StoreException {
        try (View view = store().openView(WORK)) {
            assertThat(view.size()).isZero();
            assertThat(view.marks()).isEmpty();
            assertThat(view.folders()).isEmpty();
            assertThat(view.find(new MailId("a"))).isEmpty();
            assertThat(
                            view.search(new io.fraywatch.query.Query.All(), Hits.Sort.NEWEST, 0, 10)
                                    .hits())
                    .isEmpty();
            assertThatThrownBy(() -> view.body(new MailId("a")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("work");
        }
    }

    @Test
    default void givesBackAllThatWasPut() throws StoreException {
        StoredMail put = mail("a").refersTo("r1", "r2").stored();
        commit(mail("a").refersTo("r1", "r2"));
        try (View view = store().openView(WORK)) {
            Entry entry = view.find(put.id()).orElseThrow();
            assertThat(entry)
                    .usingRecursiveComparison()
                    .ignoringFields("conversation")
                    .isEqualTo(
                            new Entry(
                                    put.id(),
                                    entry.conversation(),
                                    put.sentAt(),
                                    put.size(),
                                    put.mail().headers(),
                                    put.mail().nature(),
                                    put.features(),
                                    put.message().traces()));
            assertThat(view.body(put.id())).isEqualTo(put.mail().body());
            assertThat(view.attachments(put.id())).isEqualTo(put.mail().attachments());
            assertThat(view.problems(put.id())).isEqualTo(put.mail().problems());
            assertThat(view.locations("INBOX")).isEqualTo(Map.of(put.location(), put.size()));
            assertThat(view.at(put.location())).contains(new Placed(put.id(), put.size()));
            assertThat(view.at(new Location("INBOX", "other"))).isEmpty();
            assertThat(view.folders()).isEqualTo(Map.of("INBOX", 1L));
            assertThat(view.marks()).isEqualTo(Map.of("cursor", "7"));
            assertThat(view.size()).isEqualTo(1);
            assertThat(view.check()).isEmpty();
        }
    }

    @Test
    default void keepsAMailOnceHoweverOftenItIsPut() throws StoreException {
        commit(mail("a"), mail("a").at("Archive", "9"), mail("a"));
        commit(mail("a").about("Red poster"));
        try (View view = store().openView(WORK)) {
            assertThat(view.size()).isEqualTo(1);
            assertThat(view.find(new MailId("a")).orElseThrow().headers().subject())
                    .isEqualTo("Red poster");
            assertThat(view.folders()).isEqualTo(Map.of("INBOX", 1L, "Archive", 1L));
        }
    }

    @Test
    default void notesThatAMailLiesAtOneMorePlace() throws StoreException {
        commit(mail("a"), mail("b").at("Archive", "9"));
        Location moved = new Location("Archive", "9");
        try (Writer writer = store().openWriter(WORK)) {
            assertThat(writer.alsoAt(new MailId("a"), moved, 7)).isTrue();
            assertThat(writer.alsoAt(new MailId("nobody"), new Location("Sent", "1"), 7)).isFalse();
            assertThat(writer.remove(new Location("INBOX", "1:a"))).isFalse();
            writer.commit(Map.of());
        }
        try (View view = store().openView(WORK)) {
            assertThat(view.find(new MailId("b"))).isEmpty();
            assertThat(view.placed("Archive"))
                    .isEqualTo(Map.of(moved, new Placed(new MailId("a"), 7)));
            assertThat(view.folders()).isEqualTo(Map.of("Archive", 1L));
        }
    }

    @Test
    default void removesAMailWithItsLastLocation() throws StoreException {
        commit(mail("a"), mail("a").at("Archive", "9"), mail("b"));
        try (Writer writer = store().openWriter(WORK)) {
            assertThat(writer.remove(new Location("INBOX", "1:a"))).isFalse();
            assertThat(writer.remove(new Location("INBOX", "1:a"))).isFalse();
            assertThat(writer.remove(new Location("Archive", "9"))).isTrue();
            writer.put(mail("c").stored());
            assertThat(writer.remove(new Location("INBOX", "1:c"))).isTrue();
            writer.commit(Map.of());
        }
        try (View view = store().openView(WORK)) {
            assertThat(view.size()).isEqualTo(1);
            assertThat(view.find(new MailId("b"))).isPresent();
            assertThat(view.folders()).isEqualTo(Map.of("INBOX", 1L));
            assertThat(view.marks()).isEmpty();
        }
    }

    @Test
    default void forgetsAMailWhosePlaceAnotherTook() throws StoreException {
        commit(mail("a").at("box", "0"));
        commit(mail("b").at("box", "0"));
        try (View view = store().openView(WORK)) {
            assertThat(view.find(new MailId("a"))).isEmpty();
            assertThat(view.size()).isEqualTo(1);
        }
    }

    @Test
    default void showsOthersNothingBeforeTheCommit() throws StoreException {
        commit(mail("a"));
        try (Writer writer = store().openWriter(WORK)) {
            writer.put(mail("b").stored());
            try (View own = writer.view();
                    View others = store().openView(WORK)) {
                assertThat(own.size()).isEqualTo(2);
                assertThat(own.marks()).isEqualTo(Map.of("cursor", "7"));
                assertThat(others.size()).isEqualTo(1);
                writer.commit(Map.of("cursor", "8"));
                assertThat(others.size()).isEqualTo(1);
                assertThat(writer.marks()).isEqualTo(Map.of("cursor", "8"));
            }
            writer.put(mail("c").stored());
        }
        try (View view = store().openView(WORK)) {
            assertThat(view.size()).isEqualTo(2);
            assertThat(view.marks()).isEqualTo(Map.of("cursor", "8"));
        }
    }

    @Test
    default void movesMailsIntoConversations() throws StoreException {
        ConversationId one = new ConversationId(7);
        try (Writer writer = store().openWriter(WORK)) {
            writer.put(mail("late").sent("2026-04-01T00:00:00Z").stored());
            writer.put(mail("early").stored());
            writer.put(mail("other").stored());
            writer.place(Map.of(new MailId("late"), one, new MailId("early"), one));
            writer.commit(Map.of());
            writer.put(mail("early").about("Changed").stored());
            writer.commit(Map.of());
        }
        try (View view = store().openView(WORK)) {
            assertThat(ids(view.conversations(Set.of(one)))).containsExactly("early", "late");
            assertThat(view.find(new MailId("other")).orElseThrow().conversation())
                    .isNotEqualTo(one);
            assertThat(view.conversations(Set.of())).isEmpty();
        }
    }

    @Test
    default void findsRelatedMailsAndThoseOfOneSubject() throws StoreException {
        commit(
                mail("a"),
                mail("b").refersTo("a").about("AW: Blue Poster"),
                mail("c").refersTo("x", "y").about("Other"));
        try (View view = store().openView(WORK)) {
            assertThat(ids(view.related(List.of(new MessageId("a@mail.example")))))
                    .containsExactly("a", "b");
            assertThat(ids(view.related(List.of(new MessageId("x@mail.example")))))
                    .containsExactly("c");
            assertThat(view.related(List.of())).isEmpty();
            assertThat(ids(view.ofThreads(List.of("provider thread-c")))).containsExactly("c");
            assertThat(view.ofThreads(List.of("thread-c"))).isEmpty();
        }
    }

    @Test
    default void findsTheNearestMailsOfOneSubject() throws StoreException {
        commit(
                mail("a").sent("2026-03-01T08:00:00Z"),
                mail("b").about("AW: Blue Poster").sent("2026-03-02T08:00:00Z"),
                mail("c").about("Re: blue  poster").sent("2026-03-03T08:00:00Z"),
                mail("d").about("Red poster").sent("2026-03-02T08:00:00Z"),
                mail("e").about("Re: Blue poster").sent("2026-03-05T08:00:00Z"));
        Instant first = Instant.parse("2026-03-01T08:00:00Z");
        Instant last = Instant.parse("2026-03-05T08:00:00Z");
        try (View view = store().openView(WORK)) {
            assertThat(ids(view.withSubject(blue(first, last, false, true, 9))))
                    .containsExactly("a", "b", "c", "e");
            assertThat(ids(view.withSubject(blue(first, last, false, true, 2))))
                    .containsExactly("c", "e");
            assertThat(ids(view.withSubject(blue(first, last, false, false, 2))))
                    .containsExactly("a", "b");
            assertThat(ids(view.withSubject(blue(first, last.minusMillis(1), false, true, 9))))
                    .containsExactly("a", "b", "c");
            assertThat(view.withSubject(blue(first, last, true, true, 9))).isEmpty();
        }
    }

    private static SameSubject blue(
            Instant from, Instant to, boolean lostOnly, boolean newest, int most) {
        return new SameSubject("blue poster", from, to, lostOnly, newest, most);
    }

    @Test
    default void notesAMailSetAsideUntilItComes() throws StoreException {
        Location there = new Location("INBOX", "1:a");
        Location elsewhere = new Location("INBOX", "1:gone");
        try (Writer writer = store().openWriter(WORK)) {
            writer.quarantine(there, "the server sends nothing");
            writer.quarantine(there, "the server sends nothing, again");
            writer.quarantine(elsewhere, "too big");
            writer.commit(Map.of());
        }
        try (View view = store().openView(WORK)) {
            assertThat(view.quarantined())
                    .isEqualTo(
                            Map.of(there, "the server sends nothing, again", elsewhere, "too big"));
            assertThat(view.size()).isZero();
        }
        try (Writer writer = store().openWriter(WORK)) {
            writer.put(mail("a").stored());
            writer.remove(elsewhere);
            writer.commit(Map.of());
        }
        try (View view = store().openView(WORK)) {
            assertThat(view.quarantined()).isEmpty();
        }
    }

    @Test
    default void refusesASecondWriterAndNamesTheFirst() throws StoreException {
        try (Writer first = store().openWriter(WORK)) {
            assertThat(first.marks()).isEmpty();
            String pid = String.valueOf(ProcessHandle.current().pid());
            assertThatThrownBy(() -> store().openWriter(WORK))
                    .isInstanceOf(StoreBusyException.class)
                    .hasMessageContainingAll("work", pid);
            assertThatThrownBy(() -> store().renew(WORK))
                    .isInstanceOf(StoreBusyException.class)
                    .hasMessageContaining(pid);
        }
        store().openWriter(WORK).close();
    }

    @Test
    default void showsTheOldUntilTheNewTakesOver() throws StoreException {
        commit(mail("a"), mail("b"));
        store().renew(WORK);
        try (Writer writer = store().openWriter(WORK)) {
            assertThat(writer.marks()).isEmpty();
            writer.put(mail("b").stored());
            writer.commit(Map.of("cursor", "1"));
        }
        assertThat(shown()).containsExactlyInAnyOrder("a", "b");
        try (Writer writer = store().openWriter(WORK)) {
            assertThat(writer.marks()).isEqualTo(Map.of("cursor", "1"));
            writer.put(mail("c").stored());
            writer.commit(Map.of("cursor", "2"));
            writer.takeOver();
        }
        assertThat(shown()).containsExactlyInAnyOrder("b", "c");
        try (View view = store().openView(WORK)) {
            assertThat(view.marks()).isEqualTo(Map.of("cursor", "2"));
        }
    }

    @Test
    default void renewsAnAccountAndNoOther() throws StoreException {
        AccountName other = new AccountName("other");
        commit(mail("a"));
        try (Writer writer = store().openWriter(other)) {
            writer.put(mail("b").stored());
            writer.commit(Map.of("cursor", "3"));
        }
        store().renew(WORK);
        store().renew(new AccountName("unknown"));
        try (Writer kept = store().openWriter(other);
                Writer unknown = store().openWriter(new AccountName("unknown"))) {
            assertThat(kept.marks()).isEqualTo(Map.of("cursor", "3"));
            assertThat(unknown.marks()).isEmpty();
        }
    }

    @Test
    default void renewingTwiceForgetsTheUnfinishedFirst() throws StoreException {
        commit(mail("a"));
        store().renew(WORK);
        commit(mail("b"));
        store().renew(WORK);
        assertThat(shown()).containsExactly("a");
        commit(mail("c"));
        try (Writer writer = store().openWriter(WORK)) {
            writer.takeOver();
        }
        assertThat(shown()).containsExactly("c");
    }

    private List<String> shown() throws StoreException {
        List<String> ids = new ArrayList<>();
        try (View view = store().openView(WORK)) {
            view.forEach(entry -> ids.add(entry.id().value()));
        }
        return ids;
    }

    @Test
    default void takesMailsFromManyThreads() throws Exception {
        try (Writer writer = store().openWriter(WORK);
                var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> puts = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                Mails each = mail("m" + i % 100).at("folder" + i / 100, "k" + i);
                puts.add(
                        threads.submit(() -> {
                            writer.put(each.stored());
                            return true;
                        }));
            }
            for (Future<?> put : puts) {
                put.get();
            }
            writer.commit(Map.of());
            try (View view = store().openView(WORK)) {
                assertThat(view.size()).isEqualTo(100);
                assertThat(view.folders())
                        .isEqualTo(
                                Map.of(
                                        "folder0", 100L, "folder1", 100L, "folder2", 100L,
                                        "folder3", 100L));
            }
        }
    }

    @Test
    default void holdsMailsOfAnyShape() throws StoreException {
        String lone = "half \ud83d of a pair, \0, \u202e and " + "x".repeat(40_000);
        commit(
                mail("a").about(lone).saying(lone).from(lone, lone + "@x.example").refersTo(lone),
                mail("b").at("f".repeat(2_000), "k".repeat(9_000)).with(Body.EMPTY).about(""));
        try (View view = store().openView(WORK)) {
            assertThat(view.size()).isEqualTo(2);
            assertThat(view.body(new MailId("a")).text()).hasSize(lone.length());
            assertThat(view.locations("f".repeat(2_000))).hasSize(1);
            assertThat(ids(view.related(List.of(new MessageId(lone + "@mail.example")))))
                    .containsExactly("a");
        }
    }

    @Test
    default void knowsWhichMailsLieInAFolder() throws StoreException {
        commit(mail("a"), mail("b"));
        try (View view = store().openView(WORK)) {
            String folder = view.folders().keySet().iterator().next();
            assertThat(view.mails(folder)).contains(new MailId("a"));
            assertThat(view.mails("no such folder")).isEmpty();
        }
    }
}
