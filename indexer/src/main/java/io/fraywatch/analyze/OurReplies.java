package io.fraywatch.analyze;

import io.fraywatch.analyze.Baseline.ReplyTime;
import io.fraywatch.analyze.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How soon we answered what one client asked of us, from their first question that nothing had
/// answered yet to our next mail. Immutable.
final class OurReplies {
    /// What is answered later than this is no answer but a new matter.
    private static final Duration LONGEST = WorkCalendar.businessDays(20);

    private static final int RECENT = 200;

    private record Reply(Instant asked, Instant answered) {}

    private final List<Reply> replies;

    /// @param conversations all with the client, each oldest first
    OurReplies(List<List<Step>> conversations) {
        List<Reply> found = new ArrayList<>();
        conversations.forEach(steps -> collect(steps, found));
        found.sort(Comparator.comparing(Reply::answered));
        this.replies = List.copyOf(found);
    }

    private static void collect(List<Step> steps, List<Reply> out) {
        Optional<Instant> asked = Optional.empty();
        for (Step step : steps) {
            switch (step.type()) {
                case THEIRS ->
                        asked =
                                asked.isEmpty() && (step.asks() || step.troubled())
                                        ? Optional.of(step.at())
                                        : asked;
                case OURS, OUR_MEETING -> {
                    asked.ifPresent(at -> out.add(new Reply(at, step.at())));
                    asked = Optional.empty();
                }
                case OTHERS, THEIR_MEETING, ABSENT, UNDELIVERED -> {
                    // no answer of ours
                }
            }
        }
    }

    /// How many are known.
    int known(WorkCalendar ours, Instant asOf) {
        return took(ours, asOf).size();
    }

    /// Within what business time a percentage of our answers went out; empty below a minimum.
    Optional<ReplyTime> within(double percentile, int least, WorkCalendar ours, Instant asOf) {
        List<Duration> took = took(ours, asOf);
        return took.isEmpty() || took.size() < least
                ? Optional.empty()
                : Optional.of(ReplyTime.of(took, percentile));
    }

    private List<Duration> took(WorkCalendar ours, Instant asOf) {
        List<Reply> known =
                replies.stream().takeWhile(reply -> !reply.answered().isAfter(asOf)).toList();
        return known.subList(Math.max(0, known.size() - RECENT), known.size()).stream()
                .map(reply -> ours.between(reply.asked(), reply.answered()))
                .filter(took -> took.compareTo(LONGEST) <= 0)
                .toList();
    }
}
