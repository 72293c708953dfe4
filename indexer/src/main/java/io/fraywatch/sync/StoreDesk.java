package io.fraywatch.sync;

import io.fraywatch.analyze.Case;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.people.OwnAddress;
import io.fraywatch.people.OwnAddresses;
import io.fraywatch.people.Suggestion;
import io.fraywatch.people.Suggestions;
import io.fraywatch.people.Trace;
import io.fraywatch.query.Query;
import io.fraywatch.query.QueryException;
import io.fraywatch.query.QueryParser;
import io.fraywatch.store.Entry;
import io.fraywatch.store.Hits;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The desk over a store: opens a fresh view for every question.
public final class StoreDesk implements Desk {
    private static final Comparator<Finding> HEAVIEST =
            Comparator.comparingInt((Finding finding) -> finding.assessment().score())
                    .reversed()
                    .thenComparing(finding -> finding.assessment().since())
                    .thenComparing(finding -> finding.conversation().id());

    private final MailStore store;
    private final List<Account> accounts;
    private final Supplier<Policy> policy;
    private final Notebook.Reader notes;
    private final Clock clock;
    private final Benches benches = new Benches();

    /// @param policy asked anew for every question, so that changed thresholds hold at once
    /// @param notes asked anew for every question, too
    /// @param clock tells what "today" means in a search
    public StoreDesk(
            MailStore store,
            List<Account> accounts,
            Supplier<Policy> policy,
            Notebook.Reader notes,
            Clock clock) {
        this.store = store;
        this.accounts = List.copyOf(accounts);
        this.policy = policy;
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings(Instant asOf, boolean all) throws StoreException {
        List<Finding> findings = new ArrayList<>();
        for (Account account : accounts) {
            try (View view = store.openView(account.name())) {
                findings.addAll(
                        all
                                ? judge(account, view, asOf).findings(true)
                                : benches.findings(sitting(account, view), asOf));
            }
        }
        findings.sort(HEAVIEST);
        return findings;
    }

    @Override
    public Optional<Finding> explain(ConversationId conversation, Instant asOf)
            throws StoreException {
        for (Account account : accounts) {
            try (View view = store.openView(account.name())) {
                Optional<Finding> finding = judge(account, view, asOf).explain(conversation);
                if (finding.isPresent()) {
                    return finding;
                }
            }
        }
        return Optional.empty();
    }

    private Judgement judge(Account account, View view, Instant asOf) throws StoreException {
        return new Judgement(account, view, asOf, benches.bench(sitting(account, view)));
    }

    private Benches.Sitting sitting(Account account, View view) {
        return new Benches.Sitting(account, view, policy.get(), notes.of(account.name()));
    }

    @Override
    public Optional<ConversationId> conversationOf(MessageId message) throws StoreException {
        for (Account account : accounts) {
            try (View view = store.openView(account.name())) {
                Optional<ConversationId> found =
                        view.related(List.of(message)).stream()
                                .filter(entry ->
                                        entry.headers().messageId().equals(Optional.of(message)))
                                .map(Entry::conversation)
                                .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void conversations(Consumer<Listed> each) throws StoreException {
        List<Listed> listed = new ArrayList<>();
        for (Account account : accounts) {
            try (View view = store.openView(account.name())) {
                judge(account, view, Instant.MAX)
                        .conversations()
                        .forEach(c -> listed.add(new Listed(account.name(), c)));
            }
        }
        listed.sort(
                Comparator.comparing((Listed entry) -> entry.conversation().last().sentAt())
                        .reversed()
                        .thenComparing(entry -> entry.conversation().id()));
        listed.forEach(each);
    }

    @Override
    public Optional<Opened> open(ConversationId conversation) throws StoreException {
        for (Account account : accounts) {
            try (View view = store.openView(account.name())) {
                List<Entry> entries = view.conversations(Set.of(conversation));
                if (!entries.isEmpty()) {
                    return Optional.of(opened(account, view, entries));
                }
            }
        }
        return Optional.empty();
    }

    private Opened opened(Account account, View view, List<Entry> entries) throws StoreException {
        Case filed =
                Docket.single(
                        entries,
                        account.identity(),
                        policy.get().clients(),
                        StoreNotebook.about(
                                entries.getFirst().conversation(), view, notes.of(account.name())));
        Conversation conversation = Judgement.conversation(filed, account.identity());
        List<Page> pages = new ArrayList<>();
        for (Conversation.Entry entry : conversation.entries()) {
            MailId id = entry.message().id();
            pages.add(new Page(id, view.body(id), view.attachments(id), view.problems(id)));
        }
        return new Opened(account.name(), conversation, pages);
    }

    @Override
    public Found search(String text, Hits.Sort sort, int offset, int limit)
            throws QueryException, StoreException {
        Policy now = policy.get();
        Query query =
                new ClientQueries(now.clients())
                        .resolve(
                                QueryParser.parse(
                                        text,
                                        now.zone(),
                                        LocalDate.ofInstant(clock.instant(), now.zone())));
        List<FoundMail> found = new ArrayList<>();
        long total = 0;
        boolean complete = true;
        for (Account account : accounts) {
            try (View view = store.openView(account.name())) {
                Hits hits = view.search(query, sort, 0, offset + limit);
                total += hits.total();
                complete &= hits.complete();
                hits.hits()
                        .forEach(hit ->
                                found.add(
                                        new FoundMail(
                                                account.name(),
                                                client(account, now, hit.entry()),
                                                hit)));
            }
        }
        found.sort(order(sort));
        return new Found(total, complete, found.stream().skip(offset).limit(limit).toList());
    }

    private static Comparator<FoundMail> order(Hits.Sort sort) {
        Comparator<FoundMail> newest =
                Comparator.comparing((FoundMail mail) -> mail.hit().entry().sentAt()).reversed();
        return switch (sort) {
            case RELEVANCE ->
                    Comparator.comparingDouble((FoundMail mail) -> -mail.hit().score())
                            .thenComparing(newest);
            case NEWEST -> newest;
            case OLDEST -> newest.reversed();
        };
    }

    private static Optional<Client> client(Account account, Policy policy, Entry entry) {
        return entry.headers()
                .author()
                .filter(author -> !account.identity().isOurs(author))
                .or(() ->
                        entry.headers().to().stream()
                                .filter(to -> !account.identity().isOurs(to))
                                .findFirst())
                .flatMap(policy.clients()::clientOf);
    }

    @Override
    public List<Suggestion> clients(Instant asOf) throws StoreException {
        List<Trace> traces = new ArrayList<>();
        for (Account account : accounts) {
            try (View view = store.openView(account.name())) {
                traces.addAll(Traces.of(account, view));
            }
        }
        Policy now = policy.get();
        return Suggestions.of(traces, now.clients(), asOf, now.zone());
    }

    @Override
    public Map<AccountName, List<OwnAddress>> ownAddresses() throws StoreException {
        Map<AccountName, List<OwnAddress>> own = new LinkedHashMap<>();
        for (Account account : accounts) {
            try (View view = store.openView(account.name())) {
                own.put(account.name(), OwnAddresses.of(Traces.of(account, view)));
            }
        }
        return own;
    }

    @Override
    public List<Stats> stats() throws StoreException {
        List<Stats> stats = new ArrayList<>();
        for (Account account : accounts) {
            try (View view = store.openView(account.name())) {
                stats.add(Census.of(account.name(), view));
            }
        }
        return stats;
    }

    /// The accounts it answers for.
    public List<AccountName> accounts() {
        return accounts.stream().map(Account::name).toList();
    }
}
