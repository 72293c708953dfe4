package io.fraywatch.sync;

import io.fraywatch.analyze.Thresholds;
import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.ClientDirectory;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.Nature;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.mail.Structure;
import io.fraywatch.source.SourceException;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.StoredMail;
import io.fraywatch.store.Writer;
import io.fraywatch.thread.Threader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A mailbox made up by chance: clients who ask, thank, complain, go curt, fall silent or are away,
/// and threads that a later mail joins. The same seed makes the same mails.
final class GeneratedMailbox {
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final Account ACCOUNT =
            new Account(
                    new AccountName("work"),
                    new Identity(Set.of("dana@reyes-va.example"), Set.of()),
                    () -> {
                        throw new SourceException(
                                SourceException.Kind.UNREACHABLE, "there is no mailbox", "", null);
                    });

    /// Thresholds under which much is told, and forgotten soon.
    static final Thresholds FORGETFUL =
            new Thresholds(
                    0,
                    new Thresholds.ChasedInVain(1, 1, 2),
                    new Thresholds.WeOweAReply(0.5, 75),
                    new Thresholds.CurtReply(8, 2),
                    new Thresholds.Statement(0.5),
                    new Thresholds.Statement(0.5),
                    new Thresholds.Statement(0.5),
                    new Thresholds.Statement(0.5),
                    new Thresholds.OwnMistake(0.6, 1),
                    new Thresholds.BrokenPromise(2),
                    new Thresholds.Chasing(2, 0.5),
                    new Thresholds.GoneQuiet(2, 3),
                    2,
                    3);

    private static final Address DANA = new Address("Dana Reyes", "dana@reyes-va.example");
    private static final List<ZoneId> WHERE =
            List.of(
                    ZoneId.of("America/Chicago"),
                    ZoneId.of("Asia/Tokyo"),
                    ZoneOffset.UTC,
                    ZoneId.of("Europe/Berlin"));
    private static final Instant MOVE = Instant.parse("2026-02-15T00:00:00Z");
    private static final TextReader READER = new TextReader();
    private static final List<String> THEIRS =
            List.of(
                    "Hi Dana,\n\nCould you send me the draft of the brochure by Friday? Thank you!\n\nBest,\nMaria",
                    "Hello Dana,\n\nThanks so much for the update, it looks wonderful to all of us here.\n\nWarm regards,\nMaria",
                    "Hi Dana,\n\nWhat do you think of the second layout? I would love to hear your view on the colours as well.\n\nThanks,\nMaria",
                    "Thanks, got it!",
                    "Send it again.",
                    "Noted.",
                    "Hi Dana,\n\nI am really disappointed with the last newsletter, this is not what we asked for.\n\nMaria",
                    "We will handle the bookings ourselves from here.",
                    "Hi Dana,\n\nHere are the pictures for the spring menu, as promised.\n\nBest,\nMaria");
    private static final List<String> OURS =
            List.of(
                    "Hi Maria,\n\nHere is the draft. Could you tell me whether the prices are right?\n\nBest,\nDana",
                    "Hi Maria,\n\nJust following up on this: did you have a chance to look?\n\nBest,\nDana",
                    "Hi Maria,\n\nThank you, that is all I need.\n\nBest,\nDana",
                    "Hi Maria,\n\nI will send you the numbers tomorrow.\n\nBest,\nDana");
    private static final Map<String, byte[]> FEATURES = new HashMap<>();

    private final Random random;
    private final Instant start;
    private final Instant end;
    private final int clients;
    private final List<StoredMail> mails = new ArrayList<>();

    private GeneratedMailbox(long seed, int clients, Instant start, Instant end) {
        this.random = new Random(seed);
        this.clients = clients;
        this.start = start;
        this.end = end;
    }

    /// @param count about how many mails
    static List<StoredMail> mails(long seed, int count, int clients, Instant start, Instant end) {
        GeneratedMailbox mailbox = new GeneratedMailbox(seed, clients, start, end);
        while (mailbox.mails.size() < count) {
            mailbox.converse();
        }
        return mailbox.mails;
    }

    static Policy policy() {
        return policy(Thresholds.DEFAULTS);
    }

    static Policy policy(Thresholds thresholds) {
        return new Policy(
                new ClientDirectory(List.of(), true),
                person -> thresholds,
                Calendars.officeHours(ZONE),
                ZONE);
    }

