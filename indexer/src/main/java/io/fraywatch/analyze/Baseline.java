package io.fraywatch.analyze;

import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Note;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/// One client's own norm: how fast they answer us and how they write.
///
/// May be made from all mail there is: each question names an instant, and only what was sent by
/// then counts in its answer. Immutable; safe for many threads.
public final class Baseline {
    /// A client of whom nothing is known.
    public static final Baseline EMPTY =
            new Baseline(
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of(),
                    new ReplyChance(List.of(), WorkCalendar.officeHours(java.time.ZoneOffset.UTC)),
                    new OurReplies(List.of()),
                    Map.of(),
                    List.of());

    /// The most recent so many answers make the norm; people change.
    private static final int RECENT_REPLIES = 200;

    private static final int RECENT_MAILS = 400;

    private static final Duration SIX_WEEKS = Duration.ofDays(42);

    /// A later mail of theirs is no answer but a new matter.
    private static final double LONGEST_REPLY_BUSINESS_DAYS = 20;

    /// How long within which most of a client's answers come.
    ///
    /// @param within business time, by the client's calendar
    /// @param replies how many answers it rests on
    public record ReplyTime(Duration within, int replies) {
        /// @param took how long each took, at least one
        /// @param percentile between two of them it is interpolated
        static ReplyTime of(List<Duration> took, double percentile) {
            List<Duration> sorted = took.stream().sorted().toList();
            double place = percentile / 100 * (sorted.size() - 1);
            int below = (int) place;
            Duration low = sorted.get(below);
            Duration high = sorted.get(Math.min(below + 1, sorted.size() - 1));
            double millis = low.toMillis() + (place - below) * high.minus(low).toMillis();
            return new ReplyTime(Duration.ofMillis(Math.round(millis)), sorted.size());
        }
    }

    /// How regularly a client writes, in all conversations together.
    ///
    /// @param last their latest mail's conversation
    /// @param lastAt when it came
    /// @param activeDays on how many days they wrote
    /// @param recentDays on how many of these within six weeks before the latest
    /// @param usualPause business time that 19 of 20 pauses between such days stay below
    record Rhythm(
            ConversationId last,
            Instant lastAt,
            int activeDays,
            int recentDays,
            Duration usualPause) {}

    /// The rhythm of the first so many of their mails.
    private record Told(int by, WorkCalendar theirs, Optional<Rhythm> rhythm) {}

    private record Reply(Instant at, Duration took) {}

    private record Heard(Instant at, ConversationId conversation) {}

    private final List<Reply> replies;
    private final List<Heard> heard;
    private final List<Elsewhere> openings;
    private final Map<String, Instant> firstSeen;
    private final ReplyChance chance;
    private final OurReplies ourReplies;
    private final Map<MailId, Surprise> surprises;
    private final List<Note> notes;

    /// The latest answer, which holds until they write again.
    private volatile Told told =
            new Told(0, WorkCalendar.officeHours(ZoneOffset.UTC), Optional.empty());

    private Baseline(
            List<Reply> replies,
            List<Heard> heard,
            List<Elsewhere> openings,
            Map<String, Instant> firstSeen,
            ReplyChance chance,
            OurReplies ourReplies,
            Map<MailId, Surprise> surprises,
            List<Note> notes) {
        this.replies = replies.stream().sorted(Comparator.comparing(Reply::at)).toList();
        this.heard = heard.stream().sorted(Comparator.comparing(Heard::at)).toList();
        this.openings = openings.stream().sorted(Comparator.comparing(Elsewhere::at)).toList();
        this.chance = chance;
        this.ourReplies = ourReplies;
        this.firstSeen = Map.copyOf(firstSeen);
        this.surprises = Map.copyOf(surprises);
        this.notes = List.copyOf(notes);
    }

