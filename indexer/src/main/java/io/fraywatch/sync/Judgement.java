package io.fraywatch.sync;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.analyze.Case;
import io.fraywatch.analyze.Turn;
import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Link;
import io.fraywatch.mail.Message;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.thread.Threaded;
import io.fraywatch.thread.Threader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Judges the cases of one account as of an instant and puts what it finds into words.
final class Judgement {
    private final Account account;
    private final FindingWriter writer;
    private final Instant asOf;
    private final Docket docket;
    private final Bench bench;

    Judgement(Account account, View view, Instant asOf, Bench bench) {
        this.account = account;
        this.writer = new FindingWriter(account, view, new HashMap<>());
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
        return writer.finding(
                conversation(filed, account.identity()),
                assessment,
                bench.whereabouts(filed, asOf),
                bench.norms(filed, docket, asOf));
    }
}