    /// Keeps mails as a pass over a mailbox would.
    static void keep(MailStore store, List<StoredMail> mails) throws StoreException {
        try (Writer writer = store.openWriter(ACCOUNT.name())) {
            for (StoredMail mail : mails) {
                writer.put(mail);
            }
            List<Message> messages = mails.stream().map(GeneratedMailbox::message).toList();
            Map<MailId, ConversationId> places = new HashMap<>();
            new Threader(ACCOUNT.identity())
                    .thread(messages)
                    .forEach(thread ->
                            thread.entries()
                                    .forEach(entry ->
                                            places.put(entry.message().id(), thread.id())));
            writer.place(places);
            writer.commit(Map.of());
        }
    }

    private static Message message(StoredMail mail) {
        return new Message(
                mail.id(),
                mail.sentAt(),
                mail.mail().headers(),
                mail.mail().nature(),
                Direction.OTHER);
    }

    private void converse() {
        Address client = address(random.nextInt(clients));
        Address other = address(random.nextInt(clients));
        Instant at = start.plusSeconds((long) (random.nextDouble() * seconds()));
        int length = 1 + random.nextInt(7);
        boolean theirs = random.nextBoolean();
        List<String> thread = new ArrayList<>();
        for (int i = 0; i < length && at.isBefore(end); i++) {
            Address to = i == 0 && random.nextInt(8) == 0 ? other : client;
            MessageKind kind =
                    theirs && random.nextInt(20) == 0
                            ? MessageKind.OUT_OF_OFFICE
                            : MessageKind.PERSON;
            thread.add(write(theirs ? client : DANA, theirs ? DANA : to, at, thread, kind));
            theirs = random.nextInt(3) == 0 ? theirs : !theirs;
            at = at.plus(gap());
        }
        if (random.nextInt(25) == 0 && mails.size() > length && at.isBefore(end)) {
            String elsewhere = mails.get(random.nextInt(mails.size())).id().value();
            thread.add(elsewhere);
            write(client, DANA, at, thread, MessageKind.PERSON);
        }
    }

    private long seconds() {
        return Duration.between(start, end).toSeconds();
    }

    private Duration gap() {
        double hours = Math.exp(2.2 + 1.6 * random.nextGaussian());
        return Duration.ofSeconds((long) (Math.clamp(hours, 0.05, 2_000) * 3_600));
    }

    private static Address address(int number) {
        return new Address("Maria " + number, "maria@client" + number + ".example");
    }

    /// Where an author is: Dana at home, her clients all over the world; some of them move.
    private static ZoneId zone(Address from, Instant at) {
        if (from.equals(DANA)) {
            return ZONE;
        }
        int where = Math.floorMod(from.address().hashCode(), WHERE.size() + 1);
        boolean moved = where == WHERE.size() && at.isAfter(MOVE);
        return WHERE.get(moved ? 0 : Math.min(where, WHERE.size() - 1));
    }

    private String write(
            Address from, Address to, Instant at, List<String> thread, MessageKind kind) {
        String id = "m" + mails.size();
        List<String> texts = from.equals(DANA) ? OURS : THEIRS;
        String text = texts.get(random.nextInt(texts.size()));
        List<MessageId> references =
                thread.stream().map(each -> new MessageId(each + "@generated.example")).toList();
        Headers headers =
                new Headers(
                        Optional.of(new MessageId(id + "@generated.example")),
                        references.isEmpty() ? List.of() : List.of(references.getLast()),
                        references,
                        Optional.of(at.atZone(zone(from, at)).toOffsetDateTime()),
                        Optional.of(from),
                        List.of(from),
                        List.of(to),
                        List.of(),
                        "Matter " + (thread.isEmpty() ? id : thread.getFirst()),
                        Optional.empty(),
                        List.of());
        Body body = Body.ofNewText(text);
        ParsedMail parsed =
                new ParsedMail(
                        headers, Nature.of(kind), body, List.of(), Structure.NONE, List.of());
        byte[] features = FEATURES.computeIfAbsent(text, t -> READER.read(t).encode());
        mails.add(
                new StoredMail(
                        new MailId(id),
                        new Location("INBOX", "1:" + mails.size()),
                        at,
                        text.length(),
                        parsed,
                        features));
        return id;
    }
}
