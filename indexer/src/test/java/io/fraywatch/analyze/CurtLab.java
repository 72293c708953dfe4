package io.fraywatch.analyze;

import io.fraywatch.analyze.text.TextFeatures;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Lets measures ask how often a sender's mails are called curt, as they are and after a planted
/// change of manner. Each sender in turn is the client, and everybody else is us.
public final class CurtLab {
    private static final Thresholds.CurtReply THRESHOLD = Thresholds.DEFAULTS.curtReply();

    /// How often mails of one sender were called curt.
    ///
    /// @param mails those with enough earlier ones
    /// @param curt how many of them stood out by themselves
    /// @param flagged how many of them did, or stood within a lasting shift
    /// @param onceSeen the share of single planted mails called curt
    /// @param shiftSeen whether a planted change of manner was seen as lasting
    public record Sender(
            String address, int mails, int curt, int flagged, double onceSeen, boolean shiftSeen) {
        public double share() {
            return mails == 0 ? 0 : (double) curt / mails;
        }

        public double flaggedShare() {
            return mails == 0 ? 0 : (double) flagged / mails;
        }
    }

    private CurtLab() {}

    /// Every sender with so many mails at least.
    ///
    /// @param planted how many of the sender's last mails are planted once more, terse and bare
    public static List<Sender> senders(Collection<Case> cases, int atLeast, int planted) {
        List<Sender> out = new ArrayList<>();
        Map<String, List<Case>> byAuthor = byAuthor(cases);
        byAuthor.forEach((author, theirs) -> {
            List<Manner> own = manners(author, byAuthor.keySet(), theirs);
            if (own.size() >= atLeast) {
                out.add(sender(author, own, planted));
            }
        });
        return out;
    }

    private static Map<String, List<Case>> byAuthor(Collection<Case> cases) {
        Map<String, List<Case>> out = new TreeMap<>();
        for (Case each : cases) {
            Set<String> authors = new HashSet<>();
            each.turns().forEach(turn -> author(turn.message()).ifPresent(authors::add));
            authors.forEach(a -> out.computeIfAbsent(a, x -> new ArrayList<>()).add(each));
        }
        return out;
    }

    /// What a sender wrote in all their conversations, oldest first.
    static List<Manner> manners(String author, Set<String> everybody, List<Case> cases) {
        Set<String> others = new HashSet<>(everybody);
        others.remove(author);
        Identity us = new Identity(others, Set.of());
        Client client =
                new Client(
                        new ClientId("sender"),
                        author,
                        Set.of(),
                        Set.of(author),
                        Optional.empty(),
                        Optional.empty());
        List<Manner> own = new ArrayList<>();
        for (Case each : cases) {
            List<Turn> turns =
                    each.turns().stream()
                            .map(turn -> new Turn(seenBy(turn.message(), author), turn.text()))
                            .toList();
            Case seen = new Case(each.id(), Optional.of(client), turns);
            Manner.of(Steps.of(seen, us, Instant.MAX)).stream()
                    .filter(manner -> manner.author().equals(author))
                    .forEach(own::add);
        }
        own.sort(Surprise.ORDER);
        return own;
    }

    private static Message seenBy(Message message, String author) {
        boolean own = author(message).filter(author::equals).isPresent();
        return new Message(
                message.id(),
                message.sentAt(),
                message.headers(),
                message.nature(),
                own ? Direction.FROM_CLIENT : Direction.FROM_US,
                message.traces());
    }

    private static Optional<String> author(Message message) {
        return message.headers().author().map(Address::withoutTag).filter(a -> a.contains("@"));
    }

    static Sender sender(String address, List<Manner> own, int planted) {
        int mails = 0;
        int curt = 0;
        int flagged = 0;
        for (Surprise surprise : Surprise.of(own).values()) {
            if (surprise.earlier() >= THRESHOLD.minEarlierMails()) {
                boolean abrupt = Curtness.abrupt(surprise, THRESHOLD);
                mails++;
                curt += abrupt ? 1 : 0;
                flagged += abrupt || surprise.lasting() ? 1 : 0;
            }
        }
        List<Manner> terse = new ArrayList<>();
        for (Manner mail : own.subList(Math.max(0, own.size() - planted), own.size())) {
            terse.add(terse(mail, terse.size()));
        }
        return new Sender(
                address, mails, curt, flagged, onceSeen(own, terse), shiftSeen(own, terse));
    }

    /// The share of planted mails that are called curt where each is the only one.
    private static double onceSeen(List<Manner> own, List<Manner> terse) {
        int seen = 0;
        for (Manner mail : terse) {
            List<Manner> with = new ArrayList<>(own);
            with.add(mail);
            seen += Curtness.abrupt(surprise(mail, with), THRESHOLD) ? 1 : 0;
        }
        return (double) seen / terse.size();
    }

    private static boolean shiftSeen(List<Manner> own, List<Manner> terse) {
        List<Manner> with = new ArrayList<>(own);
        with.addAll(terse);
        Map<MailId, Surprise> after = Surprise.of(with);
        return terse.stream()
                .flatMap(mail -> Optional.ofNullable(after.get(mail.mail())).stream())
                .anyMatch(Surprise::lasting);
    }

    private static Surprise surprise(Manner mail, List<Manner> all) {
        return Optional.ofNullable(Surprise.of(all).get(mail.mail())).orElseThrow();
    }

    /// A mail of theirs cut to a third of its words, without any courtesy.
    private static Manner terse(Manner mail, int index) {
        TextFeatures text = mail.text();
        return new Manner(
                new MailId("planted-" + index + "-" + mail.mail()),
                mail.author(),
                Instant.MAX.minusSeconds(1000 - index),
                new TextFeatures(
                        Math.max(1, text.words() / 3),
                        EnumSet.noneOf(TextFeatures.Courtesy.class),
                        text.politeness(),
                        text.formality(),
                        text.language(),
                        text.promisedDay(),
                        text.sentences()),
                false,
                false);
    }
}
