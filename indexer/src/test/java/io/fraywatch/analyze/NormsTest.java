package io.fraywatch.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormsTest {
    private static final String WARM =
            "Hi Dana,\n\nthe new layout works well for us and the team liked the colours.\n\nMaria";
    private static final String COLD = "The new layout works well for us and the team liked it.";

    @Test
    void setsACurtMailBesideHowItsAuthorWrites() {
        List<String> texts = new ArrayList<>(Collections.nCopies(19, WARM));
        texts.add(COLD);
        assertThat(norm("curtReply", history(texts), "Send it now."))
                .isEqualTo(
                        "Usually 16 words and a greeting 19 times of 20; this one 3 words, none.");
    }

    @Test
    void saysWhatAMailHasInCommonWithTheOthers() {
        assertThat(
                        norm(
                                "curtReply",
                                history(Collections.nCopies(9, WARM)),
                                "Hi Dana,\n\nall good."))
                .isEqualTo(
                        "Usually 16 words and a greeting every time; this one 4 words and a greeting.");
    }

    @Test
    void saysTooLittleHistoryOfMannerInsteadOfGuessing() {
        assertThat(norm("curtReply", history(List.of(WARM, WARM, WARM)), "Send it now."))
                .isEqualTo(
                        "Too little history to say what is usual (three earlier mails of this person,"
                                + " it takes 8); this one 3 words.");
    }

    @Test
    void setsAWaitBesideHowSoonTheyAnswer() {
        List<Case> history = history(Collections.nCopies(12, WARM));
        Story story =
                Story.conversation(99, after(history))
                        .weWrote("Which date suits you?")
                        .afterDays(3);
        assertThat(sentence("chasedInVain", story.normsAmong(history, story.now())))
                .isEqualTo(
                        "Usually answers within 3 hours (median of 12), 9 of 10 within 3 hours;"
                                + " this one waits 3 business days.");
    }

    @Test
    void saysTooLittleHistoryOfAnswers() {
        Story story = Story.aConversation().weWrote("Which date suits you?").afterDays(3);
        assertThat(sentence("chasedInVain", story.normsAmong(List.of(), story.now())))
                .startsWith(
                        "Too little history to say what is usual (no answers of theirs known, it takes");
    }

    @Test
    void setsWhatWeOweBesideHowSoonWeAnswer() {
        List<Case> history = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            history.add(
                    Story.conversation(10 + i, Story.MONDAY_AT_TEN.plus(Duration.ofDays(7L * i)))
                            .clientWrote("Could you send me the draft?")
                            .afterHours(2)
                            .weWrote("Here it is.")
                            .build());
        }
        Story story =
                Story.conversation(99, after(history))
                        .clientWrote("Could you send me the invoice?")
                        .afterDays(2);
        assertThat(sentence("weOweAReply", story.normsAmong(history, story.now())))
                .isEqualTo(
                        "You usually answer them within 2 hours (median of 10), 9 of 10 within 2"
                                + " hours; this one waits 2 business days.");
    }

    @Test
    void saysNothingOfAnswersThatNobodyOwes() {
        Story story = Story.aConversation().clientWrote("Thanks, all is well!").afterDays(1);
        assertThat(story.normsAmong(List.of(), story.now()))
                .extracting(Norm::about)
                .doesNotContain("chasedInVain", "weOweAReply");
    }

    @Test
    void tellsNothingOfLaterMail() {
        List<Case> history = history(Collections.nCopies(9, WARM));
        Story story =
                Story.conversation(99, after(history))
                        .weWrote("Here is the draft.")
                        .afterHours(2)
                        .clientWrote("Send it now.");
        Instant then = story.now();
        String before = sentence("curtReply", story.normsAmong(history, then));
        story.afterDays(3).clientWrote(WARM);
        assertThat(sentence("curtReply", story.normsAmong(history, then))).isEqualTo(before);
    }

    private static String norm(String about, List<Case> history, String text) {
        Story story =
                Story.conversation(99, after(history))
                        .weWrote("Here is the draft for the newsletter.")
                        .afterHours(2)
                        .clientWrote(text);
        return sentence(about, story.normsAmong(history, story.now()));
    }

    private static String sentence(String about, List<Norm> norms) {
        return norms.stream()
                .filter(norm -> norm.about().equals(about))
                .findFirst()
                .orElseThrow()
                .sentence();
    }

    private static List<Case> history(List<String> texts) {
        List<Case> out = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            out.add(
                    Story.conversation(10 + i, Story.MONDAY_AT_TEN.plus(Duration.ofDays(7L * i)))
                            .weWrote("Here is the newsletter.")
                            .afterHours(3)
                            .clientWrote(texts.get(i))
                            .build());
        }
        return out;
    }

    private static Instant after(List<Case> history) {
        return Story.MONDAY_AT_TEN.plus(Duration.ofDays(7L * history.size()));
    }
}
