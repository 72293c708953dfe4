package io.fraywatch.sync;

import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.parse.MailParser;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.Intake;
import io.fraywatch.source.RawMail;
import io.fraywatch.store.Entry;
import io.fraywatch.store.Placed;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.sync.Verifier.Compared;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes in all mails of a mailbox once more, and compares each with what is kept of it.
final class Comparison implements Intake {
    private final View view;
    private final MailParser parser;
    private final Set<Location> setAside;
    private final Set<Location> seen = new HashSet<>();
    private final Set<Location> missing = new HashSet<>();
    private final Set<Location> differing = new HashSet<>();
    private final Set<Compared> compared =
            EnumSet.of(Compared.PLACES, Compared.SIZES, Compared.TEXTS);

    Comparison(View view, MailParser parser) throws StoreException {
        this.view = view;
        this.parser = parser;
        this.setAside = view.quarantined().keySet();
    }

    @Override
    public Set<Location> known(String folder) {
        return Set.of();
    }

    @Override
    public void folder(String folder, long mails, long toFetch) {}

    @Override
    public void accept(RawMail mail) {
        seen.add(mail.location());
        try {
            Optional<Placed> held = view.at(mail.location());
            if (held.isEmpty()) {
                if (!setAside.contains(mail.location())) {
                    missing.add(mail.location());
                }
            } else if (!isSame(mail, held.get())) {
                differing.add(mail.location());
            }
        } catch (StoreException e) {
            throw new StoreFailure(e);
        }
    }

    private boolean isSame(RawMail mail, Placed lying) throws StoreException {
        compared.add(mail.providerId().isPresent() ? Compared.IDS : Compared.HASHES);
        MailId held = lying.mail();
        Optional<Entry> entry = view.find(held);
        if (entry.isEmpty() || !held.equals(Understood.id(mail))) {
            return false;
        }
        ParsedMail now = Understood.mail(mail, parser);
        return lying.size() == mail.bytes().length
                && now.body().equals(view.body(held))
                && lasting(now.headers()).equals(lasting(entry.get().headers()));
    }

    /// Labels change while a mail stays the same.
    private static Headers lasting(Headers headers) {
        return headers.withProvider(Optional.empty(), List.of());
    }

    @Override
    public void quarantine(Location location, String reason) {
        seen.add(location);
    }

    @Override
    public void gone(Location location) {}

    @Override
    public void settled(Cursor cursor) {}

    long missing() {
        return missing.size();
    }

    long differing() {
        return differing.size();
    }

    Set<Location> seen() {
        return seen;
    }

    Set<Compared> compared() {
        return compared;
    }
}
