package io.fraywatch.analyze;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Bounce;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Invitation;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Picks from a conversation what passed between the client and us, up to an instant, oldest first.
///
/// Copies of one mail count once; automatic mail, lists and receipts don't count; nor does what we
/// wrote to one another or to third parties.
final class Steps {
    /// A mail to more people than this is an announcement.
    private static final int MOST_ADDRESSED = 5;

    private final Identity us;
    private final Set<String> circle = new HashSet<>();
    private final Set<Set<String>> theirNames = new HashSet<>();
    private final Set<MessageId> theirMails = new HashSet<>();
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
                if (message.nature().bounce().filter(b -> concerns(b, client)).isPresent()) {
                    steps.add(new Step(Step.Type.UNDELIVERED, turn));
                }
            }
            case CALENDAR -> addMeeting(turn, client);
            case AUTO_REPLY, BULK, RECEIPT -> {
                // nobody wrote it
            }
        }
    }

    /// Whether a mail to the client's side failed, rather than is late or failed with others only.
    private boolean concerns(Bounce bounce, Optional<Client> client) {
        return bounce.severity() != Bounce.Severity.DELAYED
                && (bounce.failed().isEmpty()
                        || bounce.failed().stream()
                                .anyMatch(a ->
                                        circle.contains(a.withoutTag())
                                                || client.filter(c -> belongs(a, c)).isPresent()));
    }

    /// An invitation, or the answer to one; what becomes of it later is no answer.
    private void addMeeting(Turn turn, Optional<Client> client) {
        Message message = turn.message();
        boolean talks =
                message.nature()
                        .invitation()
                        .filter(i ->
                                i.method() == Invitation.Method.REQUEST
                                        || i.method() == Invitation.Method.REPLY
                                        || i.method() == Invitation.Method.COUNTER)
                        .isPresent();
        if (talks && message.direction() == Direction.FROM_CLIENT) {
            steps.add(new Step(Step.Type.THEIR_MEETING, turn));
        } else if (talks
                && message.direction() == Direction.FROM_US
                && reaches(message.headers(), client)) {
            steps.add(new Step(Step.Type.OUR_MEETING, turn));
        }
    }

    private void addPersons(Turn turn, Optional<Client> client) {
        Message message = turn.message();
        switch (message.direction()) {
            case FROM_CLIENT -> {
                steps.add(new Step(Step.Type.THEIRS, turn));
                message.headers().author().ifPresent(this::meet);
                message.headers().messageId().ifPresent(theirMails::add);
                recipients(message.headers()).forEach(a -> circle.add(a.withoutTag()));
            }
            case FROM_US -> {
                if (reaches(message.headers(), client)) {
                    steps.add(new Step(Step.Type.OURS, turn));
                }
            }
            case OTHER ->
                    steps.add(
                            new Step(
                                    isOneOfThem(message) ? Step.Type.THEIRS : Step.Type.OTHERS,
                                    turn));
        }
    }

    private void meet(Address author) {
        circle.add(author.withoutTag());
        theirNames.add(name(author));
    }

    /// Whether it comes from another address of somebody of the client's who has written here: one
    /// with the same full name.
    private boolean isOneOfThem(Message message) {
        return message.headers()
                .author()
                .map(Steps::name)
                .filter(name -> name.size() > 1 && theirNames.contains(name))
                .isPresent();
    }

    /// The words of a name, in whatever order they are written.
    private static Set<String> name(Address author) {
        return Stream.of(author.name().toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /// Whether a mail of ours goes to the client, to a list the client writes to, or as an answer
    /// to the client's mail to an address of ours that isn't its author's: a support address.
    private boolean reaches(Headers headers, Optional<Client> client) {
        List<Address> others = recipients(headers).filter(a -> !us.isOurs(a)).toList();
        if (others.isEmpty()) {
            return recipients(headers).findAny().isEmpty()
                    || (answered(headers).stream().anyMatch(theirMails::contains)
                            && recipients(headers)
                                    .anyMatch(a -> us.isMine(a) && !isAuthor(a, headers)));
        }
        return others.stream()
                .anyMatch(a ->
                        circle.contains(a.withoutTag())
                                || client.filter(c -> belongs(a, c)).isPresent());
    }

    private static boolean isAuthor(Address address, Headers headers) {
        return headers.author()
                .filter(a -> a.withoutTag().equals(address.withoutTag()))
                .isPresent();
    }

    static boolean belongs(Address address, Client client) {
        if (client.addresses().contains(address.withoutTag())
                || client.addresses().contains(address.address())) {
            return true;
        }
        String domain = address.domain();
        return client.domains().stream()
                .anyMatch(d -> domain.equals(d) || domain.endsWith("." + d));
    }

    /// Whether a client's mail speaks to us: it names us among its recipients in `To`, or it
    /// answers a mail of ours. A mail that merely copies us in, that reached us through a list, or
    /// that answers an outsider and reaches us at a shared address only, speaks to somebody else;
    /// one to many speaks to nobody.
    static boolean speaksToUs(Step theirs, List<Step> before, Identity us) {
        Headers headers = theirs.message().headers();
        if (recipients(headers).findAny().isEmpty()) {
            return true;
        }
        Set<MessageId> answered = answered(headers);
        if (answers(answered, before, Step.Type.OURS)) {
            return true;
        }
        if (headers.to().size() > MOST_ADDRESSED) {
            return false;
        }
        boolean toOutsider = answers(answered, before, Step.Type.OTHERS);
        return headers.to().stream()
                .anyMatch(a -> us.isOurs(a) && !(toOutsider && isShared(a, before)));
    }

    /// Whether a mail of ours speaks to an outsider, or to a list and so to nobody in particular:
    /// it answers an outsider, or the client only gets it by way of an address that isn't theirs;
    /// and it names none of the client's people in `To`.
    static boolean speaksToOthers(
            Step ours, List<Step> before, Optional<Client> client, Identity us) {
        Headers headers = ours.message().headers();
        boolean toList =
                recipients(headers).anyMatch(a -> !us.isOurs(a))
                        && recipients(headers)
                                .filter(a -> !us.isOurs(a))
                                .noneMatch(a -> client.filter(c -> belongs(a, c)).isPresent());
        return (toList || answers(answered(headers), before, Step.Type.OTHERS))
                && before.stream()
                        .filter(step -> step.type() == Step.Type.THEIRS)
                        .flatMap(step -> step.message().headers().author().stream())
                        .noneMatch(author ->
                                headers.to().stream()
                                        .anyMatch(a -> a.withoutTag().equals(author.withoutTag())));
    }

    private static boolean answers(Set<MessageId> answered, List<Step> before, Step.Type type) {
        return before.stream()
                .filter(step -> step.type() == type)
                .anyMatch(step ->
                        step.message()
                                .headers()
                                .messageId()
                                .filter(answered::contains)
                                .isPresent());
    }

    /// An address of ours from which nobody has written here.
    private static boolean isShared(Address address, List<Step> before) {
        return before.stream().noneMatch(step -> isAuthor(address, step.message().headers()));
    }

    /// Whether an outsider's mail answers what a client's mail asked: it is a reply to it, or it is
    /// written to its author, and it doesn't only ask us something.
    static boolean answersFor(Step others, Step asked) {
        Headers headers = others.message().headers();
        Optional<MessageId> question = asked.message().headers().messageId();
        boolean replies = question.filter(answered(headers)::contains).isPresent();
        boolean reaches =
                asked.message()
                        .headers()
                        .author()
                        .filter(author ->
                                recipients(headers)
                                        .anyMatch(a -> a.withoutTag().equals(author.withoutTag())))
                        .isPresent();
        return reaches || (replies && !others.onlyAsks());
    }

    /// The mails a mail says it answers: In-Reply-To, or else the last of References.
    static Set<MessageId> answered(Headers headers) {
        Set<MessageId> answered = new HashSet<>(headers.inReplyTo());
        if (answered.isEmpty() && !headers.references().isEmpty()) {
            answered.add(headers.references().getLast());
        }
        return answered;
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
                        headers.date().map(OffsetDateTime::toInstant),
                        headers.author().map(Address::address).orElse("").toLowerCase(Locale.ROOT));
    }
}
