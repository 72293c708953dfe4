package io.fraywatch.server.fake;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.analyze.Assessment.Level;
import io.fraywatch.analyze.Assessment.State;
import io.fraywatch.analyze.Assessment.Term;
import io.fraywatch.analyze.Norm;
import io.fraywatch.analyze.Signal;
import io.fraywatch.flags.FlagId;
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

import java.time.Duration;
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

/// Dana's practice on the morning of Tuesday 10 March 2026: one client gone silent, one curt, one
/// waiting for her, one well.
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
        Story harbor = harborLane();
        Story birch = birch();
        Story copper = copperfield();
        Story well =
                new Story(4, "Fenwick Foods", "Ines Fenwick", "Spring menu copy", spice)
                        .theyWrote(
                                "2026-03-09T10:00:00Z",
                                "Thank you, Dana, this reads beautifully.\nWe print on Friday.");
        stories = List.of(harbor, birch, copper, well);
        findings = List.of(silence(harbor), curt(birch), owed(copper));
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

    private Story harborLane() {
        return new Story(1, "Harbor Lane", "Priya Nair", "Q1 newsletter draft", spice)
                .theyWrote(
                        "2026-02-16T15:10:00Z",
                        "Hi Dana,\nCould you have the draft ready by Thursday?\nThanks, Priya")
                .weWrote(
                        "2026-02-19T16:00:00Z",
                        "Hi Priya,\nHere is the draft. I left two questions in the margin.")
                .weWrote(
                        "2026-02-25T15:00:00Z",
                        "Hi Priya, did you get a chance to look at the draft?")
                .weWrote(
                        "2026-03-03T15:30:00Z",
                        "Shall we talk for ten minutes on Thursday? I would like to get this"
                                + " right.");
    }

    private Story birch() {
        return new Story(2, "Birch & Co", "Tom Ellery", "Invoice 2026-014", spice)
                .weWrote(
                        "2026-03-06T09:00:00Z",
                        "Hi Tom,\nThe invoice for February is attached. Have a good weekend!")
                .theyWrote("2026-03-09T08:05:00Z", "Wrong amount. Fix it.");
    }

    private Story copperfield() {
        return new Story(3, "Copperfield Studio", "Maya Ortiz", "Booking the photographer", spice)
                .theyWrote(
                        "2026-03-06T17:20:00Z",
                        "Hello Dana,\n"
                                + "Are we still on for the 21st? I need to tell the photographer by"
                                + " Wednesday.\n"
                                + "Maya");
    }

    private Finding silence(Story story) {
        var quotes = List.of(story.quote(2, "did you get a chance to look at the draft?"));
        var signal =
                new Signal.ChasedInVain(
                        story.mail(3),
                        Instant.parse("2026-03-05T15:30:00Z"),
                        evidence(quotes),
                        3,
                        Duration.ofHours(104),
                        Duration.ofHours(36),
                        Duration.ofHours(18),
                        22,
                        0.08,
                        true);
        return finding(
                story,
                signal,
                State.THEY_OWE,
                82,
                Level.RED,
                List.of(
                        new Term("chasedInVain", 2.4),
                        new Term("longer than usual", 1.1),
                        new Term("warm history", -0.6)),
                new Finding.Reason(
                        signal,
                        "chasedInVain",
                        "Chased in vain",
                        "Three of your mails wait for an answer, the first for 13 business days;"
                                + " nine of ten of their answers come within 2.",
                        "Call rather than write. Say what you need in one sentence, and offer a way"
                                + " out.",
                        Map.of("unanswered", 3.0, "waiting", 374_400.0, "usual", 64_800.0),
                        quotes));
    }

    private Finding curt(Story story) {
        var quotes = List.of(story.quote(1, "Wrong amount. Fix it."));
        var signal =
                new Signal.CurtReply(
                        story.mail(1),
                        Instant.parse("2026-03-09T08:05:00Z"),
                        evidence(quotes),
                        4,
                        46,
                        List.of("greeting", "thanks"),
                        31,
                        5.2,
                        false);
        return finding(
                story,
                signal,
                State.I_OWE,
                55,
                Level.AMBER,
                List.of(new Term("curtReply", 1.7)),
                new Finding.Reason(
                        signal,
                        "curtReply",
                        "Unusually curt",
                        "4 words where they usually write 46, without the greeting and the thanks"
                                + " of their 31 earlier mails.",
                        "Own the mistake in the first line, send the corrected invoice with it, and"
                                + " ask nothing.",
                        Map.of("words", 4.0, "usualWords", 46.0),
                        quotes));
    }

    private Finding owed(Story story) {
        var quotes = List.of(story.quote(0, "Are we still on for the 21st?"));
        var signal =
                new Signal.WeOweAReply(
                        story.mail(0),
                        Instant.parse("2026-03-09T17:20:00Z"),
                        evidence(quotes),
                        Duration.ofHours(10),
                        Duration.ofHours(8));
        return finding(
                story,
                signal,
                State.I_OWE,
                41,
                Level.AMBER,
                List.of(new Term("weOweAReply", 1.2)),
                new Finding.Reason(
                        signal,
                        "weOweAReply",
                        "You owe an answer",
                        "Their question has waited since Friday; you give yourself 1 business day.",
                        "Answer today, even if only to say when the full answer comes.",
                        Map.of("waiting", 36_000.0, "allowed", 28_800.0),
                        quotes));
    }

    private static List<io.fraywatch.analyze.Evidence> evidence(List<Finding.Quote> quotes) {
        return quotes.stream().map(Finding.Quote::evidence).toList();
    }

    private static Finding finding(
            Story story,
            Signal signal,
            State state,
            int score,
            Level level,
            List<Term> terms,
            Finding.Reason reason) {
        return new Finding(
                FlagId.of(WORK, reason.kind(), signal.anchor()),
                WORK,
                story.opened().conversation(),
                new Assessment(
                        story.id(),
                        NOW,
                        state,
                        signal.since(),
                        score,
                        level,
                        terms,
                        List.of(signal),
                        List.of(
                                new Assessment.Miss(
                                        "goneQuiet",
                                        "Quiet for 4 business days; 10 would be a sign."))),
                Optional.of(Whereabouts.UNKNOWN),
                List.of(
                        new Norm(
                                reason.kind(),
                                "usually 46 words and a greeting 30 times of 31",
                                "this one 4 words, none",
                                true)),
                List.of(reason));
    }
}
