package io.fraywatch.sync;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.analyze.Evidence;
import io.fraywatch.analyze.Norm;
import io.fraywatch.analyze.Signal;
import io.fraywatch.analyze.Wording;
import io.fraywatch.flags.FlagId;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.people.Whereabouts;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts what was found in a case of one account into words.
final class FindingWriter {
    private final Account account;
    private final View view;
    private final Map<Evidence, Finding.Quote> quotes;

    /// @param quotes those that were read already from the same state of the mail; what is read is
    ///   added
    FindingWriter(Account account, View view, Map<Evidence, Finding.Quote> quotes) {
        this.account = account;
        this.view = view;
        this.quotes = quotes;
    }

    /// @param whole the case as a conversation, with all its notes
    /// @param theirs where and when the case's client works
    /// @param norms what is usual for the client beside this case
    Finding finding(
            Conversation whole,
            Assessment assessment,
            Optional<Whereabouts> theirs,
            List<Norm> norms)
            throws StoreException {
        Conversation conversation = whole.notedBy(assessment.asOf());
        List<Finding.Reason> reasons = new ArrayList<>();
        for (Signal signal : assessment.signals()) {
            reasons.add(reason(signal, conversation));
        }
        FlagId flag =
                assessment.signals().stream()
                        .findFirst()
                        .map(signal ->
                                FlagId.of(account.name(), Wording.kind(signal), signal.anchor()))
                        .orElseGet(
                                () -> FlagId.of(account.name(), "none", conversation.first().id()));
        return new Finding(flag, account.name(), conversation, assessment, theirs, norms, reasons);
    }

    private Finding.Reason reason(Signal signal, Conversation conversation) throws StoreException {
        List<Finding.Quote> found = new ArrayList<>();
        for (Evidence evidence : signal.evidence()) {
            found.add(quote(evidence, conversation));
        }
        Wording wording =
                Wording.of(signal, conversation.client().map(Client::name).orElse("The client"));
        return new Finding.Reason(
                signal,
                wording.kind(),
                wording.title(),
                wording.why(),
                wording.advice(),
                wording.numbers(),
                found);
    }

    private Finding.Quote quote(Evidence evidence, Conversation conversation)
            throws StoreException {
        Finding.Quote known = quotes.get(evidence);
        if (known == null) {
            known = read(evidence, conversation);
            quotes.put(evidence, known);
        }
        return known;
    }

    private Finding.Quote read(Evidence evidence, Conversation conversation) throws StoreException {
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
