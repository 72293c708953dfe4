package io.fraywatch.sync;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ClientDirectory;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Keeps the last few dockets, for who asks about many conversations as of one instant.
///
/// At most [#MOST_MAILS] mails in all, so that a big mailbox is read anew rather than held.
final class Dockets {
    private static final int MOST_DOCKETS = 4;
    private static final long MOST_MAILS = 100_000;

    private final Map<Key, Docket> kept = new LinkedHashMap<>(8, 0.75f, true);

    /// What a docket depends on. A directory is only ever equal to itself.
    private record Key(
            AccountName account, String generation, ClientDirectory clients, Instant asOf) {}

    Docket of(Account account, View view, Policy policy, Instant asOf) throws StoreException {
        Key key = new Key(account.name(), view.generation(), policy.clients(), asOf);
        synchronized (kept) {
            Docket known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        Docket docket = Docket.of(view, account.identity(), policy.clients(), asOf);
        if (view.size() <= MOST_MAILS / MOST_DOCKETS) {
            synchronized (kept) {
                kept.put(key, docket);
                if (kept.size() > MOST_DOCKETS) {
                    kept.remove(kept.keySet().iterator().next());
                }
            }
        }
        return docket;
    }
}
