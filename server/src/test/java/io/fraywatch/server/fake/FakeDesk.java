package io.fraywatch.server.fake;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import io.fraywatch.people.OwnAddress;
import io.fraywatch.people.Suggestion;
import io.fraywatch.people.Whereabouts;
import io.fraywatch.query.QueryException;
import io.fraywatch.store.Entry;
import io.fraywatch.store.Hits;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Desk;
import io.fraywatch.sync.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What the application learns of Dana's [Practice], and what becomes of it when it is told to
/// fail.
public final class FakeDesk implements Desk {
    /// The morning all is told from.
    public static final Instant NOW = Instant.parse("2026-03-10T11:00:00Z");

    private static final AccountName WORK = new AccountName("work");

    private final UnaryOperator<String> spice;
    private final List<Story> stories;
    private final List<Finding> findings;
    private final Set<MessageId> delivered = new HashSet<>();
    private final Set<String> named = new HashSet<>(Set.of("harborlane"));
    private boolean broken;
    private boolean deaf;

    public FakeDesk() {
        this(UnaryOperator.identity());
    }

    /// @param spice what is done to every text that a sender could have written
    public FakeDesk(UnaryOperator<String> spice) {
        this.spice = spice;
        Practice practice = new Practice(spice);
        stories = practice.stories();
        findings = practice.findings();
    }

    /// From now on this mail lies in the mailbox.
    public void deliverDigest(MessageId message) {
        delivered.add(message);
    }

    /// From now on the user has named this client, unless the desk is deaf to it.
    public void named(String client) {
        if (!deaf) {
            named.add(client);
        }
    }

    /// From now on what the user writes down holds only from the next start.
    public void deafen() {
        deaf = true;
    }

    /// From now on every question fails as a damaged index does.
    public void breakDown() {
        broken = true;
    }

    @Override
    public List<Finding> findings(Instant asOf, boolean all) throws StoreException {
        check();
        return findings.stream()
                .filter(finding -> !finding.assessment().since().isAfter(asOf))
                .toList();
    }

    @Override
    public Optional<Finding> explain(ConversationId conversation, Instant asOf)
            throws StoreException {
        return findings(asOf, true).stream()
                .filter(finding -> finding.conversation().id().equals(conversation))
                .findFirst();
    }

    @Override
    public Optional<ConversationId> conversationOf(MessageId message) throws StoreException {
        check();
        return delivered.contains(message) ? Optional.of(new ConversationId(99)) : Optional.empty();
    }

    @Override
    public void conversations(Consumer<Listed> each) throws StoreException {
        check();
        stories.forEach(story -> each.accept(new Listed(WORK, story.opened().conversation())));
    }

    @Override
    public Optional<Opened> open(ConversationId conversation) throws StoreException {
        check();
        return stories.stream()
                .filter(story -> story.id().equals(conversation))
                .map(Story::opened)
                .findFirst();
    }

    @Override
    public Found search(String text, Hits.Sort sort, int offset, int limit)
            throws QueryException, StoreException {
        check();
        if (text.endsWith(":")) {
            throw new QueryException(
                    "Nothing stands behind '"
                            + text
                            + "'; write a name or an address there (at character "
                            + (text.length() + 1)
                            + ")",
                    text.length());
        }
        String word = text.toLowerCase(Locale.ROOT);
        List<FoundMail> found = new ArrayList<>();
        for (Story story : stories) {
            Opened opened = story.opened();
            for (int i = 0; i < opened.pages().size(); i++) {
                String body = opened.pages().get(i).body().newText();
                if (body.toLowerCase(Locale.ROOT).contains(word)) {
                    found.add(hit(opened, i, body, word));
                }
            }
        }
        found.sort(
                Comparator.comparing((FoundMail mail) -> mail.hit().entry().sentAt()).reversed());
        return new Found(found.size(), true, found.stream().skip(offset).limit(limit).toList());
    }

    @Override
    public List<Suggestion> clients(Instant asOf) throws StoreException {
        check();
        return List.of(
                suggestion("harborlane", "Harbor Lane", 92),
                suggestion("fenwick", "Fenwick Foods", 71),
                suggestion("lowell", "Beatrix Lowell", 48));
    }

    private Suggestion suggestion(String id, String name, int score) {
        return new Suggestion(
                new Client(
                        new ClientId(id),
                        spice.apply(name),
                        Set.of(id + ".example"),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty()),
                named.contains(id),
                score,
                "31 mails both ways since January, last one 3 days ago; asks you things",
                18,
                13,
                Optional.of(Instant.parse("2026-01-12T09:00:00Z")),
                Optional.of(Instant.parse("2026-03-07T09:00:00Z")),
                Whereabouts.UNKNOWN);
    }

    @Override
    public Map<AccountName, List<OwnAddress>> ownAddresses() throws StoreException {
        check();
        return Map.of(WORK, List.of());
    }

    @Override
    public List<Stats> stats() throws StoreException {
        check();
        long mails = stories.stream().mapToLong(story -> story.opened().pages().size()).sum();
        return List.of(
                new Stats(
                        WORK,
                        mails,
                        stories.size(),
                        90_000,
                        Optional.of(Instant.parse("2026-01-12T09:00:00Z")),
                        Optional.of(Instant.parse("2026-03-10T10:41:00Z")),
                        Map.of("person", mails),
                        Map.of("en", mails),
                        Map.of("INBOX", mails),
                        0));
    }

    private void check() throws StoreException {
        if (broken) {
            throw new StoreException(
                    "The index of account work is damaged; run `fraywatch rebuild`.", null);
        }
    }

    private static FoundMail hit(Opened opened, int number, String body, String word) {
        Message message = opened.conversation().entries().get(number).message();
        Entry entry =
                new Entry(
                        message.id(),
                        opened.conversation().id(),
                        message.sentAt(),
                        2_000,
                        message.headers(),
                        message.nature(),
                        new byte[0]);
        int start = body.toLowerCase(Locale.ROOT).indexOf(word);
        return new FoundMail(
                WORK,
                opened.conversation().client(),
                new Hits.Hit(
                        entry,
                        1.5,
                        body,
                        List.of(
                                new Hits.Highlight(
                                        Hits.Field.SNIPPET, start, start + word.length()))));
    }
}
