package io.fraywatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Decision;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.StoredMail;
import io.fraywatch.store.View;
import io.fraywatch.store.Writer;
import io.fraywatch.store.lucene.LuceneStore;
import io.fraywatch.thread.Threader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadingTest {
    private static final Identity US = new Identity(Set.of("me@us.example"), Set.of());
    private static final int ROUNDS = 30;

    @TempDir private Path folder;

    @Test
    void anyOrderOfArrivalGivesTheSameConversations() throws StoreException {
        try (MailStore store = new LuceneStore(folder, Duration.ofSeconds(5))) {
            for (int seed = 0; seed < ROUNDS; seed++) {
                Random random = new Random(seed);
                List<StoredMail> mails =
                        new ArrayList<>(RandomMail.some(random, 2 + random.nextInt(40)));
                Map<MailId, ConversationId> expected = atOnce(mails, List.of());
                Collections.shuffle(mails, random);
                assertThat(inBatches(store, seed, mails, List.of(), random))
                        .as("seed %d", seed)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void decisionsHoldWhateverTheOrderOfArrival() throws StoreException {
        try (MailStore store = new LuceneStore(folder, Duration.ofSeconds(5))) {
            for (int seed = 0; seed < ROUNDS; seed++) {
                Random random = new Random(seed);
                List<StoredMail> mails =
                        new ArrayList<>(RandomMail.some(random, 2 + random.nextInt(40)));
                List<Decision> decisions = decisions(random, mails.size());
                Map<MailId, ConversationId> expected = atOnce(mails, decisions);
                Collections.shuffle(mails, random);
                assertThat(inBatches(store, seed, mails, decisions, random))
                        .as("seed %d, %s", seed, decisions)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void decisionsMadeAndUndoneLaterComeToTheSame() throws StoreException {
        try (MailStore store = new LuceneStore(folder, Duration.ofSeconds(5))) {
            for (int seed = 0; seed < ROUNDS; seed++) {
                Random random = new Random(seed);
                List<StoredMail> mails = RandomMail.some(random, 2 + random.nextInt(40));
                List<Decision> before = decisions(random, mails.size());
                List<Decision> after = decisions(random, mails.size());
                Map<MailId, ConversationId> rearranged;
                try (Writer writer = store.openWriter(account(seed))) {
                    inBatches(writer, mails, before, random);
                    try (View view = writer.view()) {
                        Threading threading = new Threading(US, after);
                        writer.place(threading.rearrange(named(before, after), view));
                    }
                    rearranged = stored(writer);
                }
                assertThat(rearranged)
                        .as("seed %d, %s, then %s", seed, before, after)
                        .isEqualTo(atOnce(mails, after));
            }
        }
    }

    private static Set<MailId> named(List<Decision> before, List<Decision> after) {
        Set<MailId> named = new HashSet<>();
        for (List<Decision> decisions : List.of(before, after)) {
            decisions.forEach(decision -> named.addAll(decision.mails()));
        }
        return named;
    }

    private static List<Decision> decisions(Random random, int mails) {
        List<Decision> decisions = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            int one = random.nextInt(mails);
            int other = random.nextInt(mails);
            decisions.add(
                    one == other || random.nextInt(3) > 0
                            ? new Decision.Split(new MailId("m" + one))
                            : new Decision.Merge(new MailId("m" + one), new MailId("m" + other)));
        }
        return decisions;
    }

    private static AccountName account(int seed) {
        return new AccountName("box" + seed);
    }

    private static Map<MailId, ConversationId> atOnce(
            List<StoredMail> mails, List<Decision> decisions) {
        Map<MailId, ConversationId> all = new TreeMap<>();
        new Threader(US, decisions)
                .thread(mails.stream().map(StoredMail::message).toList())
                .forEach(thread ->
                        thread.entries()
                                .forEach(entry -> all.put(entry.message().id(), thread.id())));
        return all;
    }

    private static Map<MailId, ConversationId> inBatches(
            MailStore store,
            int seed,
            List<StoredMail> mails,
            List<Decision> decisions,
            Random random)
            throws StoreException {
        try (Writer writer = store.openWriter(account(seed))) {
            inBatches(writer, mails, decisions, random);
            return stored(writer);
        }
    }

    private static void inBatches(
            Writer writer, List<StoredMail> mails, List<Decision> decisions, Random random)
            throws StoreException {
        Threading threading = new Threading(US, decisions);
        for (int from = 0; from < mails.size(); ) {
            int to = Math.min(mails.size(), from + 1 + random.nextInt(8));
            List<Message> batch = new ArrayList<>();
            for (StoredMail mail : mails.subList(from, to)) {
                writer.put(mail);
                batch.add(mail.message());
            }
            try (View view = writer.view()) {
                writer.place(threading.place(batch, view));
            }
            from = to;
        }
    }

    private static Map<MailId, ConversationId> stored(Writer writer) throws StoreException {
        Map<MailId, ConversationId> stored = new TreeMap<>();
        try (View view = writer.view()) {
            view.forEach(entry -> stored.put(entry.id(), entry.conversation()));
        }
        return stored;
    }
}
