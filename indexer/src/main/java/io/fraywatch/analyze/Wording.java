package io.fraywatch.analyze;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A signal in the user's words.
///
/// @param kind its name in JSON
/// @param title a few words for a heading
/// @param why one or two sentences with the numbers of this case and the client's norm
/// @param advice what to do about it
/// @param numbers the figures behind `why`, by camel-case name; durations in seconds of business
///   time
public record Wording(
        String kind, String title, String why, String advice, Map<String, Double> numbers) {
    public Wording {
        numbers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    /// @param client what to call the client
    public static Wording of(Signal signal, String client) {
        return new Wording(
                kind(signal),
                title(signal),
                why(signal, client),
                advice(signal, client),
                numbers(signal));
    }

    /// The signal's name in JSON.
    public static String kind(Signal signal) {
        return switch (signal) {
            case Signal.StatedUnhappy s -> "statedUnhappy";
            case Signal.WrongPerson s -> "wrongPerson";
            case Signal.ChasedInVain s -> "chasedInVain";
            case Signal.CurtReply s -> "curtReply";
            case Signal.WorkTakenBack s -> "workTakenBack";
            case Signal.WeOweAReply s -> "weOweAReply";
            case Signal.BrokenPromise s -> "brokenPromise";
            case Signal.OwnMistake s -> "ownMistake";
            case Signal.Chasing s -> "chasing";
            case Signal.GoneQuiet s -> "goneQuiet";
            case Signal.NewSeniorCopied s -> "newSeniorCopied";
            case Signal.CancellationTalk s -> "cancellationTalk";
            case Signal.NeverDelivered s -> "neverDelivered";
        };
    }

    private static String title(Signal signal) {
        return switch (signal) {
            case Signal.StatedUnhappy s -> "Says they are unhappy";
            case Signal.WrongPerson s -> "Not the right fit";
            case Signal.ChasedInVain s -> "Chased in vain";
            case Signal.CurtReply s -> "Unusually curt";
            case Signal.WorkTakenBack s -> "Takes the work back";
            case Signal.WeOweAReply s -> "Waits for your answer";
            case Signal.BrokenPromise s -> "Promise not kept";
            case Signal.OwnMistake s -> "Your own mistake";
            case Signal.Chasing s -> "Chases you";
            case Signal.GoneQuiet s -> "Gone quiet";
            case Signal.NewSeniorCopied s -> "Somebody new copied in";
            case Signal.CancellationTalk s -> "Talks of ending";
            case Signal.NeverDelivered s -> "Never delivered";
        };
    }

    private static String why(Signal signal, String client) {
        return switch (signal) {
            case Signal.StatedUnhappy s ->
                    client + " says that they aren't happy with the work" + sure(s.confidence());
            case Signal.WrongPerson s ->
                    "You or "
                            + client
                            + " said that this work isn't the right fit"
                            + sure(s.confidence());
            case Signal.WorkTakenBack s ->
                    client + " takes work back to do it without you" + sure(s.confidence());
            case Signal.ChasedInVain s -> chased(s, client);
            case Signal.WeOweAReply s ->
                    client
                            + " has waited "
                            + Words.span(s.waiting())
                            + " for an answer; you allow yourself "
                            + Words.span(s.allowed())
                            + ".";
            case Signal.CurtReply s -> curt(s, client);
            case Signal.BrokenPromise s ->
                    "You promised something for "
                            + Words.day(s.promisedFor())
                            + ". That was "
                            + Words.span(s.late())
                            + " ago, and no mail of yours has followed.";
            case Signal.OwnMistake s ->
                    "You admitted a mistake "
                            + Words.span(s.waiting())
                            + " ago, and "
                            + client
                            + " hasn't said that it is mended"
                            + sure(s.confidence());
            case Signal.Chasing s ->
                    client
                            + " chases you: "
                            + Words.count(s.mails(), "mail")
                            + " of theirs "
                            + (s.mails() == 1 ? "waits" : "wait")
                            + " for your answer, the first for "
                            + Words.span(s.waiting())
                            + ".";
            case Signal.GoneQuiet s ->
                    "Nothing has come from "
                            + client
                            + " for "
                            + Words.span(s.quiet())
                            + ", in any conversation. Before, they wrote on "
                            + Words.count(s.activeDays(), "day")
                            + ", and 19 of 20 times they wrote again within "
                            + Words.span(s.usual())
                            + ".";
            case Signal.NewSeniorCopied s ->
                    client
                            + " copies in "
                            + s.who()
                            + ", who was in none of their mails before; so far you had to do with "
                            + Words.count(s.known(), "other person", "other people")
                            + " there.";
            case Signal.CancellationTalk s ->
                    client
                            + " talks of ending or pausing the work, or of looking at others"
                            + sure(s.confidence());
            case Signal.NeverDelivered s ->
                    "Your mail came back"
                            + (s.failed().isEmpty() ? "" : " from " + listed(s.failed()))
                            + "; they "
                            + (s.lasting() ? "will never get it." : "haven't got it.");
        };
    }

    private static String sure(double confidence) {
        return confidence >= 0.8
                ? "."
                : " (not certain: read with a confidence of "
                        + Math.round(confidence * 100)
                        + " %).";
    }

    private static String chased(Signal.ChasedInVain s, String client) {
        String messages =
                Words.capitalized(Words.count(s.unanswered(), "message"))
                        + " of yours "
                        + (s.unanswered() == 1 ? "has" : "have")
                        + " had no answer for "
                        + Words.span(s.waiting());
        String norm =
                s.replies() == 0
                        ? "too few answers of "
                                + client
                                + " are known to say what is usual, so more than "
                                + Words.span(s.limit())
                                + " counts as silence."
                        : client
                                + " usually answers within "
                                + Words.span(s.usual())
                                + " (9 of 10 times, "
                                + s.replies()
                                + " replies).";
        return messages
                + "; "
                + norm
                + " After such a wait an answer still comes in "
                + Words.percent(s.chance())
                + " of cases.";
    }

    private static String curt(Signal.CurtReply s, String client) {
        String missing = s.missing().isEmpty() ? "" : ", without the usual " + listed(s.missing());
        return Words.capitalized(Words.count(s.words(), "word"))
                + missing
                + "; in their "
                + s.earlier()
                + " earlier mails this person at "
                + client
                + " usually wrote "
                + Words.number(s.usualWords())
                + " words."
                + (s.lasting() ? " It isn't this mail alone: their manner has shifted." : "");
    }

    /// `a, b and c`; not for an empty list.
    static String listed(List<String> things) {
        return things.size() == 1
                ? things.getFirst()
                : String.join(", ", things.subList(0, things.size() - 1))
                        + " and "
                        + things.getLast();
    }

    private static String advice(Signal signal, String client) {
        return switch (signal) {
            case Signal.StatedUnhappy s ->
                    "Own it: say what went wrong and how it must feel for them, blame nobody, find"
                            + " the cause, and offer to redo it or to talk. Then keep checking in for a"
                            + " few weeks.";
            case Signal.WrongPerson s ->
                    "Say honestly what you do well and what you don't, and offer to hand that part"
                            + " to somebody who does, before "
                            + client
                            + " goes looking for one.";
            case Signal.ChasedInVain s ->
                    "You have written "
                            + Words.times(s.unanswered())
                            + "; one more reminder won't do it. Call, or send one short mail that takes a"
                            + " decision off their hands and names a day.";
            case Signal.CurtReply s ->
                    "Look at what you last sent them. If something was late or wrong, own it; if"
                            + " you find nothing, ask kindly whether all is well with the work.";
            case Signal.WorkTakenBack s ->
                    "Ask what they had to fix, thank them for the answer, and write the checklist"
                            + " that prevents it. Offer to do the next one, with an extra review at"
                            + " no charge.";
            case Signal.WeOweAReply s ->
                    "Answer today, even if only to say when the full answer comes.";
            case Signal.BrokenPromise s ->
                    "Deliver it today. If you can't, say so before they ask: own the delay, name a"
                            + " new day that you can keep, and send what is ready.";
            case Signal.OwnMistake s ->
                    "Check in: say what you have done about it, what you changed so that it won't"
                            + " happen again, and ask whether all is well now. Do so again in a week or"
                            + " two.";
            case Signal.Chasing s ->
                    "Answer now. Begin with a plain apology for the wait, without reasons; then give"
                            + " the answer, or the day on which it comes.";
            case Signal.GoneQuiet s ->
                    "Write or call without wanting anything: recall what you last did for them, ask how"
                            + " it worked out, add one useful thought. Don't ask whether something is"
                            + " wrong.";
            case Signal.NewSeniorCopied s ->
                    "Assume that "
                            + s.who()
                            + " reads it for the first time: sum up calmly what happened, what you"
                            + " own and what comes next, or offer a short call with both.";
            case Signal.CancellationTalk s ->
                    "Call rather than write. Ask what would have to be different, listen, own your"
                            + " part, and offer to redo the last piece. If they do go, hand over well.";
            case Signal.NeverDelivered s ->
                    "Check the address, then send it again or use the phone. Say that your first"
                            + " mail didn't arrive; they may think that you never wrote.";
        };
    }

    private static Map<String, Double> numbers(Signal signal) {
        Map<String, Double> out = new LinkedHashMap<>();
        switch (signal) {
            case Signal.StatedUnhappy s -> out.put("confidence", s.confidence());
            case Signal.WrongPerson s -> out.put("confidence", s.confidence());
            case Signal.WorkTakenBack s -> out.put("confidence", s.confidence());
            case Signal.ChasedInVain s -> {
                out.put("unanswered", (double) s.unanswered());
                out.put("waiting", seconds(s.waiting()));
                out.put("limit", seconds(s.limit()));
                out.put("usual", seconds(s.usual()));
                out.put("replies", (double) s.replies());
                out.put("chance", s.chance());
            }
            case Signal.WeOweAReply s -> {
                out.put("waiting", seconds(s.waiting()));
                out.put("allowed", seconds(s.allowed()));
            }
            case Signal.CurtReply s -> {
                out.put("words", (double) s.words());
                out.put("usualWords", s.usualWords());
                out.put("earlier", (double) s.earlier());
                out.put("surprise", s.surprise());
                out.put("lasting", s.lasting() ? 1.0 : 0.0);
            }
            case Signal.BrokenPromise s -> out.put("late", seconds(s.late()));
            case Signal.OwnMistake s -> {
                out.put("confidence", s.confidence());
                out.put("waiting", seconds(s.waiting()));
            }
            case Signal.Chasing s -> {
                out.put("mails", (double) s.mails());
                out.put("waiting", seconds(s.waiting()));
            }
            case Signal.GoneQuiet s -> {
                out.put("quiet", seconds(s.quiet()));
                out.put("limit", seconds(s.limit()));
                out.put("usual", seconds(s.usual()));
                out.put("activeDays", (double) s.activeDays());
            }
            case Signal.NewSeniorCopied s -> out.put("known", (double) s.known());
            case Signal.CancellationTalk s -> out.put("confidence", s.confidence());
            case Signal.NeverDelivered s -> out.put("failed", (double) s.failed().size());
        }
        return out;
    }

    private static double seconds(Duration duration) {
        return duration.toSeconds();
    }
}
