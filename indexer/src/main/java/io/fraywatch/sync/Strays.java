package io.fraywatch.sync;

import io.fraywatch.analyze.Case;
import io.fraywatch.analyze.Turn;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Bounce;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.MessageKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Bounces that stand in conversations of their own, by the conversation whose mail they tell of:
/// the mail they name, else our last one to an address that failed.
///
/// Threading leaves them where they are, since nothing but their text ties them to a mail; they
/// count where the mail is that came back.
final class Strays {
    /// A mail system gives up after five days (RFC 5321 §4.5.4.1).
    private static final Duration LONGEST_TRY = Duration.ofDays(6);

    private record Sent(ConversationId conversation, Turn turn) {
        Headers headers() {
            return turn.message().headers();
        }
    }

    private final Map<ConversationId, List<Turn>> bounces = new HashMap<>();

    Strays(Collection<Case> cases) {
        List<Turn> alone = new ArrayList<>();
        for (Case each : cases) {
            if (isBounce(each.turns().getFirst())
                    && each.turns().stream().allMatch(Strays::isBounce)) {
                alone.addAll(each.turns());
            }
        }
        if (!alone.isEmpty()) {
            List<Sent> sent = sent(cases);
            alone.forEach(bounce ->
                    returned(bounce, sent)
                            .ifPresent(mail ->
                                    bounces.computeIfAbsent(
                                                    mail.conversation(), id -> new ArrayList<>())
                                            .add(bounce)));
        }
    }

    /// The case with the bounces that tell of its mails.
    Case with(Case filed) {
        List<Turn> own = bounces.getOrDefault(filed.id(), List.of());
        return own.isEmpty()
                ? filed
                : new Case(
                        filed.id(),
                        filed.client(),
                        Stream.concat(filed.turns().stream(), own.stream()).toList(),
                        filed.notes());
    }

    private static boolean isBounce(Turn turn) {
        return turn.message().kind() == MessageKind.BOUNCE;
    }

    private static List<Sent> sent(Collection<Case> cases) {
        return cases.stream()
                .flatMap(each ->
                        each.turns().stream()
                                .filter(turn -> turn.message().direction() == Direction.FROM_US)
                                .filter(turn -> turn.message().kind() == MessageKind.PERSON)
                                .map(turn -> new Sent(each.id(), turn)))
                .toList();
    }

    private static Optional<Sent> returned(Turn stray, List<Sent> sent) {
        Bounce bounce = stray.message().nature().bounce().orElseThrow();
        Optional<MessageId> original = bounce.original();
        List<Sent> before =
                sent.stream()
                        .filter(mail -> !mail.turn().sentAt().isAfter(stray.sentAt()))
                        .toList();
        return before.stream()
                .filter(mail -> original.isPresent())
                .filter(mail -> mail.headers().messageId().equals(original))
                .findFirst()
                .or(() ->
                        before.stream()
                                .filter(mail ->
                                        mail.turn()
                                                .sentAt()
                                                .isAfter(stray.sentAt().minus(LONGEST_TRY)))
                                .filter(mail -> reaches(mail.headers(), bounce.failed()))
                                .max(Comparator.comparing(mail -> mail.turn().sentAt())));
    }

    private static boolean reaches(Headers headers, List<Address> failed) {
        return Stream.concat(headers.to().stream(), headers.cc().stream())
                .anyMatch(to -> failed.stream().anyMatch(a -> a.address().equals(to.address())));
    }
}
