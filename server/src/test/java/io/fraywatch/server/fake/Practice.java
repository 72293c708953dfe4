package io.fraywatch.server.fake;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.analyze.Assessment.Level;
import io.fraywatch.analyze.Assessment.State;
import io.fraywatch.analyze.Assessment.Term;
import io.fraywatch.analyze.Evidence;
import io.fraywatch.analyze.Norm;
import io.fraywatch.analyze.Signal;
import io.fraywatch.flags.FlagId;
import io.fraywatch.mail.AccountName;
import io.fraywatch.people.Whereabouts;
import io.fraywatch.sync.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Dana's practice on the morning of Tuesday 10 March 2026: one client gone silent, one curt, one
/// waiting for her, one well.
final class Practice {
    private static final AccountName WORK = new AccountName("work");

    private final UnaryOperator<String> spice;
    private final List<Story> stories;
    private final List<Finding> findings;

    /// @param spice what is done to every text that a sender could have written
    Practice(UnaryOperator<String> spice) {
        this.spice = spice;
        Story harbor = harborLane();
        Story birch = birch();
        Story copper = copperfield();
        Story well =
                new Story(4, "Fenwick Foods", "Ines Fenwick", "Spring menu copy", spice)
                        .theyWrote(
                                "2026-03-09T10:00:00Z",
                                "Thank you, Dana, this reads beautifully.\nWe print on Friday.");
        stories = List.of(harbor, birch, copper, well);
        findings = List.of(silence(harbor), curt(birch), owed(copper));
    }

    List<Story> stories() {
        return stories;
    }

    /// What is at risk in it, heaviest first.
    List<Finding> findings() {
        return findings;
    }

    private Story harborLane() {
        return new Story(1, "Harbor Lane", "Priya Nair", "Q1 newsletter draft", spice)
                .theyWrote(
                        "2026-02-16T15:10:00Z",
                        "Hi Dana,\nCould you have the draft ready by Thursday?\nThanks, Priya")
                .weWrote(
                        "2026-02-19T16:00:00Z",
                        "Hi Priya,\nHere is the draft. I left two questions in the margin.")
                .weWrote(
                        "2026-02-25T15:00:00Z",
                        "Hi Priya, did you get a chance to look at the draft?")
                .weWrote(
                        "2026-03-03T15:30:00Z",
                        "Shall we talk for ten minutes on Thursday? I would like to get this"
                                + " right.");
    }

    private Story birch() {
        return new Story(2, "Birch & Co", "Tom Ellery", "Invoice 2026-014", spice)
                .weWrote(
                        "2026-03-06T09:00:00Z",
                        "Hi Tom,\nThe invoice for February is attached. Have a good weekend!")
                .theyWrote("2026-03-09T08:05:00Z", "Wrong amount. Fix it.");
    }

    private Story copperfield() {
        return new Story(3, "Copperfield Studio", "Maya Ortiz", "Booking the photographer", spice)
                .theyWrote(
                        "2026-03-06T17:20:00Z",
                        "Hello Dana,\n"
                                + "Are we still on for the 21st? I need to tell the photographer by"
                                + " Wednesday.\n"
                                + "Maya");
    }

    private Finding silence(Story story) {
        var quotes = List.of(story.quote(2, "did you get a chance to look at the draft?"));
        var signal =
                new Signal.ChasedInVain(
                        story.mail(3),
                        Instant.parse("2026-03-05T15:30:00Z"),
                        evidence(quotes),
                        3,
                        Duration.ofHours(104),
                        Duration.ofHours(36),
                        Duration.ofHours(18),
                        22,
                        0.08,
                        true);
        return finding(
                story,
                signal,
                State.THEY_OWE,
                82,
                Level.RED,
                List.of(
                        new Term("chasedInVain", 2.4),
                        new Term("longer than usual", 1.1),
                        new Term("warm history", -0.6)),
                new Finding.Reason(
                        signal,
                        "chasedInVain",
                        "Chased in vain",
                        "Three of your mails wait for an answer, the first for 13 business days;"
                                + " nine of ten of their answers come within 2.",
                        "Call rather than write. Say what you need in one sentence, and offer a way"
                                + " out.",
                        Map.of("unanswered", 3.0, "waiting", 374_400.0, "usual", 64_800.0),
                        quotes));
    }

    private Finding curt(Story story) {
        var quotes = List.of(story.quote(1, "Wrong amount. Fix it."));
        var signal =
                new Signal.CurtReply(
                        story.mail(1),
                        Instant.parse("2026-03-09T08:05:00Z"),
                        evidence(quotes),
                        4,
                        46,
                        List.of("greeting", "thanks"),
                        31,
                        5.2,
                        false);
        return finding(
                story,
                signal,
                State.I_OWE,
                55,
                Level.AMBER,
                List.of(new Term("curtReply", 1.7)),
                new Finding.Reason(
                        signal,
                        "curtReply",
                        "Unusually curt",
                        "4 words where they usually write 46, without the greeting and the thanks"
                                + " of their 31 earlier mails.",
                        "Own the mistake in the first line, send the corrected invoice with it, and"
                                + " ask nothing.",
                        Map.of("words", 4.0, "usualWords", 46.0),
                        quotes));
    }

    private Finding owed(Story story) {
        var quotes = List.of(story.quote(0, "Are we still on for the 21st?"));
        var signal =
                new Signal.WeOweAReply(
                        story.mail(0),
                        Instant.parse("2026-03-09T17:20:00Z"),
                        evidence(quotes),
                        Duration.ofHours(10),
                        Duration.ofHours(8));
        return finding(
                story,
                signal,
                State.I_OWE,
                41,
                Level.AMBER,
                List.of(new Term("weOweAReply", 1.2)),
                new Finding.Reason(
                        signal,
                        "weOweAReply",
                        "You owe an answer",
                        "Their question has waited since Friday; you give yourself 1 business day.",
                        "Answer today, even if only to say when the full answer comes.",
                        Map.of("waiting", 36_000.0, "allowed", 28_800.0),
                        quotes));
    }

    private static List<Evidence> evidence(List<Finding.Quote> quotes) {
        return quotes.stream().map(Finding.Quote::evidence).toList();
    }

    private static Finding finding(
            Story story,
            Signal signal,
            State state,
            int score,
            Level level,
            List<Term> terms,
            Finding.Reason reason) {
        return new Finding(
                FlagId.of(WORK, reason.kind(), signal.anchor()),
                WORK,
                story.opened().conversation(),
                new Assessment(
                        story.id(),
                        FakeDesk.NOW,
                        state,
                        signal.since(),
                        score,
                        level,
                        terms,
                        List.of(signal),
                        List.of(
                                new Assessment.Miss(
                                        "goneQuiet",
                                        "Quiet for 4 business days; 10 would be a sign."))),
                Optional.of(Whereabouts.UNKNOWN),
                List.of(
                        new Norm(
                                reason.kind(),
                                "usually 46 words and a greeting 30 times of 31",
                                "this one 4 words, none",
                                true)),
                List.of(reason));
    }
}
