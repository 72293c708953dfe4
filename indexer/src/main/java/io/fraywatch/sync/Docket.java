package io.fraywatch.sync;

import io.fraywatch.analyze.Case;
import io.fraywatch.analyze.Turn;
import io.fraywatch.analyze.text.TextFeatures;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientDirectory;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.MessageKind;
import io.fraywatch.source.FolderNames;
import io.fraywatch.store.Entry;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The cases of one account as of an instant, each with the client it belongs to.
///
/// A client whom the user didn't name must have written to us at least once: a mailing list or an
/// address we once wrote to isn't a client.
final class Docket {
    private final Map<ConversationId, Case> cases = new HashMap<>();
    private final Map<ClientId, List<Case>> byClient = new HashMap<>();

    /// Reads all mail up to `asOf`.
    static Docket of(View view, Identity identity, ClientDirectory clients, Instant asOf)
            throws StoreException {
        Map<ConversationId, List<Entry>> conversations = new HashMap<>();
        view.forEach(entry -> {
            if (!entry.sentAt().isAfter(asOf) && wasSent(entry)) {
                conversations
                        .computeIfAbsent(entry.conversation(), id -> new ArrayList<>())
                        .add(entry);
            }
        });
        return new Docket(conversations, new Parties(identity, clients, conversations.values()));
    }

    /// Drafts were never sent, and junk and deleted mail is nobody's business.
    static boolean wasSent(Entry entry) {
        return entry.headers().labels().stream().noneMatch(FolderNames::isLeftOut);
    }

    /// The one case these mails make, judging who is who by them alone.
    static Case single(List<Entry> entries, Identity identity, ClientDirectory clients) {
        return file(
                entries.getFirst().conversation(),
                new ArrayList<>(entries),
                new Parties(identity, clients, List.of(entries)));
    }

    private Docket(Map<ConversationId, List<Entry>> conversations, Parties parties) {
        conversations.forEach((id, entries) -> {
            Case filed = file(id, entries, parties);
            cases.put(id, filed);
            filed.client()
                    .ifPresent(client ->
                            byClient.computeIfAbsent(client.id(), c -> new ArrayList<>())
                                    .add(filed));
        });
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

    private static Case file(ConversationId id, List<Entry> entries, Parties parties) {
        entries.sort(Comparator.comparing(Entry::sentAt).thenComparing(Entry::id));
        Optional<Client> client = parties.clientOf(entries);
        List<Turn> turns =
                entries.stream()
                        .map(entry ->
                                new Turn(
                                        Messages.of(entry, parties.direction(entry, client)),
                                        TextFeatures.decode(entry.features())))
                        .toList();
        return new Case(id, client, turns);
    }

    /// Who is who in one account.
    private static final class Parties {
        private final Identity identity;
        private final ClientDirectory clients;
        private final Set<ClientId> correspondents = new HashSet<>();

        Parties(Identity identity, ClientDirectory clients, Collection<List<Entry>> conversations) {
            this.identity = identity;
            this.clients = clients;
            clients.named().forEach(client -> correspondents.add(client.id()));
            for (List<Entry> entries : conversations) {
                for (Entry entry : entries) {
                    if (entry.kind() == MessageKind.PERSON) {
                        author(entry).ifPresent(client -> correspondents.add(client.id()));
                    }
                }
            }
        }

        Direction direction(Entry entry, Optional<Client> client) {
            Optional<Address> author = entry.headers().author();
            if (author.filter(identity::isOurs).isPresent()) {
                return Direction.FROM_US;
            }
            boolean theirs =
                    client.isPresent()
                            && author(entry).map(Client::id).equals(client.map(Client::id));
            return theirs ? Direction.FROM_CLIENT : Direction.OTHER;
        }

        /// The client who wrote first, else the first we wrote to.
        Optional<Client> clientOf(List<Entry> entries) {
            Optional<Client> writer =
                    entries.stream().flatMap(entry -> author(entry).stream()).findFirst();
            return writer.or(() ->
                            entries.stream()
                                    .flatMap(entry ->
                                            Stream.concat(
                                                    entry.headers().to().stream(),
                                                    entry.headers().cc().stream()))
                                    .flatMap(address -> client(address).stream())
                                    .findFirst())
                    .filter(client -> correspondents.contains(client.id()));
        }

        private Optional<Client> author(Entry entry) {
            return entry.headers().author().flatMap(this::client);
        }

        private Optional<Client> client(Address address) {
            return identity.isOurs(address) ? Optional.empty() : clients.clientOf(address);
        }
    }
}
