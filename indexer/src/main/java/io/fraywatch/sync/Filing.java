package io.fraywatch.sync;

import io.fraywatch.analyze.Case;
import io.fraywatch.analyze.Turn;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientDirectory;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Message;
import io.fraywatch.sync.Strand.Mail;
import io.fraywatch.sync.Strand.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Files the mail of one account under its clients, as of any instant.
///
/// A client whom the user didn't name must have written to us at least once by then: a mailing list
/// or an address we once wrote to isn't a client. What was filed once is kept, so the next instant
/// costs little. Not safe for several threads.
final class Filing {
    private final History history;
    private final ClientDirectory clients;
    private final Map<Address, Optional<Client>> known = new HashMap<>();
    private final Map<ClientId, List<Message>> written = new HashMap<>();
    private final Map<ClientId, Instant> firstWrote = new HashMap<>();
    private final Set<ClientId> named = new HashSet<>();
    private final List<Drawer> drawers = new ArrayList<>();

    Filing(History history, ClientDirectory clients) {
        this.history = history;
        this.clients = clients;
        clients.named().forEach(client -> named.add(client.id()));
        for (Strand strand : history.strands()) {
            drawers.add(new Drawer(strand));
            strand.whole().forEach(part -> part.mails().forEach(this::noteWriter));
        }
    }

    private void noteWriter(Mail mail) {
        if (mail.message().fromPerson()) {
            author(mail.message())
                    .ifPresent(client -> {
                        written.computeIfAbsent(client.id(), id -> new ArrayList<>())
                                .add(mail.message());
                        firstWrote.merge(
                                client.id(),
                                mail.message().sentAt(),
                                (a, b) -> a.isBefore(b) ? a : b);
                    });
        }
    }

    /// What persons wrote who are no part of us, by whose people they are; in no order.
    Map<ClientId, List<Message>> written() {
        return Collections.unmodifiableMap(written);
    }

    History history() {
        return history;
    }

    /// What there was at that instant.
    Docket asOf(Instant asOf) {
        Docket docket = new Docket();
        for (Drawer drawer : drawers) {
            for (Filed filed : drawer.by(asOf)) {
                docket.add(filed.asOf(asOf));
            }
            if (!drawer.settledBy(asOf)) {
                drawer.parties().forEach(docket::unsettle);
            }
        }
        return docket;
    }

    private Optional<Client> author(Message message) {
        return message.headers().author().flatMap(this::client);
    }

    private Optional<Client> client(Address address) {
        return known.computeIfAbsent(
                address, a -> history.us().isOurs(a) ? Optional.empty() : clients.clientOf(a));
    }

    /// The client who wrote first, else the first we wrote to.
    private Optional<Client> clientOf(Part part) {
        return part.mails().stream()
                .flatMap(mail -> author(mail.message()).stream())
                .findFirst()
                .or(() ->
                        part.mails().stream()
                                .flatMap(mail -> recipients(mail.message()))
                                .flatMap(address -> client(address).stream())
                                .findFirst());
    }

    private static Stream<Address> recipients(Message message) {
        return Stream.concat(message.headers().to().stream(), message.headers().cc().stream());
    }

    /// The conversations that one strand makes, filed.
    @SuppressWarnings("ReferenceEquality") // the very same list: nothing has come since
    private final class Drawer {
        private final Strand strand;
        private final List<Filed> whole;
        private List<Part> parts = List.of();
        private List<Filed> filed = List.of();

        Drawer(Strand strand) {
            this.strand = strand;
            this.whole = strand.whole().stream().map(Filed::new).toList();
        }

        List<Filed> by(Instant asOf) {
            List<Part> now = strand.by(asOf, history.threader());
            if (now == strand.whole()) {
                return whole;
            }
            if (now != parts) {
                parts = now;
                filed = now.stream().map(Filed::new).toList();
            }
            return filed;
        }

        /// Whether what was there by then is still filed as it was.
        boolean settledBy(Instant asOf) {
            List<Filed> then = by(asOf);
            if (then.isEmpty()) {
                return true;
            }
            return then == whole
                    || (then.size() == 1
                            && whole.size() == 1
                            && then.getFirst().isLike(whole.getFirst()));
        }

        /// Everybody it is or was filed under.
        Stream<ClientId> parties() {
            return Stream.concat(whole.stream(), filed.stream())
                    .flatMap(each -> each.client.stream())
                    .map(Client::id);
        }
    }

    /// One conversation and whose it is.
    private final class Filed {
        private final Part part;
        private final Optional<Client> client;
        private Optional<Case> theirs = Optional.empty();
        private Optional<Case> nobodys = Optional.empty();

        Filed(Part part) {
            this.part = part;
            this.client = clientOf(part);
        }

        Case asOf(Instant asOf) {
            if (client.filter(c -> isClientBy(c.id(), asOf)).isPresent()) {
                theirs = theirs.or(() -> Optional.of(file(client)));
                return theirs.get();
            }
            nobodys = nobodys.or(() -> Optional.of(file(Optional.empty())));
            return nobodys.get();
        }

        boolean isLike(Filed other) {
            return part.id().equals(other.part.id())
                    && client.map(Client::id).equals(other.client.map(Client::id));
        }

        private boolean isClientBy(ClientId id, Instant asOf) {
            Instant first = firstWrote.get(id);
            return named.contains(id) || (first != null && !first.isAfter(asOf));
        }

        private Case file(Optional<Client> owner) {
            List<Turn> turns =
                    part.mails().stream()
                            .map(mail -> new Turn(directed(mail.message(), owner), mail.text()))
                            .toList();
            return new Case(part.id(), owner, turns, part.notes());
        }
    }

    private Message directed(Message message, Optional<Client> owner) {
        return new Message(
                message.id(),
                message.sentAt(),
                message.headers(),
                message.nature(),
                direction(message, owner),
                message.traces());
    }

    private Direction direction(Message message, Optional<Client> owner) {
        if (message.headers().author().filter(history.us()::isOurs).isPresent()) {
            return Direction.FROM_US;
        }
        boolean theirs =
                owner.isPresent() && author(message).map(Client::id).equals(owner.map(Client::id));
        return theirs ? Direction.FROM_CLIENT : Direction.OTHER;
    }
}
