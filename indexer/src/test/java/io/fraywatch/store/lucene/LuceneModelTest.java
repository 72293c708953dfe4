package io.fraywatch.store.lucene;

import static io.fraywatch.store.Mails.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.store.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The store beside a plain map through the same random doings, with commits and losses in between.
class LuceneModelTest {
    private static final AccountName WORK = new AccountName("work");

    @TempDir private Path root;

    /// What there should be.
    private static final class Model {
        final Map<Location, String> places = new HashMap<>();
        final Map<String, Long> conversations = new HashMap<>();
        final Map<Location, String> notes = new HashMap<>();

        Model copy() {
            Model copy = new Model();
            copy.places.putAll(places);
            copy.conversations.putAll(conversations);
            copy.notes.putAll(notes);
            return copy;
        }

        void forgetWhatLiesNowhere() {
            conversations.keySet().removeIf(id -> !places.containsValue(id));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void holdsWhatAMapWouldHold(int seed) throws StoreException {
        Random random = new Random(seed);
        LuceneStore store = new LuceneStore(root, Duration.ofSeconds(10));
        Model committed = new Model();
        for (int round = 0; round < 6; round++) {
            Model now = committed.copy();
            try (Writer writer = store.openWriter(WORK)) {
                for (int step = random.nextInt(60); step > 0; step--) {
                    doSomething(random, writer, now);
                    if (random.nextInt(25) == 0) {
                        writer.commit(Map.of("round", String.valueOf(round)));
                        committed = now.copy();
                    }
                }
                try (View view = writer.view()) {
                    compare(view, now, seed);
                }
            }
            try (View view = store.openView(WORK)) {
                compare(view, committed, seed);
            }
        }
    }

    private static void doSomething(Random random, Writer writer, Model model)
            throws StoreException {
        String id = "m" + random.nextInt(12);
        Location location = new Location("folder" + random.nextInt(3), "k" + random.nextInt(8));
        switch (random.nextInt(8)) {
            case 0 -> {
                String held = model.places.remove(location);
                boolean last = held != null && !model.places.containsValue(held);
                model.notes.remove(location);
                assertThat(writer.remove(location)).isEqualTo(last);
            }
            case 1 -> {
                if (model.conversations.containsKey(id)) {
                    long conversation = random.nextLong();
                    model.conversations.put(id, conversation);
                    writer.place(Map.of(new MailId(id), new ConversationId(conversation)));
                }
            }
            case 2 -> {
                model.notes.put(location, "reason " + id);
                writer.quarantine(location, "reason " + id);
            }
            default -> {
                model.places.put(location, id);
                model.notes.remove(location);
                writer.put(mail(id).at(location.folder(), location.key()).stored());
                if (model.conversations.putIfAbsent(id, 7L) == null) {
                    writer.place(Map.of(new MailId(id), new ConversationId(7)));
                }
            }
        }
        model.forgetWhatLiesNowhere();
    }

    private static void compare(View view, Model model, int seed) throws StoreException {
        Map<String, Long> conversations = new HashMap<>();
        view.forEach(entry -> conversations.put(entry.id().value(), entry.conversation().value()));
        assertThat(conversations).as("seed %d", seed).isEqualTo(model.conversations);
        assertThat(view.size()).as("seed %d", seed).isEqualTo(model.conversations.size());
        assertThat(view.quarantined()).as("seed %d", seed).isEqualTo(model.notes);
        for (String folder : new String[] {"folder0", "folder1", "folder2"}) {
            assertThat(view.locations(folder).keySet())
                    .as("seed %d", seed)
                    .isEqualTo(
                            model.places.keySet().stream()
                                    .filter(each -> each.folder().equals(folder))
                                    .collect(Collectors.toSet()));
        }
    }
}
