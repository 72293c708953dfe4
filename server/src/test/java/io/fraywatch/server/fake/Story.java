package io.fraywatch.server.fake;

import io.fraywatch.analyze.Evidence;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Attachment;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Link;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.Nature;
import io.fraywatch.mail.Zone;
import io.fraywatch.mail.ZoneType;
import io.fraywatch.sync.Desk;
import io.fraywatch.sync.Finding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Tells one conversation, mail by mail.
public final class Story {
    private static final Address DANA = new Address("Dana Reyes", "dana@reyes-va.example");

    private final long id;
    private final Client client;
    private final Address person;
    private final String subject;
    private final UnaryOperator<String> spice;
    private final List<Conversation.Entry> entries = new ArrayList<>();
    private final List<Desk.Page> pages = new ArrayList<>();

    /// @param spice what is done to every text that a sender could have written
    public Story(
            long id,
            String clientName,
            String personName,
            String subject,
            UnaryOperator<String> spice) {
        String domain =
                clientName.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "") + ".example";
        this.id = id;
        this.spice = spice;
        this.subject = spice.apply(subject);
        this.client =
                new Client(
                        new ClientId(domain.replace(".example", "")),
                        spice.apply(clientName),
                        Set.of(domain),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty());
        this.person =
                new Address(
                        spice.apply(personName),
                        personName.toLowerCase(java.util.Locale.ROOT).split(" ", -1)[0]
                                + "@"
                                + domain);
    }

    public Story theyWrote(String at, String text) {
        return mail(at, person, DANA, Direction.FROM_CLIENT, text);
    }

    public Story weWrote(String at, String text) {
        return mail(at, DANA, person, Direction.FROM_US, text);
    }

    public ConversationId id() {
        return new ConversationId(id);
    }

    public Desk.Opened opened() {
        return new Desk.Opened(
                new AccountName("work"),
                new Conversation(id(), Optional.of(client), entries),
                pages);
    }

    /// The mail written as the `number`th, from 0.
    public MailId mail(int number) {
        return pages.get(number).id();
    }

    /// The given words of a mail, as evidence.
    public Finding.Quote quote(int number, String words) {
        String text = pages.get(number).body().newText();
        int start = text.indexOf(words);
        if (start < 0) {
            throw new IllegalArgumentException("mail " + number + " doesn't say '" + words + "'");
        }
        return new Finding.Quote(
                new Evidence(mail(number), start, start + words.length()),
                "m" + number + "." + id + "@mail.example",
                spice.apply(words));
    }

    private Story mail(String at, Address from, Address to, Direction direction, String text) {
        int number = entries.size();
        MailId mail = new MailId("mail-" + id + "-" + number);
        Instant sentAt = Instant.parse(at);
        Headers headers =
                new Headers(
                        Optional.of(new MessageId("m" + number + "." + id + "@mail.example")),
                        List.of(),
                        List.of(),
                        Optional.of(sentAt.atOffset(ZoneOffset.UTC)),
                        Optional.of(from),
                        List.of(from),
                        List.of(to),
                        List.of(),
                        number == 0 ? subject : "Re: " + subject,
                        Optional.empty(),
                        List.of());
        entries.add(
                new Conversation.Entry(
                        new Message(mail, sentAt, headers, Nature.PERSON, direction),
                        number == 0 ? Optional.empty() : Optional.of(mail(number - 1)),
                        number == 0 ? Link.ROOT : Link.REFERENCE));
        pages.add(new Desk.Page(mail, body(text), files(number), List.of()));
        return this;
    }

    private Body body(String text) {
        String own = text + "\n";
        if (pages.isEmpty()) {
            return Body.ofNewText(spice.apply(own));
        }
        String quote =
                spice.apply("> " + pages.getLast().body().newText().replace("\n", "\n> ") + "\n");
        String whole = spice.apply(own);
        return new Body(
                whole + quote,
                List.of(
                        new Zone(ZoneType.NEW, 0, whole.length()),
                        new Zone(ZoneType.QUOTE, whole.length(), whole.length() + quote.length())));
    }

    private List<Attachment> files(int number) {
        return number == 0
                ? List.of(new Attachment(spice.apply("brief.pdf"), "application/pdf", 48_213))
                : List.of();
    }
}
