package io.fraywatch.sync;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.analyze.Case;
import io.fraywatch.analyze.Evidence;
import io.fraywatch.analyze.Signal;
import io.fraywatch.analyze.Turn;
import io.fraywatch.analyze.Wording;
import io.fraywatch.flags.FlagId;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Link;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.thread.Threaded;
import io.fraywatch.thread.Threader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Judges the cases of one account as of an instant and puts what it finds into words.
final class Judgement {
    private final Account account;
    private final View view;
    private final Instant asOf;
    private final Docket docket;
    private final Bench bench;

    Judgement(Account account, View view, Instant asOf, Bench bench) {
        this.account = account;
        this.view = view;
        this.bench = bench;
        this.docket = bench.docket(asOf);
        this.asOf = asOf;
    }

    /// @param all whether cases without any signal are told too
    List<Finding> findings(boolean all) throws StoreException {
        List<Finding> findings = new ArrayList<>();
        for (Case filed : docket.cases()) {
            if (all || (filed.client().isPresent() && !bench.isOver(filed, docket, asOf))) {
                Assessment assessment = assess(filed);
                if (all || bench.flags(filed, assessment)) {
                    findings.add(finding(filed, assessment));
                }
            }
        }
        return findings;
    }

    Optional<Finding> explain(ConversationId conversation) throws StoreException {
        Optional<Case> filed = docket.find(conversation);
        return filed.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(filed.get(), assess(filed.get())));
    }

    Stream<Conversation> conversations() {
        return docket.cases().stream().map(filed -> conversation(filed, account.identity()));
    }

    /// A case as a conversation, with who answers whom. What its mails alone don't hold together
    /// was put together by the user, or by a guess whose other side isn't shown.
    static Conversation conversation(Case filed, Identity us) {
        List<Message> messages = filed.turns().stream().map(Turn::message).toList();
        List<Conversation.Entry> entries = new ArrayList<>();
        for (Threaded thread : new Threader(us).thread(messages)) {
            boolean first = entries.isEmpty();
            thread.entries().forEach(entry -> entries.add(first ? entry : joined(entry)));
        }
        entries.sort(
                Comparator.comparing((Conversation.Entry entry) -> entry.message().sentAt())
                        .thenComparing(entry -> entry.message().id()));
        return new Conversation(filed.id(), filed.client(), entries, filed.notes());
    }

    private static Conversation.Entry joined(Conversation.Entry entry) {
        return switch (entry.link()) {
            case ROOT ->
                    entry.message().isLostReply()
                            ? new Conversation.Entry(
                                    entry.message(), entry.parent(), Link.SUBJECT, 0.5)
                            : new Conversation.Entry(entry.message(), entry.parent(), Link.HAND, 1);
            case REFERENCE, PROVIDER, SUBJECT, HAND -> entry;
        };
    }

    private Assessment assess(Case filed) {
        return bench.assess(filed, docket, asOf);
    }

    private Finding finding(Case filed, Assessment assessment) throws StoreException {
        Conversation conversation = conversation(filed, account.identity()).notedBy(asOf);
        List<Finding.Reason> reasons = new ArrayList<>();
        for (Signal signal : assessment.signals()) {
            reasons.add(reason(signal, filed, conversation));
        }
        FlagId flag =
                assessment.signals().stream()
                        .findFirst()
                        .map(signal ->
                                FlagId.of(account.name(), Wording.kind(signal), signal.anchor()))
                        .orElseGet(
                                () -> FlagId.of(account.name(), "none", conversation.first().id()));
        return new Finding(
                flag,
                account.name(),
                conversation,
                assessment,
                bench.whereabouts(filed, asOf),
                bench.norms(filed, docket, asOf),
                reasons);
    }

    private Finding.Reason reason(Signal signal, Case filed, Conversation conversation)
            throws StoreException {
        List<Finding.Quote> quotes = new ArrayList<>();
        for (Evidence evidence : signal.evidence()) {
            quotes.add(quote(evidence, conversation));
        }
        Wording wording = Wording.of(signal, filed.client().map(Client::name).orElse("The client"));
        return new Finding.Reason(
                signal,
                wording.kind(),
                wording.title(),
                wording.why(),
                wording.advice(),
                wording.numbers(),
                quotes);
    }

    private Finding.Quote quote(Evidence evidence, Conversation conversation)
            throws StoreException {
        MailId id = evidence.mail();
        String text = view.body(id).newText();
        String messageId =
                conversation.entries().stream()
                        .map(Conversation.Entry::message)
                        .filter(message -> message.id().equals(id))
                        .findFirst()
                        .flatMap(message -> message.headers().messageId())
                        .map(MessageId::value)
                        .orElse(id.value());
        int end = Math.min(evidence.end(), text.length());
        return new Finding.Quote(
                evidence, messageId, text.substring(Math.min(evidence.start(), end), end).strip());
    }
}
