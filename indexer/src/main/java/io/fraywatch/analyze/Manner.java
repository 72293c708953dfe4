package io.fraywatch.analyze;

import io.fraywatch.analyze.text.TextFeatures;
import io.fraywatch.analyze.text.TextFeatures.Courtesy;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.MailId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How one mail of a client's person is written.
///
/// @param author who wrote it, empty when unknown
/// @param rapid whether it follows another mail of theirs in the same conversation within hours,
///   where nobody greets any more
record Manner(MailId mail, String author, Instant at, TextFeatures text, boolean rapid) {
    private static final Duration EXCHANGE = Duration.ofHours(2);

    /// The client's mails among the steps of one conversation.
    static List<Manner> of(List<Step> steps) {
        List<Manner> out = new ArrayList<>();
        Instant last = Instant.MIN;
        for (Step step : steps) {
            if (step.type() == Step.Type.THEIRS) {
                boolean rapid = last.isAfter(step.at().minus(EXCHANGE));
                String author =
                        step.message().headers().author().map(Address::withoutTag).orElse("");
                out.add(
                        new Manner(
                                step.message().id(), author, step.at(), step.turn().text(), rapid));
                last = step.at();
            }
        }
        return out;
    }

    boolean shows(Courtesy courtesy) {
        return text.shows(courtesy);
    }

    double logWords() {
        return Math.log1p(text.words());
    }

    /// Log-odds of being polite, kept within what the stored resolution bears.
    double politeness() {
        double p = Math.clamp(text.politeness(), 0.01, 0.99);
        return Math.log(p / (1 - p));
    }
}
