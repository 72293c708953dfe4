package io.fraywatch.sync;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Location;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.SourceException;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Compares the index with the mailbox, mail by mail, and looks the index over for damage. Changes
/// neither.
public final class Verifier {
    private final MailStore store;

    public Verifier(MailStore store) {
        this.store = store;
    }

    /// What a comparison found.
    ///
    /// @param messages mails in the index
    /// @param missing places in the mailbox whose mail is neither in the index nor in quarantine
    /// @param extra places the index knows and the mailbox doesn't
    /// @param mismatched places whose mail has another size in the index
    /// @param damage what is wrong with the index itself, in plain words
    public record Result(
            AccountName account,
            long messages,
            long missing,
            long extra,
            long mismatched,
            List<String> damage) {
        public Result {
            damage = List.copyOf(damage);
        }

        /// Whether index and mailbox say the same.
        public boolean clean() {
            return missing == 0 && extra == 0 && mismatched == 0 && damage.isEmpty();
        }
    }

    /// @throws SourceException if the mailbox can't be listed
    /// @throws StoreException if the index can't be read at all
    public Result verify(Account account) throws SourceException, StoreException {
        try (MailSource source = account.connection().open();
                View view = store.openView(account.name())) {
            Set<String> folders = new TreeSet<>(source.folders());
            Set<Location> quarantined = view.quarantined().keySet();
            Set<String> all = new TreeSet<>(folders);
            all.addAll(view.folders().keySet());
            long missing = 0;
            long extra = 0;
            long mismatched = 0;
            for (String folder : all) {
                Map<Location, Long> there =
                        folders.contains(folder) ? listing(source, folder) : Map.of();
                Map<Location, Long> here = view.locations(folder);
                missing +=
                        there.keySet().stream()
                                .filter(location ->
                                        !here.containsKey(location)
                                                && !quarantined.contains(location))
                                .count();
                extra +=
                        here.keySet().stream()
                                .filter(location -> !there.containsKey(location))
                                .count();
                mismatched +=
                        here.entrySet().stream()
                                .filter(mail -> differs(mail.getValue(), there.get(mail.getKey())))
                                .count();
            }
            return new Result(
                    account.name(), view.size(), missing, extra, mismatched, view.check());
        }
    }

    private static Map<Location, Long> listing(MailSource source, String folder)
            throws SourceException {
        Map<Location, Long> listing = new HashMap<>();
        source.list(folder, mail -> listing.put(mail.location(), mail.size()));
        return listing;
    }

    private static boolean differs(long here, @org.jspecify.annotations.Nullable Long there) {
        return there != null && there >= 0 && there != here;
    }
}
