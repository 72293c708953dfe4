package io.fraywatch.sync;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.flags.Hush;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import io.fraywatch.people.OwnAddress;
import io.fraywatch.people.Suggestion;
import io.fraywatch.query.QueryException;
import io.fraywatch.store.Hits;
import io.fraywatch.store.StoreException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A desk that doesn't tell what the user doesn't want to hear of. What is asked for by name, or
/// with everything else, is told all the same.
public final class HeedingDesk implements Desk {
    private static final Comparator<Finding> HEAVIEST =
            Comparator.comparingInt((Finding finding) -> finding.assessment().score()).reversed();

    private final Desk desk;
    private final Supplier<Hush> hush;

    /// @param hush asked anew for every question
    public HeedingDesk(Desk desk, Supplier<Hush> hush) {
        this.desk = desk;
        this.hush = hush;
    }

    @Override
    public List<Finding> findings(Instant asOf, boolean all) throws StoreException {
        List<Finding> findings = desk.findings(asOf, all);
        if (all) {
            return findings;
        }
        Hush now = hush.get();
        return findings.stream()
                .flatMap(finding -> heard(finding, now, asOf).stream())
                .sorted(HEAVIEST)
                .toList();
    }

    private static Optional<Finding> heard(Finding finding, Hush hush, Instant asOf) {
        if (hush.silences(finding.account(), finding.conversation().client().map(Client::id))) {
            return Optional.empty();
        }
        Set<MailId> mails =
                finding.conversation().entries().stream()
                        .map(entry -> entry.message())
                        .map(Message::id)
                        .collect(Collectors.toCollection(HashSet::new));
        List<Finding.Reason> told =
                finding.reasons().stream()
                        .filter(reason ->
                                !hush.silences(
                                        finding.flagOf(reason),
                                        reason.kind(),
                                        finding.conversation().id(),
                                        mails::contains,
                                        asOf))
                        .toList();
        if (told.size() == finding.reasons().size()) {
            return Optional.of(finding);
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(of(finding, told));
    }

    /// The finding as if only these reasons had been found.
    private static Finding of(Finding finding, List<Finding.Reason> told) {
        Assessment assessment =
                finding.assessment().keeping(told.stream().map(Finding.Reason::signal).toList());
        return new Finding(
                finding.flagOf(told.getFirst()),
                finding.account(),
                finding.conversation(),
                assessment,
                finding.theirs(),
                finding.norms(),
                told);
    }

    @Override
    public Optional<Finding> explain(ConversationId conversation, Instant asOf)
            throws StoreException {
        return desk.explain(conversation, asOf);
    }

    @Override
    public Optional<ConversationId> conversationOf(MessageId message) throws StoreException {
        return desk.conversationOf(message);
    }

    @Override
    public void conversations(Consumer<Listed> each) throws StoreException {
        desk.conversations(each);
    }

    @Override
    public Optional<Opened> open(ConversationId conversation) throws StoreException {
        return desk.open(conversation);
    }

    @Override
    public Found search(String text, Hits.Sort sort, int offset, int limit)
            throws QueryException, StoreException {
        return desk.search(text, sort, offset, limit);
    }

    @Override
    public List<Suggestion> clients(Instant asOf) throws StoreException {
        return desk.clients(asOf);
    }

    @Override
    public Map<AccountName, List<OwnAddress>> ownAddresses() throws StoreException {
        return desk.ownAddresses();
    }

    @Override
    public List<Stats> stats() throws StoreException {
        return desk.stats();
    }
}
