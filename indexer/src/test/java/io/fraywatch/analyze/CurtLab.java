package io.fraywatch.analyze;

import io.fraywatch.analyze.text.TextFeatures;
import io.fraywatch.mail.MailId;
import io.fraywatch.sync.Casebook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lets measures ask how often a sender's mails are called curt, as they are and after a planted
/// change of manner.
public final class CurtLab {
    private static final Thresholds.CurtReply THRESHOLD = Thresholds.DEFAULTS.curtReply();

    /// How often mails of one sender were called curt.
    ///
    /// @param mails those with enough earlier ones
    /// @param lasting how many of them stood within a lasting shift
    /// @param shiftFound whether the planted change was seen as one
    public record Sender(int mails, int curt, int lasting, boolean shiftFound) {
        public double share() {
            return mails == 0 ? 0 : (double) curt / mails;
        }
    }

    private CurtLab() {}

    /// Every client sender with so many mails at least.
    ///
    /// @param planted how many mails after the sender's last are made terse and bare
    public static List<Sender> senders(Casebook book, int atLeast, int planted) {
        Map<String, List<Manner>> byAuthor = new HashMap<>();
        for (Case c : book.cases()) {
            for (Manner manner : Manner.of(Steps.of(c, book.us(), Instant.MAX))) {
                byAuthor.computeIfAbsent(manner.author(), a -> new ArrayList<>()).add(manner);
            }
        }
        List<Sender> out = new ArrayList<>();
        for (List<Manner> own : byAuthor.values()) {
            if (own.size() >= atLeast) {
                own.sort(Comparator.comparing(Manner::at).thenComparing(Manner::mail));
                out.add(sender(own, planted));
            }
        }
        return out;
    }

    private static Sender sender(List<Manner> own, int planted) {
        Map<MailId, Surprise> surprises = Surprise.of(own);
        int mails = 0;
        int curt = 0;
        int lasting = 0;
        for (Surprise surprise : surprises.values()) {
            if (surprise.earlier() >= THRESHOLD.minEarlierMails()) {
                mails++;
                curt += Curtness.abrupt(surprise, THRESHOLD) ? 1 : 0;
                lasting += surprise.drift() >= Surprise.LASTING ? 1 : 0;
            }
        }
        List<Manner> changed = new ArrayList<>(own);
        for (int i = 0; i < planted; i++) {
            changed.add(terse(own.get(own.size() - planted + i), i));
        }
        Map<MailId, Surprise> after = Surprise.of(changed);
        boolean found =
                changed.subList(own.size(), changed.size()).stream()
                        .map(manner -> after.getOrDefault(manner.mail(), NOTHING))
                        .anyMatch(surprise -> surprise.drift() >= Surprise.LASTING);
        return new Sender(mails, curt, lasting, found);
    }

    private static final Surprise NOTHING = new Surprise(0, 0, 1, List.of(), 0, 0, 0, 0);

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
                false);
    }
}
