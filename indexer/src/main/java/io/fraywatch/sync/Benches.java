package io.fraywatch.sync;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Note;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps the mail that was read for the last question, so that the next one needn't read it again.
///
/// At most [#MOST_MAILS] mails of an account, so that a big mailbox is read anew rather than held.
final class Benches {
    private static final long MOST_MAILS = 100_000;
    private static final int MOST_KEPT = 4;

    private record Kept(String generation, Policy policy, List<Note> notes, Bench bench) {}

    private final Map<AccountName, Kept> kept = new LinkedHashMap<>(8, 0.75f, true);

    Bench of(Account account, View view, Policy policy, List<Note> notes) throws StoreException {
        String generation = view.generation();
        synchronized (kept) {
            Kept known = kept.get(account.name());
            if (known != null
                    && known.generation().equals(generation)
                    && known.policy().equals(policy)
                    && known.notes().equals(notes)) {
                return known.bench();
            }
        }
        Bench bench =
                new Bench(account.name(), History.read(view, account.identity(), notes), policy);
        if (bench.history().size() <= MOST_MAILS) {
            keep(account.name(), new Kept(generation, policy, notes, bench));
        }
        return bench;
    }

    private void keep(AccountName account, Kept fresh) {
        synchronized (kept) {
            kept.put(account, fresh);
            if (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }
}
