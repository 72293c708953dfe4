package io.fraywatch.analyze;

import static io.fraywatch.analyze.Story.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.Assessment.Level;
import io.fraywatch.analyze.Assessment.State;
import io.fraywatch.mail.MessageKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalyzerTest {
    @Test
    void flagsSilenceAfterTwoChasers() {
        Assessment found =
                aConversation()
                        .clientWrote("Please send the draft.")
                        .afterDays(1)
                        .weWrote("Here it is.")
                        .afterDays(3)
                        .weWrote("Did you see the draft?")
                        .afterDays(4)
                        .weWrote("Shall we talk?")
                        .afterDays(2)
                        .judged();
        assertThat(found.signals()).singleElement().isInstanceOf(Signal.ChasedInVain.class);
        Signal.ChasedInVain chased = (Signal.ChasedInVain) found.signals().getFirst();
        assertThat(chased.unanswered()).isEqualTo(3);
        assertThat(chased.anchor().value()).isEqualTo("1-1");
        assertThat(chased.evidence()).hasSize(3);
        assertThat(found.state()).isEqualTo(State.THEY_OWE);
        assertThat(found.level()).isNotEqualTo(Level.NONE);
    }

    @Test
    void saysFromWhichInstantSilenceHolds() {
        Story story =
                aConversation()
                        .weWrote("Could you send me the logo?")
                        .afterDays(1)
                        .weWrote("Any news about the logo?")
                        .afterDays(6);
        Signal signal = story.judged().signals().getFirst();
        assertThat(signal.since()).isEqualTo(Instant.parse("2026-01-07T15:00:00Z"));
        assertThat(story.judgedAt(signal.since()).signals()).isEmpty();
        assertThat(story.judgedAt(signal.since().plusSeconds(1)).signals()).hasSize(1);
    }

    @Test
    void toleratesOneUnansweredMessage() {
        Assessment found =
                aConversation().weWrote("Could you send me the logo?").afterDays(10).judged();
        assertThat(found.signals()).isEmpty();
        assertThat(found.state()).isEqualTo(State.THEY_OWE);
        assertThat(found.misses())
                .singleElement()
                .satisfies(miss -> assertThat(miss.why()).contains("one message of ours"));
    }

    @Test
    void owesNothingForTheClientsPlansAndReports() {
        Assessment found =
                aConversation()
                        .clientWrote(
                                "I am going to dig through the commits and see if I need to go back a few more. I have a"
                                        + " cable connected to the analyzer which I was using to investigate this.")
                        .afterDays(6)
                        .judged();
        assertThat(found.signals()).isEmpty();
    }

    @Test
    void doesNotTakeOurPromiseToFollowUpForAReminder() {
        Assessment found =
                aConversation()
                        .weWrote("I will follow up with you off list with some notes.")
                        .afterDays(1)
                        .weWrote("The notes are attached.")
                        .afterDays(8)
                        .judged();
        assertThat(found.signals()).isEmpty();
    }

    @Test
    void doesNotExpectAnswersToThanksAndNotes() {
        Assessment found =
                aConversation()
                        .clientWrote("Here is the logo.")
                        .afterHours(1)
                        .weWrote("Thanks, Maria!")
                        .afterDays(1)
                        .weWrote("For your information, the invoice is attached.")
                        .afterDays(10)
                        .judged();
        assertThat(found.signals()).isEmpty();
        assertThat(found.state()).isEqualTo(State.NONE);
    }

    @Test
    void countsOurOwnFollowUpNotAsTheirAnswer() {
        Assessment found =
                aConversation()
                        .weWrote("Which date suits you?")
                        .afterDays(4)
                        .ourColleagueWrote("Following up on Dana's question: which date?")
                        .afterDays(4)
                        .judged();
        assertThat(found.signals()).singleElement().isInstanceOf(Signal.ChasedInVain.class);
    }

    @Test
    void doesNotTakeAnOutOfOfficeForAnAnswerButWaitsForTheReturn() {
        Story story =
                aConversation()
                        .weWrote("Which date suits you?")
                        .afterHours(1)
                        .clientIsAwayUntil(LocalDate.of(2026, 1, 19))
                        .afterDays(4)
                        .weWrote("Any news on the date?");
        Assessment away = story.judgedAt(Instant.parse("2026-01-16T15:00:00Z"));
        assertThat(away.state()).isEqualTo(State.PAUSED);
        assertThat(away.signals()).isEmpty();
        Assessment backAgain = story.judgedAt(Instant.parse("2026-01-20T13:00:00Z"));
        assertThat(backAgain.state()).isEqualTo(State.THEY_OWE);
        assertThat(backAgain.signals()).isEmpty();
        assertThat(story.judgedAt(Instant.parse("2026-01-22T22:00:00Z")).signals())
                .singleElement()
                .isInstanceOf(Signal.ChasedInVain.class);
    }

    @Test
    void doesNotWaitForAMailThatCameBack() {
        Assessment found =
                aConversation()
                        .weWrote("Which date suits you?")
                        .afterHours(1)
                        .ourMailCameBack()
                        .afterDays(4)
                        .weWrote("Which date suits you?")
                        .afterDays(5)
                        .judged();
        assertThat(found.signals()).isEmpty();
    }

    @Test
    void takesTheClientsOwnPaceForSilence() {
        List<Case> slow = slowAnswers();
        Story story =
                Story.conversation(100, Story.MONDAY_AT_TEN.plus(Duration.ofDays(280)))
                        .weWrote("Which date suits you?")
                        .afterDays(2)
                        .weWrote("Any news on the date?")
                        .afterDays(2);
        assertThat(story.judgedAmong(slow, story.now()).signals()).isEmpty();
        assertThat(story.judged().signals()).hasSize(1);
    }

    private static List<Case> slowAnswers() {
        return java.util.stream.IntStream.range(0, 10)
                .mapToObj(i ->
                        Story.conversation(
                                        10 + i, Story.MONDAY_AT_TEN.plus(Duration.ofDays(14L * i)))
                                .weWrote("Could you look at the draft?")
                                .afterDays(7)
                                .clientWrote("Looks fine to me.")
                                .build())
                .toList();
    }

    @Test
    void flagsAQuestionThatWaitsTooLongForUs() {
        Story story =
                aConversation()
                        .clientWrote(
                                "Hi Dana,\n\nCould you send me the numbers for March?\n\nMaria")
                        .afterDays(2);
        Assessment found = story.judged();
        assertThat(found.signals()).singleElement().isInstanceOf(Signal.WeOweAReply.class);
        Signal.WeOweAReply owed = (Signal.WeOweAReply) found.signals().getFirst();
        assertThat(owed.since()).isEqualTo(Instant.parse("2026-01-06T15:00:00Z"));
        assertThat(owed.evidence()).containsExactly(new Evidence(story.mail(0), 10, 50));
        assertThat(found.state()).isEqualTo(State.I_OWE);
        assertThat(found.level()).isEqualTo(Level.AMBER);
    }

    @Test
    void warnsBeforeAnAnswerIsLate() {
        Assessment found =
                aConversation()
                        .clientWrote("Could you send me the numbers?")
                        .afterHours(23)
                        .judged();
        assertThat(found.signals()).isEmpty();
        assertThat(found.misses()).extracting(Assessment.Miss::kind).startsWith("weOweAReply");
    }

    @Test
    void letsAColleagueAnswerForUs() {
        Assessment found =
                aConversation()
                        .clientWrote("Could you send me the numbers?")
                        .afterHours(3)
                        .ourColleagueWrote("Here they are.")
                        .afterDays(5)
                        .judged();
        assertThat(found.signals()).isEmpty();
    }

    @Test
    void doesNotTakeTalkAmongUsOrWithThirdPartiesForAnAnswer() {
        Assessment found =
                aConversation()
                        .clientWrote("Could you send me the numbers?")
                        .afterHours(3)
                        .weWroteToOurColleague("Sam, do you have them?")
                        .afterHours(3)
                        .weWroteToThePrinter("Could you quote this?")
                        .afterDays(5)
                        .judged();
        assertThat(found.signals()).singleElement().isInstanceOf(Signal.WeOweAReply.class);
    }

    @Test
    void owesNothingForThanksNotesAndConfirmations() {
        for (String text :
                List.of(
                        "Thanks, got it!",
                        "Thank you so much, Dana. Have a great weekend!",
                        "FYI, the office is closed on Friday.",
                        "Confirmed, Tuesday at 10 works for us.",
                        "Please find the signed contract attached.",
                        "Received, thanks. Let me know if you have any questions.",
                        "Thanks, that solved it.")) {
            Assessment found =
                    aConversation()
                            .weWrote("Here is the draft.")
                            .afterHours(2)
                            .clientWrote(text)
                            .afterDays(5)
                            .judged();
            assertThat(found.signals()).as(text).isEmpty();
            assertThat(found.state()).as(text).isNotEqualTo(State.I_OWE);
        }
    }

    @Test
    void closesWhenTheClientSaysThatItIsSolved() {
        Assessment found =
                aConversation()
                        .clientWrote("The form is broken, can you look?")
                        .afterHours(2)
                        .clientWrote("Never mind, I found it. All good now.")
                        .afterDays(5)
                        .judged();
        assertThat(found.state()).isEqualTo(State.CLOSED);
        assertThat(found.signals()).isEmpty();
    }

    @Test
    void owesNothingForMailThatSpeaksToOthers() {
        assertThat(
                        aConversation()
                                .clientWroteCopyingUs("Could you print 500 of these?")
                                .afterDays(5)
                                .judged()
                                .signals())
                .isEmpty();
        assertThat(
                        aConversation()
                                .aThirdPartyWrote("Could you confirm the order?")
                                .afterDays(5)
                                .judged()
                                .signals())
                .isEmpty();
    }

    @Test
    void owesNothingForMailThatNobodyWrote() {
        for (MessageKind kind :
                List.of(
                        MessageKind.BULK,
                        MessageKind.AUTO_REPLY,
                        MessageKind.CALENDAR,
                        MessageKind.RECEIPT,
                        MessageKind.OUT_OF_OFFICE)) {
            assertThat(
                            aConversation()
                                    .clientSent(
                                            kind,
                                            "Ready to save 20 %? Can you confirm your address?")
                                    .afterDays(5)
                                    .judged()
                                    .signals())
                    .as(kind.key())
                    .isEmpty();
        }
    }

    @Test
    void countsCopiesOfOneMailOnce() {
        Assessment found =
                aConversation()
                        .weWrote("Which date suits you?")
                        .withACopyOfTheLastMail()
                        .afterDays(6)
                        .judged();
        assertThat(found.signals()).isEmpty();
    }

    @Test
    void flagsAComplaintUntilTheClientIsContentAgain() {
        Story story =
                aConversation()
                        .weWrote("Here is the newsletter.")
                        .afterHours(3)
                        .clientWrote(
                                "Hi Dana, I'm really not happy with this newsletter. It is full of errors.")
                        .afterHours(3);
        Assessment found = story.judged();
        assertThat(found.signals()).hasOnlyElementsOfType(Signal.StatedUnhappy.class);
        assertThat(found.level()).isEqualTo(Level.RED);
        Assessment mended =
                story.weWrote("I'm sorry, that was my mistake. Here is a new version.")
                        .afterDays(1)
                        .clientWrote("Thank you, this is perfect!")
                        .judged();
        assertThat(mended.signals()).isEmpty();
    }

    @Test
    void believesThanksMoreThanASentenceThatOnlySoundsUnhappy() {
        Story story =
                aConversation()
                        .weWrote("Thirty dinosaurs are ordered.")
                        .afterHours(3)
                        .clientWrote(
                                "They came, and the children roared. Thank you so much, Dana!");
        assertThat(story.judged().signals()).isEmpty();
    }

    @Test
    void forgetsAComplaintAfterTenBusinessDays() {
        Story story = aConversation().clientWrote("We are very disappointed with the report.");
        assertThat(story.afterDays(13).judged().signals()).hasSize(1);
        assertThat(story.afterDays(1).judged().signals()).isEmpty();
    }

    @Test
    void flagsWorkTakenBack() {
        Assessment found =
                aConversation()
                        .clientWrote("We'll handle the newsletter ourselves from here.")
                        .judged();
        assertThat(found.signals()).singleElement().isInstanceOf(Signal.WorkTakenBack.class);
    }

    @Test
    void flagsTheWrongPersonWhoeverSaysIt() {
        assertThat(
                        aConversation()
                                .clientWrote("I don't think you are the right person for this.")
                                .judged()
                                .signals())
                .singleElement()
                .isInstanceOf(Signal.WrongPerson.class);
        assertThat(
                        aConversation()
                                .clientWrote("The tax report is next.")
                                .weWrote("To be honest, tax is outside my area of expertise.")
                                .judged()
                                .signals())
                .singleElement()
                .isInstanceOf(Signal.WrongPerson.class);
    }

    @Test
    void saysNothingOfAConversationWithoutAClient() {
        Case nobody =
                new Case(
                        new io.fraywatch.mail.ConversationId(1),
                        java.util.Optional.empty(),
                        aConversation().clientWrote("Why?").build().turns());
        Assessment found =
                new Analyzer()
                        .assess(
                                nobody,
                                Baseline.EMPTY,
                                Story.setting(),
                                Story.MONDAY_AT_TEN.plus(Duration.ofDays(5)));
        assertThat(found.state()).isEqualTo(State.NONE);
        assertThat(found.signals()).isEmpty();
        assertThat(found.level()).isEqualTo(Level.NONE);
    }
}
