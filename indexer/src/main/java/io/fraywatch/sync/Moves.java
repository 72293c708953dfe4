package io.fraywatch.sync;

import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.parse.MailParser;
import io.fraywatch.source.Glimpse;
import io.fraywatch.source.Recogniser;
import io.fraywatch.store.Entry;
import io.fraywatch.store.Placed;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.store.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Recognises mails that moved: by the provider's id where there is one; else a mail that left a
/// place, if it is the only one of the same Message-ID, date, author, subject and size in bytes.
///
/// One that still lies where it lay isn't taken for what turned up elsewhere, however alike the two
/// look: two mails may share a Message-ID.
final class Moves implements Recogniser {
    private final Writer writer;
    private final MailParser parser;

    /// The mails that left a place, with their sizes there, one for each place.
    private final Map<MailId, List<Long>> lost = new HashMap<>();

    Moves(Writer writer, MailParser parser, Set<Location> left) throws StoreException {
        this.writer = writer;
        this.parser = parser;
        Set<String> folders = new TreeSet<>();
        left.forEach(location -> folders.add(location.folder()));
        try (View view = writer.view()) {
            for (String folder : folders) {
                view.placed(folder)
                        .forEach((location, placed) -> {
                            if (left.contains(location)) {
                                lose(placed);
                            }
                        });
            }
        }
    }

    private void lose(Placed placed) {
        lost.computeIfAbsent(placed.mail(), id -> new ArrayList<>()).add(placed.size());
    }

    @Override
    public Set<Location> recognise(Collection<Glimpse> seen) {
        Set<Location> recognised = new HashSet<>();
        try (View view = writer.view()) {
            List<Look> looks =
                    seen.stream()
                            .map(each -> new Look(each, parser.parse(each.header()).headers()))
                            .toList();
            Map<MessageId, List<Entry>> alike = lost.isEmpty() ? Map.of() : alike(looks, view);
            for (Look look : looks) {
                Glimpse glimpse = look.glimpse();
                Optional<MailId> mail =
                        glimpse.providerId().isPresent()
                                ? glimpse.providerId().map(MailId::new)
                                : moved(look, alike);
                if (mail.isPresent()
                        && writer.alsoAt(mail.get(), glimpse.location(), glimpse.size())) {
                    recognised.add(glimpse.location());
                }
            }
            return recognised;
        } catch (StoreException e) {
            throw new StoreFailure(e);
        }
    }

    private Map<MessageId, List<Entry>> alike(List<Look> looks, View view) throws StoreException {
        Set<MessageId> ids = new HashSet<>();
        looks.forEach(look -> look.headers().messageId().ifPresent(ids::add));
        Map<MessageId, List<Entry>> alike = new HashMap<>();
        for (Entry entry : view.related(ids)) {
            entry.headers()
                    .messageId()
                    .filter(id -> lost.containsKey(entry.id()))
                    .ifPresent(
                            id -> alike.computeIfAbsent(id, none -> new ArrayList<>()).add(entry));
        }
        return alike;
    }

    /// The one lost mail that looks like this; what left one place can have gone to one place only.
    private Optional<MailId> moved(Look look, Map<MessageId, List<Entry>> alike) {
        Long size = look.glimpse().size();
        List<MailId> candidates =
                look
                        .headers()
                        .messageId()
                        .map(id -> alike.getOrDefault(id, List.of()))
                        .orElse(List.of())
                        .stream()
                        .filter(entry -> same(entry.headers(), look.headers()))
                        .map(Entry::id)
                        .filter(id -> lost.getOrDefault(id, List.of()).contains(size))
                        .toList();
        if (candidates.size() != 1) {
            return Optional.empty();
        }
        lost.getOrDefault(candidates.getFirst(), List.of()).remove(size);
        return Optional.of(candidates.getFirst());
    }

    /// A mail at a new place and what its header says.
    private record Look(Glimpse glimpse, Headers headers) {}

    private static boolean same(Headers one, Headers other) {
        return one.date().equals(other.date())
                && one.from().equals(other.from())
                && one.subject().equals(other.subject());
    }
}
