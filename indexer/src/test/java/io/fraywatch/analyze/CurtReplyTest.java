package io.fraywatch.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurtReplyTest {
    private static final List<String> WARM =
            List.of(
                    "Hi Dana,\n\n"
                            + "thanks so much for the update. The new layout works well for us, and the"
                            + " team liked the colours. Could you send the final files by Thursday?\n\n"
                            + "Best,\n"
                            + "Maria",
                    "Hi Dana,\n\n"
                            + "thank you for the quick answer! I talked to Pete and we would like to go"
                            + " with the second option, as it fits our calendar better.\n\n"
                            + "Best,\n"
                            + "Maria",
                    "Hi Dana,\n\n"
                            + "hope you had a good weekend. I have attached the photos from the event,"
                            + " please pick the ones that suit the newsletter.\n\n"
                            + "Thanks,\n"
                            + "Maria",
                    "Hi Dana,\n\n"
                            + "that sounds good. Thanks for taking care of the venue, the price is fine"
                            + " with us and the date works.\n\n"
                            + "Best,\n"
                            + "Maria");

    @Test
    void flagsAnAbruptAnswerFromAWarmClient() {
        Assessment found = afterWarmMails("Noted. Send it.", 16);
        assertThat(found.signals()).singleElement().isInstanceOf(Signal.CurtReply.class);
        Signal.CurtReply curt = (Signal.CurtReply) found.signals().getFirst();
        assertThat(curt.words()).isEqualTo(3);
        assertThat(curt.usualWords()).isGreaterThan(20);
        assertThat(curt.missing()).contains("greeting", "sign-off");
        assertThat(curt.earlier()).isEqualTo(16);
        assertThat(found.level()).isEqualTo(Assessment.Level.AMBER);
    }

    @Test
    void findsNothingInAnotherWarmMail() {
        assertThat(afterWarmMails(WARM.getFirst(), 16).signals()).isEmpty();
    }

    @Test
    void findsNothingInAShortMailOfAClientWhoAlwaysWritesShortOnes() {
        List<Case> history =
                history(List.of("Noted.", "Send it.", "Looks fine.", "Next week then."), 16);
        assertThat(latest(history, "Noted. Send it.").signals()).isEmpty();
    }

    @Test
    void tellsAShiftOverSeveralMailsFromASingleOne() {
        List<Case> history = history(WARM, 16);
        Story story = Story.conversation(50, after(history));
        List<Boolean> lasting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            story.clientWrote("The second page works, send the rest.").afterDays(1);
            story.judgedAmong(history, story.now()).signals().stream()
                    .filter(Signal.CurtReply.class::isInstance)
                    .map(Signal.CurtReply.class::cast)
                    .forEach(curt -> lasting.add(curt.lasting()));
        }
        assertThat(lasting.getFirst()).isFalse();
        assertThat(lasting.getLast()).isTrue();
    }

    @Test
    void saysTooLittleHistoryBelowEightMails() {
        Assessment found = afterWarmMails("Noted. Send it.", 7);
        assertThat(found.signals()).isEmpty();
        assertThat(found.misses())
                .anySatisfy(miss -> assertThat(miss.why()).startsWith("Too little history"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yes, go ahead.",
                "No, not this week.",
                "Sure.",
                "Perfect, go ahead.",
                "I think so.",
                "Not yet.",
                "Works for me."
            })
    void acceptsAPlainAnswerToOurQuestion(String answer) {
        List<Case> history = history(WARM, 16);
        Story story =
                Story.conversation(99, after(history))
                        .weWrote("Shall I book the venue?")
                        .afterHours(2)
                        .clientWrote(answer);
        assertThat(story.judgedAmong(history, story.now()).signals()).isEmpty();
    }

    @Test
    void flagsABareNoWhereNothingWasAsked() {
        assertThat(afterWarmMails("No. Not like that.", 16).signals())
                .hasAtLeastOneElementOfType(Signal.CurtReply.class);
    }

    @Test
    void acceptsShortThanksAtTheEnd() {
        assertThat(afterWarmMails("Thanks!", 16).signals()).isEmpty();
    }

    @Test
    void acceptsAShortMailFromAPhone() {
        assertThat(afterWarmMails("Noted. Send it.\n\nSent from my iPhone", 16).signals())
                .isEmpty();
    }

    @Test
    void flagsTheSecondAbruptMailAsWellAsTheFirst() {
        List<Case> history = history(WARM, 9);
        Story story =
                Story.conversation(50, after(history))
                        .weWrote("The order form is ready.")
                        .afterDays(1)
                        .clientWrote("Put it up. The prices belong there.")
                        .afterDays(1)
                        .weWrote("It is live now, with the prices.")
                        .afterDays(3)
                        .clientWrote("Second page has gaps. Close them.");
        assertThat(story.judgedAmong(history, story.now()).signals())
                .hasAtLeastOneElementOfType(Signal.CurtReply.class);
    }

    @Test
    void countsPlainAnswersNotAsAShiftOfManner() {
        List<Case> history = history(WARM, 16);
        Story story = Story.conversation(50, after(history));
        for (int i = 0; i < 6; i++) {
            story.weWrote("Shall I book the venue?")
                    .afterHours(3)
                    .clientWrote("Yes, go ahead.")
                    .afterDays(1);
        }
        story.clientWrote(WARM.get(1));
        assertThat(story.judgedAmong(history, story.now()).signals()).isEmpty();
    }

    @Test
    void takesAMailWithoutWordsForNoMannerAtAll() {
        List<String> forwards = new ArrayList<>(WARM);
        forwards.addAll(List.of("", "", "", ""));
        Assessment found = latest(history(forwards, 16), "Noted. Send it.");
        assertThat(found.signals())
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.type(Signal.CurtReply.class))
                .extracting(Signal.CurtReply::earlier)
                .isEqualTo(8);
    }

    @Test
    void growsUsedToAShiftThatStays() {
        List<Case> history = history(WARM, 16);
        Story story = Story.conversation(50, after(history));
        int told = 0;
        for (int i = 0; i < 24; i++) {
            story.clientWrote("The second page works, send the rest.").afterDays(1);
            told += story.judgedAmong(history, story.now()).signals().isEmpty() ? 0 : 1;
        }
        assertThat(told).isBetween(8, 12);
        assertThat(story.judgedAmong(history, story.now()).signals()).isEmpty();
    }

    private static Assessment afterWarmMails(String text, int mails) {
        return latest(history(WARM, mails), text);
    }

    private static Assessment latest(List<Case> history, String text) {
        Story story =
                Story.conversation(99, after(history))
                        .weWrote("Here is the draft for the newsletter.")
                        .afterHours(2)
                        .clientWrote(text);
        return story.judgedAmong(history, story.now());
    }

    private static List<Case> history(List<String> texts, int mails) {
        List<Case> out = new ArrayList<>();
        for (int i = 0; i < mails; i++) {
            out.add(
                    Story.conversation(10 + i, Story.MONDAY_AT_TEN.plus(Duration.ofDays(7L * i)))
                            .weWrote("Here is the newsletter.")
                            .afterHours(3)
                            .clientWrote(texts.get(i % texts.size()))
                            .build());
        }
        return out;
    }

    private static Instant after(List<Case> history) {
        return Story.MONDAY_AT_TEN.plus(Duration.ofDays(7L * history.size()));
    }
}
