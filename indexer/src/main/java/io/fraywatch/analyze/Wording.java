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
        };
    }

    private static String why(Signal signal, String client) {
        return switch (signal) {
            case Signal.StatedUnhappy s ->
                    client + " says that they aren't happy with the work" + sure(s.confidence());
            case Signal.WrongPerson s ->
                    "It was said that this work isn't the right fit" + sure(s.confidence());
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
        };
    }

    private static String sure(double confidence) {
        return confidence >= 0.8
                ? "."
                : " (less than sure: confidence " + Math.round(confidence * 100) + " %).";
    }

    private static String chased(Signal.ChasedInVain s, String client) {
        String messages =
                Words.capitalized(Words.count(s.unanswered(), "message"))
                        + " of yours "
                        + (s.unanswered() == 1 ? "has" : "have")
                        + " had no answer for "
                        + Words.span(s.waiting());
        return s.replies() == 0
                ? messages
                        + "; too few answers of "
                        + client
                        + " are known to say what is usual, so more than "
                        + Words.span(s.limit())
                        + " counts as silence."
                : messages
                        + "; "
                        + client
                        + " usually answers within "
                        + Words.span(s.usual())
                        + " (9 of 10 times, "
                        + s.replies()
                        + " replies).";
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
                + " words.";
    }

    private static String listed(List<String> things) {
        return things.size() == 1
                ? things.getFirst()
                : String.join(", ", things.subList(0, things.size() - 1))
                        + " and "
                        + things.getLast();
    }

    private static String advice(Signal signal, String client) {
        return switch (signal) {
            case Signal.StatedUnhappy s ->
                    "Own it: say what went wrong and how it must feel for them, blame nobody, find the cause, and offer to redo it or to"
                            + " talk. Then keep checking in for a few weeks.";
            case Signal.WrongPerson s ->
                    "Say honestly what you do well and what you don't, and offer to hand that part to somebody who does, before "
                            + client
                            + " has to look for them.";
            case Signal.ChasedInVain s ->
                    "Don't send another reminder. Call, or write one short mail that takes one decision off them and names a day.";
            case Signal.CurtReply s ->
                    "Look at what you last sent them. If something was late or wrong, own it; if you find nothing, ask kindly whether all is"
                            + " well with the work.";
            case Signal.WorkTakenBack s ->
                    "Ask what they had to fix, thank them for the answer, and write the checklist that prevents it. Offer to do the next"
                            + " one with a review on your account.";
            case Signal.WeOweAReply s ->
                    "Answer today, even if only to say when the full answer comes.";
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
            }
        }
        return out;
    }

    private static double seconds(Duration duration) {
        return duration.toSeconds();
    }
}
