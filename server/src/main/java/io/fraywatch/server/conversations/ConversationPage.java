package io.fraywatch.server.conversations;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.analyze.Evidence;
import io.fraywatch.analyze.MeasuredPrecision;
import io.fraywatch.analyze.Norm;
import io.fraywatch.flags.Decided;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.Decision;
import io.fraywatch.mail.Link;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.Note;
import io.fraywatch.people.Whereabouts;
import io.fraywatch.server.web.Words;
import io.fraywatch.sync.Desk;
import io.fraywatch.sync.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the page of one conversation shows.
///
/// @param standing whose turn it is and since when, in words; empty when there is nothing to say
/// @param hours when the client works, in words; empty when it is nobody's
/// @param norms what is usual for the client beside what is here, where no cause tells it
public record ConversationPage(
        String id,
        String subject,
        String client,
        String summary,
        String level,
        int score,
        String standing,
        String hours,
        List<String> norms,
        List<Cause> causes,
        Chart chart,
        List<Assessment.Miss> misses,
        List<Ruling> rulings,
        List<Noted> notes,
        List<Mail> mails) {
    /// What the user wrote about it by hand, and when that was.
    public record Noted(long number, String date, String text) {}

    /// Something that the user decided about it.
    public record Ruling(long number, String text) {}

    /// One thing that goes wrong.
    ///
    /// @param flag its id, for what the user says of it
    /// @param norm what is usual for the client beside what is here; empty where its kind has none
    /// @param unless what would have to differ for it not to hold
    /// @param sureness how often its rule was right, as measured
    public record Cause(
            String flag,
            String title,
            String why,
            String advice,
            String norm,
            String unless,
            String sureness,
            String since,
            List<Quoted> quotes) {}

    /// A sentence it rests on, and the mail it is from.
    public record Quoted(String mail, String text) {}

    /// One mail.
    ///
    /// @param side `us`, `client` or `other`: who wrote it
    /// @param note what else is to be known of it; empty mostly
    /// @param guess why it is here, where that is only a guess; empty mostly
    /// @param movable whether it may go elsewhere; the first mail may not
    public record Mail(
            String id,
            String from,
            String to,
            String side,
            String date,
            String dateIso,
            String note,
            String guess,
            boolean movable,
            List<Passages.Passage> passages,
            List<String> files,
            List<String> problems) {}

    static ConversationPage of(
            Desk.Opened opened, Optional<Finding> finding, List<Decided> decided, Words words) {
        Conversation conversation = opened.conversation();
        List<Finding.Reason> reasons = finding.map(Finding::reasons).orElse(List.of());
        Optional<Assessment> assessment = finding.map(Finding::assessment);
        return new ConversationPage(
                conversation.id().toString(),
                conversation.subject(),
                conversation.client().map(Client::name).orElse("No client"),
                Words.count(conversation.entries().size(), "mail")
                        + " since "
                        + words.day(conversation.first().sentAt()),
                assessment.map(Assessment::level).orElse(Assessment.Level.NONE).key(),
                assessment.map(Assessment::score).orElse(0),
                assessment.map(judged -> standing(judged, words)).orElse(""),
                finding.flatMap(Finding::theirs).map(Whereabouts::words).orElse(""),
                finding.map(ConversationPage::norms).orElse(List.of()),
                finding.stream()
                        .flatMap(found ->
                                found.reasons().stream().map(reason -> cause(found, reason, words)))
                        .toList(),
                Chart.of(assessment.map(Assessment::terms).orElse(List.of())),
                assessment.map(Assessment::misses).orElse(List.of()),
                rulings(conversation, decided, words),
                conversation.notedBy(words.now()).notes().stream()
                        .map(note -> noted(note, words))
                        .toList(),
                mails(opened, reasons, words));
    }

    private static Noted noted(Note note, Words words) {
        return new Noted(
                note.number(),
                words.day(note.at())
                        + note.until().map(day -> ", rests until " + Words.day(day)).orElse(""),
                note.text());
    }

    /// Those that stand and name one of its mails.
    private static List<Ruling> rulings(
            Conversation conversation, List<Decided> decided, Words words) {
        Set<MailId> here =
                conversation.entries().stream()
                        .map(entry -> entry.message().id())
                        .collect(Collectors.toSet());
        return decided.stream()
                .filter(each -> each.stands() && here.contains(each.decision().mail()))
                .map(each -> new Ruling(each.number(), ruling(each, words)))
                .toList();
    }

    private static String ruling(Decided decided, Words words) {
        String what =
                switch (decided.decision()) {
                    case Decision.Split split -> "You split a mail off";
                    case Decision.Merge merge -> "You put mails together";
                };
        return what + " " + words.day(decided.madeAt()) + ".";
    }

    private static String standing(Assessment assessment, Words words) {
        String since = " since " + words.day(assessment.since());
        return switch (assessment.state()) {
            case THEY_OWE -> "It is their turn to answer," + since + ".";
            case I_OWE -> "It is your turn to answer," + since + ".";
            case CLOSED -> "The matter is closed," + since + ".";
            case PAUSED -> "The clock is paused," + since + ".";
            case NONE -> "";
        };
    }

    private static List<String> norms(Finding finding) {
        Set<String> told =
                finding.reasons().stream().map(Finding.Reason::kind).collect(Collectors.toSet());
        return finding.norms().stream()
                .filter(norm -> !told.contains(norm.about()))
                .map(Norm::sentence)
                .toList();
    }

    private static Cause cause(Finding finding, Finding.Reason reason, Words words) {
        return new Cause(
                finding.flagOf(reason).value(),
                reason.title(),
                reason.why(),
                reason.advice(),
                finding.norm(reason).map(Norm::sentence).orElse(""),
                finding.unless(reason),
                MeasuredPrecision.inWords(reason.kind()),
                words.day(reason.signal().since()),
                reason.quotes().stream()
                        .map(quote -> new Quoted(quote.evidence().mail().value(), quote.text()))
                        .toList());
    }

    private static List<Mail> mails(Desk.Opened opened, List<Finding.Reason> reasons, Words words) {
        Map<MailId, List<Evidence>> evidence =
                reasons.stream()
                        .flatMap(reason -> reason.quotes().stream())
                        .map(Finding.Quote::evidence)
                        .collect(Collectors.groupingBy(Evidence::mail));
        Map<MailId, Desk.Page> pages =
                opened.pages().stream()
                        .collect(Collectors.toMap(Desk.Page::id, Function.identity(), (a, b) -> a));
        return opened.conversation().entries().stream()
                .map(entry ->
                        mail(
                                entry,
                                Optional.ofNullable(pages.get(entry.message().id())),
                                evidence,
                                opened.conversation().first().id(),
                                words))
                .toList();
    }

    private static Mail mail(
            Conversation.Entry entry,
            Optional<Desk.Page> page,
            Map<MailId, List<Evidence>> evidence,
            MailId first,
            Words words) {
        Message message = entry.message();
        return new Mail(
                message.id().value(),
                message.headers().author().map(Address::display).orElse("Unknown sender"),
                message.headers().to().stream()
                        .map(Address::display)
                        .limit(5)
                        .collect(Collectors.joining(", ")),
                side(message),
                words.moment(message.sentAt()),
                message.sentAt().toString(),
                note(entry),
                guess(entry),
                !message.id().equals(first),
                Passages.of(
                        page.map(Desk.Page::body).orElse(Body.EMPTY),
                        evidence.getOrDefault(message.id(), List.of())),
                page.stream()
                        .flatMap(p -> p.attachments().stream())
                        .map(file -> file.name().isEmpty() ? file.type() : file.name())
                        .toList(),
                page.map(Desk.Page::problems).orElse(List.of()));
    }

    private static String side(Message message) {
        return switch (message.direction()) {
            case FROM_US -> "us";
            case FROM_CLIENT -> "client";
            case OTHER -> "other";
        };
    }

    private static String note(Conversation.Entry entry) {
        String kind =
                entry.message().kind() == MessageKind.PERSON
                        ? ""
                        : Words.ofKey(entry.message().kind().key());
        String hand = entry.link() == Link.HAND ? "put here by you" : "";
        return kind + (kind.isEmpty() || hand.isEmpty() ? "" : ", ") + hand;
    }

    private static String guess(Conversation.Entry entry) {
        return entry.link() == Link.SUBJECT
                ? "Joined by its subject, " + Math.round(entry.certainty() * 100) + " % sure."
                : "";
    }
}
