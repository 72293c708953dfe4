package io.fraywatch.sync;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.store.Entry;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts what a view holds.
final class Census {
    private final Map<String, Long> kinds = new TreeMap<>();
    private final Set<ConversationId> conversations = new HashSet<>();
    private long bytes;
    private @Nullable Instant oldest;
    private @Nullable Instant newest;

    private Census() {}

    static Desk.Stats of(AccountName account, View view) throws StoreException {
        Census census = new Census();
        view.forEach(census::count);
        return new Desk.Stats(
                account,
                view.size(),
                census.conversations.size(),
                census.bytes,
                Optional.ofNullable(census.oldest),
                Optional.ofNullable(census.newest),
                census.kinds,
                new TreeMap<>(view.folders()),
                view.quarantined().size());
    }

    private void count(Entry entry) {
        kinds.merge(entry.kind().key(), 1L, Long::sum);
        conversations.add(entry.conversation());
        bytes += entry.size();
        Instant sent = entry.sentAt();
        if (oldest == null || sent.isBefore(oldest)) {
            oldest = sent;
        }
        if (newest == null || sent.isAfter(newest)) {
            newest = sent;
        }
    }
}
