package io.fraywatch.analyze;

import io.fraywatch.analyze.text.TextFeatures.Courtesy;
import io.fraywatch.mail.MailId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How unusually abrupt one mail is for its author, measured on that author's earlier mails alone.
///
/// @param earlier how many earlier mails it was compared with
/// @param usualWords their median length
/// @param usual courtesies they show more often than not
/// @param shorter the chance of a mail of theirs being as short as this one
/// @param missing those of the usual courtesies that are left out here and were to be expected
/// @param independent how many features are surprising each for itself
/// @param nats the sum of the one-sided surprises
/// @param usualNats what 95 of 100 of their mails stay below, by their own earlier ones and, while
///   these are few, by anybody's
/// @param plain whether it is short by its purpose, and so never curt
/// @param drift how far their manner has shifted for the terser over their latest mails, as a
///   cumulative sum of standard deviations; a lasting shift from [Past#LASTING] on
record Surprise(
        int earlier,
        double usualWords,
        List<Habit> usual,
        double shorter,
        List<Courtesy> missing,
        int independent,
        double nats,
        double usualNats,
        boolean plain,
        double drift) {
    /// The order in which mails were written.
    static final Comparator<Manner> ORDER =
            Comparator.comparing(Manner::at).thenComparing(Manner::mail);

    /// Enough mails of one sort to compare only with those.
    private static final int ENOUGH = 8;

    private static final int RECENT = 200;
    private static final double RARE = 0.2;

    /// A courtesy that somebody usually shows.
    ///
    /// @param times in how many of the earlier mails
    /// @param shown whether this mail shows it
    record Habit(Courtesy courtesy, int times, boolean shown) {}

    Surprise {
        usual = List.copyOf(usual);
        missing = List.copyOf(missing);
    }

    /// Whether their manner has shifted over several mails.
    boolean lasting() {
        return !plain && drift >= Past.LASTING;
    }

    /// Measures every mail on the ones its author sent before it.
    static Map<MailId, Surprise> of(List<Manner> manners) {
        Map<String, List<Manner>> byAuthor = new HashMap<>();
        for (Manner manner : manners) {
            byAuthor.computeIfAbsent(manner.author(), a -> new ArrayList<>()).add(manner);
        }
        Map<MailId, Surprise> out = new HashMap<>();
        for (List<Manner> own : byAuthor.values()) {
            own.sort(ORDER);
            measure(own, out);
        }
        return out;
    }

    private static void measure(List<Manner> own, Map<MailId, Surprise> out) {
        Past past = new Past();
        for (int i = 0; i < own.size(); i++) {
            Manner mail = own.get(i);
            Habits habits = habits(mail, own.subList(Math.max(past.since(), i - RECENT), i));
            Tally tally = new Tally(mail, habits);
            double limit = past.limit();
            boolean known = habits.size() >= ENOUGH;
            if (known && !mail.plain()) {
                past.add(i, tally.nats, terser(mail, habits));
            }
            out.put(mail.mail(), tally.sum(limit, known ? past.drift() : 0));
        }
    }

    /// Mails written on the phone are compared with such, and where there are enough, those that
    /// follow another within hours with such.
    private static Habits habits(Manner mail, List<Manner> earlier) {
        List<Manner> peers =
                earlier.stream()
                        .filter(p -> p.shows(Courtesy.MOBILE) == mail.shows(Courtesy.MOBILE))
                        .toList();
        List<Manner> alike = peers.stream().filter(p -> p.rapid() == mail.rapid()).toList();
        return new Habits(alike.size() >= ENOUGH ? alike : peers);
    }

    private static double terser(Manner mail, Habits habits) {
        return habits.below(mail, Manner::logWords) + habits.below(mail, Surprise::courtesies);
    }

    private static double courtesies(Manner mail) {
        return Habits.COURTESIES.stream().filter(mail::shows).count();
    }

    /// Sums the surprises of one mail up.
    private static final class Tally {
        private final Manner mail;
        private final Habits habits;
        private final double shorter;
        private final List<Habit> usual = new ArrayList<>();
        private final List<Courtesy> missing = new ArrayList<>();
        private int independent;
        private double nats;

        Tally(Manner mail, Habits habits) {
            this.mail = mail;
            this.habits = habits;
            shorter = habits.atMost(mail, Manner::logWords);
            add(shorter);
            Habits.COURTESIES.forEach(this::look);
            nats += surprise(habits.atMost(mail, Manner::politeness)) * POLITENESS;
        }

        /// A model of politeness knows little of short mails: half its surprise, and no witness.
        private static final double POLITENESS = 0.5;

        private void look(Courtesy courtesy) {
            double without = habits.without(courtesy);
            if (without >= 0.5) {
                return;
            }
            boolean shown = mail.shows(courtesy);
            usual.add(new Habit(courtesy, habits.times(courtesy), shown));
            if (!shown && isExpected(courtesy)) {
                missing.add(courtesy);
                add(without);
            }
        }

        /// Nobody greets or signs within a quick exchange.
        private boolean isExpected(Courtesy courtesy) {
            boolean edge = courtesy == Courtesy.GREETING || courtesy == Courtesy.CLOSING;
            return !edge || !mail.rapid() || habits.mails().stream().allMatch(Manner::rapid);
        }

        private void add(double chance) {
            nats += surprise(chance);
            independent += chance <= RARE ? 1 : 0;
        }

        private static double surprise(double chance) {
            return chance < 0.5 ? -Math.log(chance) : 0;
        }

        Surprise sum(double usualNats, double drift) {
            return new Surprise(
                    habits.size(),
                    habits.medianWords(),
                    usual,
                    shorter,
                    missing,
                    independent,
                    nats,
                    usualNats,
                    mail.plain(),
                    drift);
        }
    }
}
