package io.fraywatch.sync;

import io.fraywatch.mail.AccountName;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import java.util.LinkedHashMap;
import java.util.Map;

/// Keeps the mail that was read for the last question, so that the next one needn't read it again.
///
/// At most [#MOST_MAILS] mails of an account, so that a big mailbox is read anew rather than held.
final class Benches {
    private static final long MOST_MAILS = 100_000;
    private static final int MOST_KEPT = 4;

    private record Kept(String generation, Policy policy, Bench bench) {}

    private final Map<AccountName, Kept> kept = new LinkedHashMap<>(8, 0.75f, true);

    Bench of(Account account, View view, Policy policy) throws StoreException {
        String generation = view.generation();
        synchronized (kept) {
            Kept known = kept.get(account.name());
            if (known != null
                    && known.generation().equals(generation)
                    && known.policy().equals(policy)) {
                return known.bench();
            }
        }
        Bench bench = new Bench(account.name(), History.read(view, account.identity()), policy);
        if (bench.history().size() <= MOST_MAILS) {
            keep(account.name(), new Kept(generation, policy, bench));
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
