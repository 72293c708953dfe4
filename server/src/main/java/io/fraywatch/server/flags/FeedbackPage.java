package io.fraywatch.server.flags;

import io.fraywatch.flags.Feedback;
import io.fraywatch.flags.Flag;
import io.fraywatch.flags.Precision;
import io.fraywatch.mail.ClientId;
import io.fraywatch.server.web.Words;
import java.util.List;
import java.util.Locale;

/// What was said of flags, and how right they were by it.
///
/// @param kinds by the number of judgements, all kinds of which something was said
/// @param quiet flags that aren't told, the one hushed last first
/// @param noClients who is no client
public record FeedbackPage(List<Kind> kinds, List<Quiet> quiet, List<NoClient> noClients) {
    /// @param precision "0.83 (0.55 to 0.95)", or that there are too few
    public record Kind(String name, int right, int wrong, String precision) {}

    /// @param why "dismissed", or until when it is snoozed
    public record Quiet(String flag, String what, String client, String conversation, String why) {}

    public record NoClient(String account, String client) {}

    public FeedbackPage {
        kinds = List.copyOf(kinds);
        quiet = List.copyOf(quiet);
        noClients = List.copyOf(noClients);
    }

    static FeedbackPage of(Feedback feedback, List<Flag> flags, Words words) {
        return new FeedbackPage(
                feedback.tallies().stream().map(Precision::of).map(FeedbackPage::kind).toList(),
                flags.stream()
                        .filter(flag ->
                                flag.state() == Flag.State.DISMISSED
                                        || flag.state() == Flag.State.SNOOZED)
                        .sorted((a, b) -> b.changedAt().compareTo(a.changedAt()))
                        .map(flag -> quiet(flag, words))
                        .toList(),
                feedback.noClients().stream()
                        .map(none -> new NoClient(none.account().value(), none.client().value()))
                        .toList());
    }

    private static Kind kind(Precision precision) {
        return new Kind(
                capital(Words.ofKey(precision.tally().kind())),
                precision.tally().right(),
                precision.tally().wrong(),
                precision.enough()
                        ? String.format(
                                Locale.ROOT,
                                "%.2f (%.2f to %.2f)",
                                precision.share(),
                                precision.low(),
                                precision.high())
                        : "too few to say");
    }

    private static Quiet quiet(Flag flag, Words words) {
        return new Quiet(
                flag.seen().id().value(),
                capital(Words.ofKey(flag.seen().kind())),
                flag.seen().client().map(ClientId::value).orElse("no client"),
                flag.seen().conversation().toString(),
                flag.snoozedTill().map(till -> "until " + words.moment(till)).orElse("for good"));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
