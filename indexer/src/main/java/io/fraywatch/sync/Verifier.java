package io.fraywatch.sync;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Location;
import io.fraywatch.parse.MailParser;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.SourceException;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Compares the index with the mailbox, mail by mail, and looks the index over for damage. Changes
/// neither.
public final class Verifier {
    private final MailStore store;
    private final MailParser parser;

    public Verifier(MailStore store) {
        this(store, new MailParser());
    }

    public Verifier(MailStore store, MailParser parser) {
        this.store = store;
        this.parser = parser;
    }

    /// What was held against each other.
    public enum Compared {
        PLACES("places"),
        /// Where the mailbox's listing tells them.
        SIZES("sizes"),
        /// Those the provider gives to a mail, where it gives any.
        IDS("ids"),
        /// Of a mail's bytes, less the headers that servers rewrite.
        HASHES("hashes"),
        /// With the headers we keep.
        TEXTS("texts");

        private final String key;

        Compared(String key) {
            this.key = key;
        }

        /// The name in JSON.
        public String key() {
            return key;
        }
    }

    /// What a comparison found.
    ///
    /// @param messages mails in the index
    /// @param missing places in the mailbox whose mail is neither in the index nor in quarantine
    /// @param extra places the index knows and the mailbox doesn't
    /// @param mismatched places whose mail differs in what was compared
    /// @param damage what is wrong with the index itself, in plain words
    public record Result(
            AccountName account,
            long messages,
            long missing,
            long extra,
            long mismatched,
            List<String> damage,
            Set<Compared> compared) {
        public Result {
            damage = List.copyOf(damage);
            compared = Set.copyOf(compared);
        }

        /// Whether index and mailbox say the same.
        public boolean clean() {
            return missing == 0 && extra == 0 && mismatched == 0 && damage.isEmpty();
        }
    }

    /// Compares by the mailbox's listing: places, and sizes where it tells them.
    ///
    /// @throws SourceException if the mailbox can't be listed
    /// @throws StoreException if the index can't be read at all
    public Result verify(Account account) throws SourceException, StoreException {
        try (MailSource source = account.connection().open();
                View view = store.openView(account.name())) {
            Tally tally = new Tally();
            Set<String> folders = new TreeSet<>(source.folders());
            Set<Location> quarantined = view.quarantined().keySet();
            for (String folder : folders) {
                Map<Location, Long> there = listing(source, folder);
                Map<Location, Long> here = view.locations(folder);
                there.forEach((place, size) -> tally.hold(place, size, here, quarantined));
                tally.extra += here.keySet().stream().filter(p -> !there.containsKey(p)).count();
            }
            for (var folder : view.folders().entrySet()) {
                tally.extra += folders.contains(folder.getKey()) ? 0 : folder.getValue();
            }
            return new Result(
                    account.name(),
                    view.size(),
                    tally.missing,
                    tally.extra,
                    tally.mismatched,
                    view.check(),
                    tally.compared());
        }
    }

    private static Map<Location, Long> listing(MailSource source, String folder)
            throws SourceException {
        Map<Location, Long> listing = new HashMap<>();
        source.list(folder, mail -> listing.put(mail.location(), mail.size()));
        return listing;
    }

    /// Counts what a listing says.
    private static final class Tally {
        private long missing;
        private long extra;
        private long mismatched;
        private boolean sized = true;

        void hold(Location place, long size, Map<Location, Long> here, Set<Location> quarantined) {
            Long known = here.get(place);
            if (known == null) {
                missing += quarantined.contains(place) ? 0 : 1;
            } else if (size < 0) {
                sized = false;
            } else {
                mismatched += known == size ? 0 : 1;
            }
        }

        Set<Compared> compared() {
            return sized
                    ? EnumSet.of(Compared.PLACES, Compared.SIZES)
                    : EnumSet.of(Compared.PLACES);
        }
    }

    /// Fetches every mail again and compares all that is kept of it: its place, its size, the hash
    /// of its bytes (or the provider's id), its text and its headers.
    ///
    /// @throws SourceException if the mailbox can't be read
    /// @throws StoreException if the index can't be read
    public Result verifyEveryMail(Account account)
            throws SourceException, StoreException, InterruptedException {
        try (MailSource source = account.connection().open();
                View view = store.openView(account.name())) {
            Comparison comparison = new Comparison(view, parser);
            source.pull(Cursor.START, comparison);
            long extra = 0;
            for (String folder : view.folders().keySet()) {
                for (Location place : view.locations(folder).keySet()) {
                    extra += comparison.seen().contains(place) ? 0 : 1;
                }
            }
            return new Result(
                    account.name(),
                    view.size(),
                    comparison.missing(),
                    extra,
                    comparison.differing(),
                    view.check(),
                    comparison.compared());
        } catch (StoreFailure failure) {
            throw failure.cause();
        }
    }
}