    /// The norm of a client.
    ///
    /// @param cases all conversations with this one client
    /// @param theirs when the client works
    public static Baseline of(Collection<Case> cases, Identity us, WorkCalendar theirs) {
        List<Reply> replies = new ArrayList<>();
        List<Heard> heard = new ArrayList<>();
        List<Elsewhere> openings = new ArrayList<>();
        Map<String, Instant> firstSeen = new HashMap<>();
        List<Exchange> exchanges = new ArrayList<>();
        List<Manner> manners = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        List<List<Step>> conversations = new ArrayList<>();
        for (Case c : cases) {
            List<Step> steps = Steps.of(c, us, Instant.MAX);
            collectReplies(steps, c.notes(), theirs, replies);
            exchanges.addAll(Exchange.of(steps, c.notes()));
            notes.addAll(c.notes());
            c.client().ifPresent(client -> collectPeople(c, client, firstSeen));
            steps.stream()
                    .filter(s -> s.type() == Step.Type.OURS || s.type() == Step.Type.THEIRS)
                    .limit(1)
                    .forEach(s -> openings.add(Elsewhere.of(c.id(), s)));
            for (Step step : steps) {
                if (step.type() == Step.Type.THEIRS) {
                    heard.add(new Heard(step.at(), c.id()));
                }
            }
            manners.addAll(Manner.of(steps));
            conversations.add(steps);
        }
        return new Baseline(
                replies,
                heard,
                openings,
                firstSeen,
                new ReplyChance(exchanges, theirs),
                new OurReplies(conversations),
                Surprise.of(manners),
                notes);
    }

    private static void collectPeople(Case c, Client client, Map<String, Instant> firstSeen) {
        for (Turn turn : c.turns()) {
            Headers headers = turn.message().headers();
            Stream.of(headers.from(), headers.to(), headers.cc())
                    .flatMap(List::stream)
                    .filter(address -> Steps.belongs(address, client))
                    .forEach(address ->
                            firstSeen.merge(
                                    address.withoutTag(),
                                    turn.sentAt(),
                                    (a, b) -> a.isBefore(b) ? a : b));
        }
    }

    private static void collectReplies(
            List<Step> steps, List<Note> notes, WorkCalendar theirs, List<Reply> out) {
        Duration longest = WorkCalendar.businessDays(LONGEST_REPLY_BUSINESS_DAYS);
        Step waiting = null;
        boolean away = false;
        for (Step step : steps) {
            if (waiting != null && Noted.spoke(notes, waiting.at(), step.at()).isPresent()) {
                waiting = null;
                away = false;
            }
            switch (step.type()) {
                case OURS -> waiting = waiting == null && !step.onlyThanks() ? step : waiting;
                case ABSENT -> away = true;
                case UNDELIVERED -> waiting = null;
                case OTHERS, OUR_MEETING -> {
                    // no answer of theirs
                }
                case THEIRS, THEIR_MEETING -> {
                    if (waiting != null && !away) {
                        Duration took = theirs.between(waiting.at(), step.at());
                        if (took.compareTo(longest) <= 0) {
                            out.add(new Reply(step.at(), took));
                        }
                    }
                    waiting = null;
                    away = false;
                }
            }
        }
    }

    /// Within what business time a percentage of the client's answers came; empty below a minimum
    /// of answers.
    ///
    /// @param percentile above 0, below 100; between two answers it is interpolated
    public Optional<ReplyTime> replyTime(double percentile, int minReplies, Instant asOf) {
        int known = countBy(replies, Reply::at, asOf);
        if (known < minReplies || known == 0) {
            return Optional.empty();
        }
        List<Duration> took =
                replies.subList(Math.max(0, known - RECENT_REPLIES), known).stream()
                        .map(Reply::took)
                        .toList();
        return Optional.of(ReplyTime.of(took, percentile));
    }

    /// How many answers of theirs are known by an instant.
    int replies(Instant asOf) {
        return countBy(replies, Reply::at, asOf);
    }

    /// How soon we answered them.
    OurReplies ourReplies() {
        return ourReplies;
    }

