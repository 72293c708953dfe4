package io.fraywatch.analyze;

import io.fraywatch.analyze.text.TextFeatures;
import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.Bounce;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Invitation;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.Nature;
import io.fraywatch.mail.Note;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells a conversation mail by mail; it begins on Monday, 5 January 2026, at 10:00 in New York,
/// where both sides work.
final class Story {
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final WorkCalendar OFFICE = WorkCalendar.officeHours(ZONE);
    static final Instant MONDAY_AT_TEN = Instant.parse("2026-01-05T15:00:00Z");

    private static final TextReader READER = new TextReader();
    private static final Address DANA = new Address("Dana Reyes", "dana@reyes-va.example");
    private static final Address SAM = Address.of("sam@reyes-va.example");
    private static final Address MARIA = new Address("Maria Voss", "maria@harborlane.example");
    private static final Address PETE = Address.of("pete@harborlane.example");
    private static final Address PRINTER = Address.of("orders@printer.example");
    static final Identity US =
            new Identity(Set.of("dana@reyes-va.example"), Set.of("reyes-va.example"));
    static final Client HARBOR_LANE =
            new Client(
                    new ClientId("harborlane"),
                    "Harbor Lane",
                    Set.of("harborlane.example"),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty());

    private final long id;
    private final List<Turn> turns = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private Instant now = MONDAY_AT_TEN;
    private String subject = "Newsletter";
    private List<MessageId> answers = List.of();
    private Optional<LocalDate> promisedDay = Optional.empty();

    private Story(long id) {
        this.id = id;
    }

    static Story aConversation() {
        return new Story(1);
    }

    static Story conversation(long id, Instant start) {
        Story story = new Story(id);
        story.now = start;
        return story;
    }

    /// What the mails from here on are about.
    Story about(String matter) {
        this.subject = matter;
        return this;
    }

    /// The next mail answers an earlier one.
    Story answering(int index) {
        this.answers = turns.get(index).message().headers().messageId().stream().toList();
        return this;
    }

    /// The next mail promises something by a day.
    Story promisingBy(LocalDate day) {
        this.promisedDay = Optional.of(day);
        return this;
    }

    Story clientWrote(String text) {
        return add(
                MARIA, List.of(DANA), List.of(), Direction.FROM_CLIENT, MessageKind.PERSON, text);
    }

    Story clientWroteCopyingUs(String text) {
        return add(
                MARIA,
                List.of(PRINTER),
                List.of(DANA),
                Direction.FROM_CLIENT,
                MessageKind.PERSON,
                text);
    }

    Story weSpoke() {
        return note(Optional.empty());
    }

    Story pausedUntil(LocalDate day) {
        return note(Optional.of(day));
    }

    private Story note(Optional<LocalDate> until) {
        notes.add(
                new Note(
                        notes.size() + 1L,
                        turns.getLast().message().id(),
                        new ConversationId(id),
                        now,
                        "spoke by phone",
                        until));
        return this;
    }

    /// From an address that nobody put on the client's list.
    Story clientWroteFromHome(String text) {
        return add(
                new Address("Voss, Maria", "mvoss@home.example"),
                List.of(DANA),
                List.of(),
                Direction.OTHER,
                MessageKind.PERSON,
                text);
    }

    Story clientsColleagueWrote(String text) {
        return add(PETE, List.of(DANA), List.of(), Direction.FROM_CLIENT, MessageKind.PERSON, text);
    }

    Story weWrote(String text) {
        return add(DANA, List.of(MARIA), List.of(), Direction.FROM_US, MessageKind.PERSON, text);
    }

    Story ourColleagueWrote(String text) {
        return add(SAM, List.of(MARIA), List.of(DANA), Direction.FROM_US, MessageKind.PERSON, text);
    }

    Story weWroteToOurColleague(String text) {
        return add(DANA, List.of(SAM), List.of(), Direction.FROM_US, MessageKind.PERSON, text);
    }

    Story weWroteToThePrinter(String text) {
        return add(DANA, List.of(PRINTER), List.of(), Direction.FROM_US, MessageKind.PERSON, text);
    }

    Story aThirdPartyWrote(String text) {
        return add(PRINTER, List.of(DANA), List.of(), Direction.OTHER, MessageKind.PERSON, text);
    }

    Story aThirdPartyWroteToTheClient(String text) {
        return add(
                PRINTER, List.of(MARIA), List.of(DANA), Direction.OTHER, MessageKind.PERSON, text);
    }

    Story clientWroteCopying(Address copied, String text) {
        return add(
                MARIA,
                List.of(DANA),
                List.of(copied),
                Direction.FROM_CLIENT,
                MessageKind.PERSON,
                text);
    }

