package io.fraywatch.analyze;

import io.fraywatch.analyze.text.Head;
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
/// @param plain whether it is short by its purpose: a yes or no to our question, thanks that close
///   the matter, a word that it is settled
record Manner(
        MailId mail, String author, Instant at, TextFeatures text, boolean rapid, boolean plain) {
    private static final Duration EXCHANGE = Duration.ofHours(2);

    /// The client's mails among the steps of one conversation that have words of their own.
    static List<Manner> of(List<Step> steps) {
        List<Manner> out = new ArrayList<>();
        Instant last = Instant.MIN;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.type() == Step.Type.THEIRS && step.turn().text().words() > 0) {
                boolean rapid = last.isAfter(step.at().minus(EXCHANGE));
                String author =
                        step.message().headers().author().map(Address::withoutTag).orElse("");
                out.add(
                        new Manner(
                                step.message().id(),
                                author,
                                step.at(),
                                step.turn().text(),
                                rapid,
                                isPlain(step, steps.subList(0, i))));
                last = step.at();
            }
        }
        return out;
    }

    /// A plain answer to our question, thanks that close the matter, or a word that it is settled:
    /// short without being curt.
    private static boolean isPlain(Step mail, List<Step> before) {
        if (mail.settlesPlainly() || (mail.onlyThanks() && !mail.putsQuestion())) {
            return true;
        }
        boolean answersUs =
                !before.isEmpty()
                        && before.getLast().type() == Step.Type.OURS
                        && before.getLast().putsQuestion();
        return answersUs
                && mail.turn().text().shows(Courtesy.YES_NO)
                && mail.turn().text().of(Head.UNHAPPY) < 0.5;
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
