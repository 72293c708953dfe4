package io.fraywatch.analyze;

/// What would have to differ for a signal not to hold, by the numbers of its own rule.
public final class Unless {
    private Unless() {}

    /// One sentence, beginning with "It wouldn't be a flag".
    ///
    /// @param client what to call the client
    public static String of(Signal signal, String client) {
        return "It wouldn't be a flag " + unless(signal, client);
    }

    private static String unless(Signal signal, String client) {
        return switch (signal) {
            case Signal.StatedUnhappy s -> said(s.confidence());
            case Signal.WrongPerson s -> said(s.confidence());
            case Signal.WorkTakenBack s -> said(s.confidence());
            case Signal.CancellationTalk s -> said(s.confidence());
            case Signal.ChasedInVain s ->
                    "if "
                            + client
                            + " had answered or were known to be away, if only one message of yours"
                            + " were waiting, or if the first had waited no more than "
                            + Words.span(s.limit())
                            + " (it is "
                            + Words.span(s.waiting())
                            + ").";
            case Signal.WeOweAReply s ->
                    "if you or a colleague had answered, if "
                            + client
                            + " had called it settled, or if the mail had waited no more than "
                            + Words.span(s.allowed())
                            + " (it is "
                            + Words.span(s.waiting())
                            + ").";
            case Signal.CurtReply s -> curt(s);
            case Signal.BrokenPromise s ->
                    "if any mail of yours had followed it, if "
                            + client
                            + " had called it settled, or if you had named a day later than "
                            + Words.day(s.promisedFor())
                            + " that isn't over.";
            case Signal.OwnMistake s ->
                    "if "
                            + client
                            + " had thanked you or said that all is well since you admitted it.";
            case Signal.Chasing s ->
                    "if one of you had answered "
                            + (s.mails() == 1
                                    ? "the mail, or it didn't remind you of an earlier one."
                                    : "after the first of the "
                                            + Words.count(s.mails(), "mail")
                                            + ".");
            case Signal.GoneQuiet s ->
                    "if anything had come from "
                            + client
                            + " in the last "
                            + Words.span(s.limit())
                            + " (it is "
                            + Words.span(s.quiet())
                            + ").";
            case Signal.NewSeniorCopied s ->
                    "if an earlier mail had named "
                            + s.who()
                            + ", or if nothing else were wrong in this conversation.";
            case Signal.NeverDelivered s ->
                    "if you had written again since it came back, or " + client + " had.";
        };
    }

    private static String said(double confidence) {
        return "if the sentence said it less plainly (it is read with a confidence of "
                + Math.round(confidence * 100)
                + " %), or if they had since thanked you or called it settled.";
    }

    private static String curt(Signal.CurtReply s) {
        return (s.lasting() ? "if their latest mails together" : "if this mail")
                + (s.missing().isEmpty()
                        ? ""
                        : " showed the usual " + Wording.listed(s.missing()) + ", or")
                + " came nearer to the "
                + Words.number(s.usualWords())
                + " words they usually write (now "
                + s.words()
                + ").";
    }
}
