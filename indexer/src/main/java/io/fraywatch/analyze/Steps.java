package io.fraywatch.analyze;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Picks from a conversation what passed between the client and us, up to an instant, oldest first.
///
/// Copies of one mail count once; automatic mail, lists, invitations and receipts don't count; nor
/// does what we wrote to one another or to third parties.
final class Steps {
    private final Identity us;
    private final Set<String> circle = new HashSet<>();
    private final Set<MessageId> ourMails = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();

    private Steps(Identity us) {
        this.us = us;
    }

    static List<Step> of(Case c, Identity us, Instant asOf) {
        Steps walk = new Steps(us);
        for (Turn turn : withoutCopies(c, asOf)) {
            walk.add(turn, c.client());
        }
        return List.copyOf(walk.steps);
    }

    private void add(Turn turn, Optional<Client> client) {
        Message message = turn.message();
        switch (message.kind()) {
            case PERSON -> addPersons(turn, client);
            case OUT_OF_OFFICE -> {
                if (message.direction() == Direction.FROM_CLIENT) {
                    steps.add(new Step(Step.Type.ABSENT, turn));
                }
            }
            case BOUNCE -> {
                if (message.direction() != Direction.FROM_US) {
                    steps.add(new Step(Step.Type.UNDELIVERED, turn));
                }
            }
            case AUTO_REPLY, BULK, CALENDAR, RECEIPT -> {
                // nobody wrote it
            }
        }
    }

    private void addPersons(Turn turn, Optional<Client> client) {
        Message message = turn.message();
        switch (message.direction()) {
            case FROM_CLIENT -> {
                steps.add(new Step(Step.Type.THEIRS, turn));
                message.headers().author().ifPresent(a -> circle.add(a.withoutTag()));
                recipients(message.headers()).forEach(a -> circle.add(a.withoutTag()));
            }
            case FROM_US -> {
                if (reaches(message.headers(), client)) {
                    steps.add(new Step(Step.Type.OURS, turn));
                    message.headers().messageId().ifPresent(ourMails::add);
                }
            }
            case OTHER -> {
                // third parties neither ask us nor answer for anybody
            }
        }
    }

    /// Whether a mail of ours goes to the client, or to a list the client writes to.
    private boolean reaches(Headers headers, Optional<Client> client) {
        List<Address> others = recipients(headers).filter(a -> !us.isOurs(a)).toList();
        if (others.isEmpty()) {
            return recipients(headers).findAny().isEmpty();
        }
        return others.stream()
                .anyMatch(a ->
                        circle.contains(a.withoutTag())
                                || client.filter(c -> belongs(a, c)).isPresent());
    }

    private static boolean belongs(Address address, Client client) {
        if (client.addresses().contains(address.withoutTag())
                || client.addresses().contains(address.address())) {
            return true;
        }
        String domain = address.domain();
        return client.domains().stream()
                .anyMatch(d -> domain.equals(d) || domain.endsWith("." + d));
    }

    /// Whether a client's mail speaks to us: it names us among its recipients in `To`, or it
    /// answers a mail of ours. A mail that merely copies us in, or that reached us through a list,
    /// speaks to somebody else.
    static boolean speaksToUs(Step theirs, List<Step> before, Identity us) {
        Headers headers = theirs.message().headers();
        if (headers.to().stream().anyMatch(us::isOurs) || recipients(headers).findAny().isEmpty()) {
            return true;
        }
        Set<MessageId> answered = new HashSet<>(headers.inReplyTo());
        if (answered.isEmpty() && !headers.references().isEmpty()) {
            answered.add(headers.references().getLast());
        }
        return before.stream()
                .filter(step -> step.type() == Step.Type.OURS)
                .anyMatch(step ->
                        step.message()
                                .headers()
                                .messageId()
                                .filter(answered::contains)
                                .isPresent());
    }

    private static Stream<Address> recipients(Headers headers) {
        return Stream.concat(headers.to().stream(), headers.cc().stream());
    }

    /// The turns up to an instant; of several copies of a mail the one that a person wrote, not the
    /// list's.
    private static List<Turn> withoutCopies(Case c, Instant asOf) {
        Map<Object, Turn> kept = new LinkedHashMap<>();
        for (Turn turn : c.turns()) {
            if (turn.sentAt().isAfter(asOf)) {
                break;
            }
            kept.merge(identity(turn.message()), turn, (a, b) -> a.message().fromPerson() ? a : b);
        }
        return List.copyOf(kept.values());
    }

    /// What makes two mails copies of one: Message-ID, date and author together, since broken
    /// programs repeat an id.
    private static Object identity(Message message) {
        Headers headers = message.headers();
        return headers.messageId().isEmpty()
                ? message.id()
                : List.of(
                        headers.messageId().get(),
                        headers.date().map(d -> d.toInstant().toString()).orElse(""),
                        headers.author().map(Address::address).orElse("").toLowerCase(Locale.ROOT));
    }
}