    Story clientWroteToMany(String text) {
        return add(
                MARIA,
                List.of(
                        DANA,
                        SAM,
                        PRINTER,
                        PETE,
                        Address.of("a@x.example"),
                        Address.of("b@x.example")),
                List.of(),
                Direction.FROM_CLIENT,
                MessageKind.PERSON,
                text);
    }

    Story clientAcceptedTheInvitation() {
        return add(
                MARIA,
                List.of(DANA),
                List.of(),
                Direction.FROM_CLIENT,
                Nature.calendar(
                        Optional.of(
                                new Invitation(
                                        Invitation.Method.REPLY,
                                        "call-1",
                                        Optional.empty(),
                                        List.of(
                                                new Invitation.Answer(
                                                        MARIA, Invitation.Status.ACCEPTED))))),
                "Accepted: Call");
    }

    Story clientSent(MessageKind kind, String text) {
        return add(MARIA, List.of(DANA), List.of(), Direction.FROM_CLIENT, kind, text);
    }

    Story clientIsAwayUntil(LocalDate back) {
        return add(
                MARIA,
                List.of(DANA),
                List.of(),
                Direction.FROM_CLIENT,
                Nature.outOfOffice(Optional.of(back)),
                "I am out of office.");
    }

    Story ourMailCameBack() {
        return add(
                Address.of("mailer-daemon@harborlane.example"),
                List.of(DANA),
                List.of(),
                Direction.OTHER,
                MessageKind.BOUNCE,
                "User unknown");
    }

    Story ourMailCameBackFrom(Address failed) {
        return add(
                Address.of("mailer-daemon@reyes-va.example"),
                List.of(DANA),
                List.of(),
                Direction.FROM_US,
                Nature.bounce(
                        new Bounce(Bounce.Severity.HARD, List.of(failed), Optional.empty(), "550")),
                "User unknown");
    }

    /// The last mail again, as a list hands it on.
    Story withACopyOfTheLastMail() {
        Message last = turns.getLast().message();
        Message copy =
                new Message(
                        new MailId("copy-of-" + last.id()),
                        last.sentAt(),
                        last.headers(),
                        last.nature(),
                        last.direction());
        turns.add(new Turn(copy, turns.getLast().text()));
        return this;
    }

    Story after(Duration time) {
        now = now.plus(time);
        return this;
    }

    Story afterDays(int days) {
        return after(Duration.ofDays(days));
    }

    Story afterHours(int hours) {
        return after(Duration.ofHours(hours));
    }

    private Story add(
            Address from,
            List<Address> to,
            List<Address> cc,
            Direction direction,
            MessageKind kind,
            String text) {
        return add(from, to, cc, direction, Nature.of(kind), text);
    }

    private Story add(
            Address from,
            List<Address> to,
            List<Address> cc,
            Direction direction,
            Nature nature,
            String text) {
        String name = id + "-" + turns.size();
        Headers headers =
                new Headers(
                        Optional.of(new MessageId(name + "@mail.example")),
                        answers,
                        List.of(),
                        Optional.of(now.atOffset(ZoneOffset.UTC)),
                        Optional.of(from),
                        List.of(from),
                        to,
                        cc,
                        subject,
                        Optional.empty(),
                        List.of());
        Message message = new Message(new MailId(name), now, headers, nature, direction);
        turns.add(new Turn(message, features(text)));
        answers = List.of();
        promisedDay = Optional.empty();
        return this;
    }

    private TextFeatures features(String text) {
        TextFeatures read = READER.read(Body.ofNewText(text), Optional.empty());
        return promisedDay.isEmpty()
                ? read
                : new TextFeatures(
                        read.words(),
                        read.shown(),
                        read.politeness(),
                        read.formality(),
                        read.language(),
                        promisedDay,
                        read.sentences());
    }

    Instant now() {
        return now;
    }

    MailId mail(int index) {
        return turns.get(index).message().id();
    }

    Case build() {
        return new Case(new ConversationId(id), Optional.of(HARBOR_LANE), turns, notes);
    }

    static Setting setting() {
        return new Setting(US, Thresholds.DEFAULTS, OFFICE, OFFICE);
    }

    /// Judged now, by itself.
    Assessment judged() {
        return judgedAt(now);
    }

    Assessment judgedAt(Instant asOf) {
        return judgedAmong(List.of(), asOf);
    }

    /// Judged by the norm that these other conversations and this one show.
    Assessment judgedAmong(List<Case> others, Instant asOf) {
        List<Case> all = new ArrayList<>(others);
        all.add(build());
        return new Analyzer().assess(build(), Baseline.of(all, US, OFFICE), setting(), asOf);
    }

    /// What is usual for the client by these other conversations and this one, beside this one.
    List<Norm> normsAmong(List<Case> others, Instant asOf) {
        List<Case> all = new ArrayList<>(others);
        all.add(build());
        return new Analyzer().norms(build(), Baseline.of(all, US, OFFICE), setting(), asOf);
    }
}
