package io.fraywatch.analyze;

import io.fraywatch.analyze.Baseline.ReplyTime;
import io.fraywatch.analyze.Surprise.Habit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Sets one conversation beside the norm of its client: how they write, how soon they answer, how
/// soon we do, how often they write. Says where too little is known, and nothing of what doesn't
/// arise: a client who owes no answer isn't measured by how fast they answer.
final class Norms {
    /// Naming more than their firmest habits tells no more.
    private static final int MOST_HABITS = 3;

    private final Case filed;
    private final Course course;
    private final Baseline baseline;
    private final Setting setting;
    private final Instant asOf;

    Norms(Case filed, Course course, Baseline baseline, Setting setting, Instant asOf) {
        this.filed = filed;
        this.course = course;
        this.baseline = baseline;
        this.setting = setting;
        this.asOf = asOf;
    }

    List<Norm> all() {
        return Stream.of(manner(), answers(), ourAnswers(), rhythm())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Norm> manner() {
        return course.steps().reversed().stream()
                .filter(step -> step.type() == Step.Type.THEIRS)
                .findFirst()
                .filter(mail -> mail.turn().text().isRead())
                .flatMap(mail ->
                        baseline.surprise(mail.message().id()).map(found -> manner(mail, found)));
    }

    private Norm manner(Step mail, Surprise surprise) {
        int words = mail.turn().text().words();
        int least = setting.thresholds().curtReply().minEarlierMails();
        String here = "this one " + words + (words == 1 ? " word" : " words");
        if (surprise.earlier() < least) {
            return tooLittle(
                    "curtReply",
                    Words.count(surprise.earlier(), "earlier mail") + " of this person",
                    least,
                    here);
        }
        List<Habit> habits =
                surprise.usual().stream()
                        .sorted(Comparator.comparingInt(Habit::times).reversed())
                        .limit(MOST_HABITS)
                        .toList();
        List<String> usual = new ArrayList<>();
        usual.add(Math.round(surprise.usualWords()) + " words");
        habits.forEach(habit -> usual.add(times(habit, surprise.earlier())));
        return new Norm(
                "curtReply", "usually " + Wording.listed(usual), here + shown(habits), true);
    }

    private static String times(Habit habit, int of) {
        return named(habit) + " " + Words.outOf(habit.times(), of);
    }

    private static String shown(List<Habit> usual) {
        List<String> shown = usual.stream().filter(Habit::shown).map(Norms::named).toList();
        if (usual.isEmpty()) {
            return "";
        }
        if (shown.isEmpty()) {
            return usual.size() == 1 ? ", none" : ", none of these";
        }
        return " and " + Wording.listed(shown);
    }

    private static String named(Habit habit) {
        return switch (habit.courtesy()) {
            case GREETING, CLOSING -> "a " + habit.courtesy().words();
            case EXCLAMATION -> "an " + habit.courtesy().words();
            case THANKS, SOFTENER, QUESTION, MOBILE, YES_NO -> habit.courtesy().words();
        };
    }

    private Optional<Norm> answers() {
        List<Step> waiting = course.waiting();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        WaitingClock clock = new WaitingClock(setting.theirs(), course.absences());
        String here = waits(clock.between(course.from(waiting.getFirst()), asOf));
        int least = setting.thresholds().chasedInVain().minReplies();
        return Optional.of(
                baseline.replyTime(50, least, asOf)
                        .flatMap(middle ->
                                baseline.replyTime(90, least, asOf)
                                        .map(most ->
                                                new Norm(
                                                        "chasedInVain",
                                                        answers("usually answers", middle, most),
                                                        here,
                                                        true)))
                        .orElseGet(() ->
                                tooLittle(
                                        "chasedInVain",
                                        Words.count(baseline.replies(asOf), "answer")
                                                + " of theirs known",
                                        least,
                                        here)));
    }

    private Optional<Norm> ourAnswers() {
        List<Step> owed = course.owed();
        if (owed.isEmpty()) {
            return Optional.empty();
        }
        OurReplies ours = baseline.ourReplies();
        String here = waits(setting.ours().between(course.from(owed.getFirst()), asOf));
        int least = setting.thresholds().chasedInVain().minReplies();
        return Optional.of(
                ours.within(50, least, setting.ours(), asOf)
                        .flatMap(middle ->
                                ours.within(90, least, setting.ours(), asOf)
                                        .map(most ->
                                                new Norm(
                                                        "weOweAReply",
                                                        answers(
                                                                "you usually answer them",
                                                                middle,
                                                                most),
                                                        here,
                                                        true)))
                        .orElseGet(() ->
                                tooLittle(
                                        "weOweAReply",
                                        Words.count(ours.known(setting.ours(), asOf), "answer")
                                                + " of yours to them known",
                                        least,
                                        here)));
    }

    private static String answers(String who, ReplyTime middle, ReplyTime most) {
        return who
                + " within "
                + Words.span(middle.within())
                + " (median of "
                + middle.replies()
                + "), 9 of 10 within "
                + Words.span(most.within());
    }

    private static String waits(Duration waited) {
        return "this one waits " + Words.span(waited);
    }

    private Optional<Norm> rhythm() {
        return baseline.rhythm(asOf, setting.theirs())
                .filter(rhythm -> rhythm.last().equals(filed.id()))
                .map(this::rhythm);
    }

    private Norm rhythm(Baseline.Rhythm rhythm) {
        WaitingClock clock = new WaitingClock(setting.theirs(), course.absences());
        Instant from = baseline.noted(setting.ours(), asOf).from(rhythm.lastAt());
        String here = "now nothing for " + Words.span(clock.between(from, asOf));
        int least = setting.thresholds().goneQuiet().minActiveDays();
        if (rhythm.activeDays() < least) {
            return tooLittle(
                    "goneQuiet",
                    Words.count(rhythm.activeDays(), "day") + " on which they wrote",
                    least,
                    here);
        }
        return new Norm(
                "goneQuiet",
                "usually writes again within "
                        + Words.span(rhythm.usualPause())
                        + " (19 of 20 times, on "
                        + Words.count(rhythm.activeDays(), "day")
                        + ")",
                here,
                true);
    }

    private static Norm tooLittle(String about, String known, int least, String here) {
        return new Norm(
                about,
                "too little history to say what is usual (" + known + ", it takes " + least + ")",
                here,
                false);
    }
}