    /// How many of a list in order of time came by an instant.
    private static <T> int countBy(List<T> all, Function<T, Instant> time, Instant asOf) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time.apply(all.get(middle)).isAfter(asOf)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// The chance that the client still answers what has waited for a while.
    ReplyChance chance() {
        return chance;
    }

    /// When the client last wrote in another conversation than this one, between two instants.
    public Optional<Instant> heardElsewhere(
            ConversationId conversation, Instant after, Instant asOf) {
        return heard.reversed().stream()
                .filter(h -> h.at().isAfter(after) && !h.at().isAfter(asOf))
                .filter(h -> !h.conversation().equals(conversation))
                .map(Heard::at)
                .findFirst();
    }

    /// What was noted by hand of the client, in all conversations together.
    Noted noted(WorkCalendar ours, Instant asOf) {
        return Noted.of(notes, ours, asOf);
    }

    /// The conversation that holds the client's latest mail, up to an instant; empty when they
    /// haven't written.
    public Optional<ConversationId> lastHeardIn(Instant asOf) {
        int known = countBy(heard, Heard::at, asOf);
        return known == 0 ? Optional.empty() : Optional.of(heard.get(known - 1).conversation());
    }

    /// How regularly the client has written, up to an instant; empty when they haven't.
    Optional<Rhythm> rhythm(Instant asOf, WorkCalendar theirs) {
        int by = countBy(heard, Heard::at, asOf);
        Told last = told;
        if (last.by() != by || !last.theirs().equals(theirs)) {
            last = new Told(by, theirs, rhythm(by, theirs));
            told = last;
        }
        return last.rhythm();
    }

    private Optional<Rhythm> rhythm(int by, WorkCalendar theirs) {
        List<Heard> known = heard.subList(Math.max(0, by - RECENT_MAILS), by).reversed();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Instant last = known.getFirst().at();
        List<Duration> pauses = new ArrayList<>();
        int recent = 1;
        Instant later = last;
        for (Heard mail : known) {
            if (!day(mail.at(), theirs).equals(day(later, theirs))) {
                pauses.add(theirs.between(mail.at(), later));
                later = mail.at();
                recent += mail.at().isAfter(last.minus(SIX_WEEKS)) ? 1 : 0;
            }
        }
        Duration usual =
                pauses.isEmpty()
                        ? Duration.ZERO
                        : pauses.stream()
                                .sorted()
                                .toList()
                                .get((int) Math.ceil(0.95 * pauses.size()) - 1);
        return Optional.of(
                new Rhythm(
                        known.getFirst().conversation(), last, pauses.size() + 1, recent, usual));
    }

    private static LocalDate day(Instant instant, WorkCalendar theirs) {
        return instant.atZone(theirs.zone()).toLocalDate();
    }

    /// When one of the client's people was first seen in any mail, as author or recipient.
    Optional<Instant> firstSeen(Address address) {
        return Optional.ofNullable(firstSeen.get(address.withoutTag()));
    }

    /// How many of the client's people were seen before an instant.
    int peopleSeen(Instant before) {
        return (int) firstSeen.values().stream().filter(seen -> seen.isBefore(before)).count();
    }

    /// What began other conversations with the client than this one, after one instant and up to
    /// another, oldest first.
    List<Elsewhere> openedElsewhere(ConversationId conversation, Instant after, Instant asOf) {
        return openings
                .subList(
                        countBy(openings, Elsewhere::at, after),
                        countBy(openings, Elsewhere::at, asOf))
                .stream()
                .filter(mail -> !mail.conversation().equals(conversation))
                .toList();
    }

    /// How unusual a mail of theirs is for its author, by their earlier mails; empty for mails that
    /// aren't theirs.
    Optional<Surprise> surprise(MailId mail) {
        return Optional.ofNullable(surprises.get(mail));
    }

    /// How many earlier mails of its author a mail of the client's can be compared with.
    public OptionalInt earlierMails(MailId mail) {
        Surprise surprise = surprises.get(mail);
        return surprise == null ? OptionalInt.empty() : OptionalInt.of(surprise.earlier());
    }
}
