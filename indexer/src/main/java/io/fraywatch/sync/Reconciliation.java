package io.fraywatch.sync;

import io.fraywatch.mail.Location;
import io.fraywatch.source.Intake;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.Shrinkage;
import io.fraywatch.source.SourceException;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.store.Writer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Takes out of the index what no longer lies in the mailbox.
///
/// Looks at a folder only if the two sides count differently, and believes a listing that lost more
/// than a fifth of what is known only when a second one says the same: a server in trouble must not
/// empty the index.
final class Reconciliation {
    private final MailSource source;
    private final Writer writer;
    private final Indexing indexing;

    Reconciliation(MailSource source, Writer writer, Indexing indexing) {
        this.source = source;
        this.writer = writer;
        this.indexing = indexing;
    }

    void run() throws SourceException, StoreException {
        Set<Location> gone = new HashSet<>();
        try (View view = writer.view()) {
            Map<String, Long> known = new HashMap<>(view.folders());
            view.quarantined()
                    .keySet()
                    .forEach(location -> known.merge(location.folder(), 1L, Long::sum));
            for (var folder : known.entrySet()) {
                Long counted = indexing.folders().get(folder.getKey());
                boolean told = counted != null && counted == Intake.UNCOUNTED;
                if (!told && !folder.getValue().equals(counted)) {
                    gone.addAll(gone(folder.getKey(), view));
                }
            }
        }
        if (gone.isEmpty()) {
            return;
        }
        long removed = 0;
        for (Location location : gone) {
            removed += writer.remove(location) ? 1 : 0;
        }
        indexing.commitRemovals(removed);
    }

    private Set<Location> gone(String folder, View view) throws SourceException, StoreException {
        Set<Location> known = new HashSet<>(view.locations(folder).keySet());
        view.quarantined().keySet().stream()
                .filter(location -> location.folder().equals(folder))
                .forEach(known::add);
        Set<Location> gone = without(known, listed(folder));
        return Shrinkage.isSuspicious(gone.size(), known.size())
                ? without(gone, listed(folder))
                : gone;
    }

    private Set<Location> listed(String folder) throws SourceException {
        Set<Location> listed = new HashSet<>();
        if (source.folders().contains(folder)) {
            source.list(folder, mail -> listed.add(mail.location()));
        }
        return listed;
    }

    private static Set<Location> without(Set<Location> all, Set<Location> taken) {
        Set<Location> rest = new HashSet<>(all);
        rest.removeAll(taken);
        return rest;
    }
}
