package io.fraywatch.sync;

import io.fraywatch.analyze.text.Language;
import io.fraywatch.analyze.text.TextFeatures;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MessageKind;
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
    /// "Undetermined" in ISO 639-2.
    private static final String UNTOLD = "und";

    private final Map<String, Long> kinds = new TreeMap<>();
    private final Map<String, Long> languages = new TreeMap<>();
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
                census.languages,
                new TreeMap<>(view.folders()),
                view.quarantined().size());
    }

    private static String language(Entry entry) {
        return TextFeatures.decode(entry.features()).language().map(Language::tag).orElse(UNTOLD);
    }

    private void count(Entry entry) {
        kinds.merge(entry.kind().key(), 1L, Long::sum);
        if (entry.kind() == MessageKind.PERSON) {
            languages.merge(language(entry), 1L, Long::sum);
        }
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
