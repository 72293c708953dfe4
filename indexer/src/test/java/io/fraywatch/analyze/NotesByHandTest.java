package io.fraywatch.analyze;

import static io.fraywatch.analyze.Story.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.Assessment.State;
import io.fraywatch.mail.Note;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a note by hand does to the clocks, told as stories.
class NotesByHandTest {
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 2);
    private static final Instant FEBRUARY_AT_NINE = Instant.parse("2026-02-02T14:00:00Z");

    private static Story asked() {
        return aConversation().clientWrote("Could you send me the draft?").afterHours(3);
    }

    private static Story chasing() {
        return aConversation()
                .weWrote("Could you tell me which photo you want?")
                .afterDays(3)
                .weWrote("Did you have a chance to look at this?")
                .afterDays(3);
    }

    @Test
    void nobodyOwesAfterTheyHaveSpoken() {
        for (Story story : List.of(asked(), chasing())) {
            Assessment spoken = story.weSpoke().afterDays(5).judged();
            assertThat(spoken.state()).isEqualTo(State.NONE);
            assertThat(spoken.signals()).isEmpty();
        }
    }

    @Test
    void theNextMailIsJudgedAsEver() {
        Assessment found =
                asked().weSpoke()
                        .afterDays(1)
                        .clientWrote("Could you also send me the photos?")
                        .afterDays(4)
                        .judged();
        assertThat(found.state()).isEqualTo(State.I_OWE);
        assertThat(found.signals()).singleElement().isInstanceOf(Signal.WeOweAReply.class);
    }

    @Test
    void aNoteCountsFromWhenItWasWrittenAndNotBefore() {
        Story story = asked().afterDays(4);
        Instant before = story.now();
        story.after(Duration.ofMinutes(1)).weSpoke();
        assertThat(story.judgedAt(before).signals())
                .singleElement()
                .isInstanceOf(Signal.WeOweAReply.class);
        assertThat(story.judged().signals()).isEmpty();
    }

    @Test
    void aClosedMatterStaysClosed() {
        Story story = asked().weWrote("Here it is.").afterHours(1).clientWrote("Thanks!");
        assertThat(story.afterHours(1).weSpoke().judged().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aPausedMatterRestsUntilItsDay() {
        Story story = asked().afterDays(4).pausedUntil(FEBRUARY);
        Assessment resting = story.afterDays(7).judged();
        assertThat(resting.state()).isEqualTo(State.PAUSED);
        assertThat(resting.signals()).isEmpty();
        assertThat(story.judgedAt(FEBRUARY_AT_NINE.minusSeconds(1)).signals()).isEmpty();
    }

    @Test
    void theClocksBeginAnewOnTheDayAPauseEnds() {
        Story story = asked().afterDays(4).pausedUntil(FEBRUARY);
        Assessment that = story.judgedAt(FEBRUARY_AT_NINE.plus(Duration.ofHours(1)));
        assertThat(that.state()).isEqualTo(State.I_OWE);
        assertThat(that.signals()).isEmpty();
        assertThat(story.judgedAt(FEBRUARY_AT_NINE.plus(Duration.ofDays(2))).signals())
                .singleElement()
                .satisfies(signal ->
                        assertThat(signal.since())
                                .isEqualTo(FEBRUARY_AT_NINE.plus(Duration.ofHours(8))));
    }

    @Test
    void aChaseThatIsPausedRestsToo() {
        Story story = chasing().pausedUntil(FEBRUARY);
        assertThat(story.judgedAt(FEBRUARY_AT_NINE.minusSeconds(1)).signals()).isEmpty();
        assertThat(story.judgedAt(FEBRUARY_AT_NINE.minusSeconds(1)).state())
                .isEqualTo(State.PAUSED);
        assertThat(story.judgedAt(FEBRUARY_AT_NINE.plus(Duration.ofDays(1))).signals()).isEmpty();
        assertThat(story.judgedAt(FEBRUARY_AT_NINE.plus(Duration.ofDays(4))).signals())
                .singleElement()
                .isInstanceOf(Signal.ChasedInVain.class);
    }

    @Test
    void whatTheyAskWhileItRestsIsOwedAllTheSame() {
        Assessment found =
                asked().pausedUntil(FEBRUARY)
                        .afterDays(2)
                        .clientWrote("Could you send me the logo today?")
                        .afterDays(4)
                        .judged();
        assertThat(found.state()).isEqualTo(State.I_OWE);
        assertThat(found.signals()).singleElement().isInstanceOf(Signal.WeOweAReply.class);
    }

    @Test
    void aPromiseThatRestsIsBrokenABusinessDayAfterThePause() {
        Story story =
                asked().promisingBy(LocalDate.of(2026, 1, 9))
                        .weWrote("I'll send it on Friday.")
                        .afterDays(1)
                        .pausedUntil(FEBRUARY);
        assertThat(story.judgedAt(FEBRUARY_AT_NINE.plus(Duration.ofHours(7))).signals()).isEmpty();
        assertThat(story.judgedAt(FEBRUARY_AT_NINE.plus(Duration.ofDays(2))).signals())
                .hasAtLeastOneElementOfType(Signal.BrokenPromise.class);
    }

    @Test
    void theLatestNoteHolds() {
        Story story = asked().pausedUntil(FEBRUARY).afterHours(1).weSpoke();
        assertThat(story.judged().state()).isEqualTo(State.NONE);
        Story sooner =
                asked().pausedUntil(FEBRUARY)
                        .afterHours(1)
                        .pausedUntil(LocalDate.of(2026, 1, 12))
                        .afterDays(11);
        assertThat(sooner.judged().state()).isEqualTo(State.I_OWE);
        assertThat(sooner.judged().signals())
                .singleElement()
                .isInstanceOf(Signal.WeOweAReply.class);
    }

    @Test
    void aDayThatIsOverPausesNothing() {
        Story story = asked().pausedUntil(LocalDate.of(2026, 1, 2)).afterHours(1);
        assertThat(story.judged().state()).isEqualTo(State.I_OWE);
    }

    @Test
    void aClientWeSpokeToHasNotGoneQuiet() {
        Story story = aConversation();
        for (int day = 0; day < 14; day++) {
            story.clientWrote("Here are the photos of today.").afterDays(1);
        }
        Instant quiet = story.now().plus(Duration.ofDays(16));
        assertThat(story.judgedAt(quiet).signals())
                .hasAtLeastOneElementOfType(Signal.GoneQuiet.class);
        assertThat(story.afterDays(5).weSpoke().judgedAt(quiet).signals())
                .doesNotHaveAnyElementsOfTypes(Signal.GoneQuiet.class);
        assertThat(story.judgedAt(quiet.plus(Duration.ofDays(4))).signals())
                .hasAtLeastOneElementOfType(Signal.GoneQuiet.class);
    }

    @Test
    void speakingEndsTheWaitThatTheirUsualTimeIsLearnedFrom() {
        Note note = chasing().weSpoke().build().notes().getFirst();
        List<Step> steps = Steps.of(chasing().build(), Story.US, Instant.MAX);
        assertThat(Exchange.of(steps, List.of(note)))
                .singleElement()
                .satisfies(one -> assertThat(one.answeredAt()).contains(note.at()));
    }
}
