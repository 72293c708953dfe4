package io.fraywatch.sync;

import io.fraywatch.flags.Decided;
import io.fraywatch.flags.Decisions;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Decision;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.store.Entry;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.StoreBusyException;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.store.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Remembers decisions in the ledger, and brings them about in the index at once where nobody else
/// writes to it.
public final class StoreArranger implements Arranger {
    private static final int TRIES = 10;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final MailStore store;
    private final Decisions decisions;
    private final List<Account> accounts;

    public StoreArranger(MailStore store, Decisions decisions, List<Account> accounts) {
        this.store = store;
        this.decisions = decisions;
        this.accounts = List.copyOf(accounts);
    }

    /// An account and one of its mails.
    private record Held(Account account, Entry entry) {
        MailId mail() {
            return entry.id();
        }

        boolean withIn(Held other) {
            return account.name().equals(other.account.name());
        }
    }

    private interface Looking {
        Optional<Entry> in(View view) throws StoreException;
    }

    private Optional<Held> look(Looking looking) throws StoreException {
        for (Account account : accounts) {
            try (View view = store.openView(account.name())) {
                Optional<Entry> entry = looking.in(view);
                if (entry.isPresent()) {
                    return Optional.of(new Held(account, entry.get()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Held> first(ConversationId conversation) throws StoreException {
        return look(view -> view.conversations(Set.of(conversation)).stream().findFirst());
    }

    @Override
    public Optional<Arranged> split(MailId mail, Instant now) throws StoreException {
        Optional<Held> held = look(view -> view.find(mail));
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of(decide(held.get(), new Decision.Split(mail), now));
    }

    @Override
    public Optional<Arranged> merge(ConversationId one, ConversationId other, Instant now)
            throws StoreException {
        Optional<Held> first = first(one);
        Optional<Held> second = first(other);
        if (one.equals(other)
                || first.isEmpty()
                || second.isEmpty()
                || !first.get().withIn(second.get())) {
            return Optional.empty();
        }
        boolean inOrder = !second.get().entry().sentAt().isBefore(first.get().entry().sentAt());
        Held older = inOrder ? first.get() : second.get();
        Held newer = inOrder ? second.get() : first.get();
        return Optional.of(decide(newer, new Decision.Merge(newer.mail(), older.mail()), now));
    }

    @Override
    public Optional<Arranged> move(MailId mail, ConversationId to, Instant now)
            throws StoreException {
        Optional<Held> held = look(view -> view.find(mail));
        Optional<Held> there = first(to);
        if (held.isEmpty()
                || there.isEmpty()
                || !held.get().withIn(there.get())
                || held.get().entry().conversation().equals(to)) {
            return Optional.empty();
        }
        decisions.add(held.get().account().name(), new Decision.Split(mail), now);
        Decision merge = new Decision.Merge(mail, there.get().mail());
        return Optional.of(decide(held.get(), merge, now));
    }

    @Override
    public Optional<Arranged> undo(long number, Instant now) throws StoreException {
        Optional<Decided> undone = decisions.undo(number, now);
        if (undone.isEmpty()) {
            return Optional.empty();
        }
        Decided decided = undone.get();
        for (Account account : accounts) {
            if (account.name().equals(decided.account())) {
                return Optional.of(new Arranged(decided, bringAbout(account, decided.decision())));
            }
        }
        return Optional.of(new Arranged(decided, Optional.empty()));
    }

    @Override
    public Optional<MailId> mailOf(MessageId message) throws StoreException {
        return look(view ->
                        view.related(List.of(message)).stream()
                                .filter(entry ->
                                        entry.headers().messageId().equals(Optional.of(message)))
                                .findFirst())
                .map(Held::mail);
    }

    @Override
    public List<Decided> decisions() {
        return accounts.stream()
                .flatMap(account -> decisions.of(account.name()).stream())
                .sorted(Comparator.comparingLong(Decided::number))
                .toList();
    }

    private Arranged decide(Held held, Decision decision, Instant now) throws StoreException {
        Decided decided = decisions.add(held.account().name(), decision, now);
        return new Arranged(decided, bringAbout(held.account(), decision));
    }

    private Optional<ConversationId> bringAbout(Account account, Decision decision)
            throws StoreException {
        Optional<Writer> free = writer(account);
        if (free.isEmpty()) {
            return Optional.empty();
        }
        try (Writer writer = free.get()) {
            List<Decided> all = decisions.of(account.name());
            Threading threading = new Threading(account.identity(), standing(all));
            try (View view = writer.view()) {
                writer.place(threading.rearrange(named(all), view));
            }
            writer.commit(writer.marks());
            try (View view = writer.view()) {
                return view.find(decision.mail()).map(Entry::conversation);
            }
        }
    }

    /// Waits a little for a pass over the mailbox to end.
    private Optional<Writer> writer(Account account) throws StoreException {
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                return Optional.of(store.openWriter(account.name()));
            } catch (StoreBusyException busy) {
                try {
                    Thread.sleep(PAUSE);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /// Those that count, in the order they were made.
    static List<Decision> standing(List<Decided> decided) {
        return decided.stream().filter(Decided::stands).map(Decided::decision).toList();
    }

    /// Every mail that was ever decided about.
    static Set<MailId> named(List<Decided> decided) {
        Set<MailId> named = new HashSet<>();
        decided.forEach(each -> named.addAll(each.decision().mails()));
        return named;
    }
}
