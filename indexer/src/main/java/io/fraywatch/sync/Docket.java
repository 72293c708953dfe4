package io.fraywatch.sync;

import io.fraywatch.analyze.Case;
import io.fraywatch.mail.ClientDirectory;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Note;
import io.fraywatch.source.FolderNames;
import io.fraywatch.store.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The cases of one account as of an instant, each with the client it belongs to. [Filing] fills
/// it.
final class Docket {
    private final Map<ConversationId, Case> cases = new HashMap<>();
    private final Map<ClientId, List<Case>> byClient = new HashMap<>();
    private final Set<ClientId> unsettled = new HashSet<>();
    private Optional<Strays> strays = Optional.empty();

    /// Drafts were never sent, and junk and deleted mail is nobody's business.
    static boolean wasSent(Entry entry) {
        return entry.headers().labels().stream().noneMatch(FolderNames::isLeftOut);
    }

    /// The one case these mails make, judging who is who by them alone.
    static Case single(
            List<Entry> entries, Identity us, ClientDirectory clients, List<Note> notes) {
        return new Filing(History.of(entries, us, notes), clients)
                .asOf(Instant.MAX).cases().stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no mail makes no case"));
    }

    void add(Case filed) {
        cases.put(filed.id(), filed);
        filed.client()
                .ifPresent(client ->
                        byClient.computeIfAbsent(client.id(), c -> new ArrayList<>()).add(filed));
    }

    /// Notes that later mail files conversations of this client otherwise.
    void unsettle(ClientId client) {
        unsettled.add(client);
    }

    /// Whether later mail only adds to the cases of this client, so that what is learned of them
    /// from all mail holds here, too.
    boolean isSettled(ClientId client) {
        return !unsettled.contains(client);
    }

    /// One of its cases as it is judged: with the bounces that threading left elsewhere.
    synchronized Case withBounces(Case filed) {
        Strays known = strays.orElseGet(() -> new Strays(cases.values()));
        strays = Optional.of(known);
        return known.with(filed);
    }

    Collection<Case> cases() {
        return cases.values();
    }

    Optional<Case> find(ConversationId id) {
        return Optional.ofNullable(cases.get(id));
    }

    /// All cases of one client.
    List<Case> of(ClientId client) {
        return byClient.getOrDefault(client, List.of());
    }
}
