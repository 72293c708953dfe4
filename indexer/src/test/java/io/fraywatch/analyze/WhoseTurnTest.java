package io.fraywatch.analyze;

import static io.fraywatch.analyze.Story.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.Assessment.State;
import io.fraywatch.mail.Address;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whose turn it is, told as stories.
class WhoseTurnTest {
    @Test
    void getsTheMatterBackWhenTheyAnswerOurQuestionBack() {
        Story story =
                aConversation()
                        .clientWrote("Could you book the venue for the workshop?")
                        .afterHours(2)
                        .weWrote("Which day do you need it?");
        assertThat(story.judged().state()).isEqualTo(State.THEY_OWE);
        Assessment answered = story.afterHours(2).clientWrote("The second Friday of May.").judged();
        assertThat(answered.state()).isEqualTo(State.I_OWE);
        assertThat(answered.since()).isEqualTo(story.now());
        assertThat(story.afterDays(3).judged().signals())
                .singleElement()
                .isInstanceOf(Signal.WeOweAReply.class);
    }

    @Test
    void owesNothingWhenTheyAnswerAQuestionThatCameWithTheWork() {
        Assessment found =
                aConversation()
                        .clientWrote("Could you send me the draft?")
                        .afterHours(2)
                        .weWrote(
                                "Here is the draft, with the three photos you picked and the new headline."
                                        + " Is the date right?")
                        .afterHours(2)
                        .clientWrote("The date is right.")
                        .afterDays(4)
                        .judged();
        assertThat(found.state()).isEqualTo(State.NONE);
        assertThat(found.signals()).isEmpty();
    }

    @Test
    void knowsTheClientByTheirFullNameAtAnotherAddress() {
        Assessment found =
                aConversation()
                        .clientWrote("Here are the photos for the newsletter.")
                        .afterHours(2)
                        .weWrote("Thank you. Which of them goes on the cover?")
                        .afterHours(2)
                        .clientWroteFromHome("The one with the boat goes on the cover.")
                        .afterDays(4)
                        .judged();
        assertThat(found.state()).isEqualTo(State.NONE);
    }

    @Test
    void aQuestionOfOursToAnotherOfTheirCircleWaitsForNobody() {
        Assessment found =
                aConversation()
                        .clientWroteCopying(
                                Address.of("orders@printer.example"),
                                "The flyers are with the printer now.")
                        .afterHours(2)
                        .weWroteToThePrinter("Which paper will you take for them?")
                        .afterDays(4)
                        .judged();
        assertThat(found.state()).isEqualTo(State.NONE);
    }

    @Test
    void whatTheyPromiseSomebodyElseIsNotOwedToUs() {
        Assessment found =
                aConversation()
                        .clientWroteCopyingUs("We will send you the files on Monday.")
                        .afterDays(4)
                        .judged();
        assertThat(found.state()).isEqualTo(State.NONE);
    }

    @Test
    void aLongerMailThatEndsInThanksClosesTheMatter() {
        String told =
                "The list went out on Tuesday and everybody on it has the new address now. Most of"
                        + " them wrote back within the day, and the two who had moved gave us their"
                        + " new numbers, which are on the sheet. The board looked through it on"
                        + " Wednesday and liked the order of it, most of all the notes beside each"
                        + " name, which nobody had seen before in a list of ours. ";
        Story story = aConversation().clientWrote("Could you send me the list?").afterHours(2);
        story.weWrote("Here is the list.").afterDays(3);
        assertThat(
                        story.clientWrote(told + "Thanks so much for putting it together!")
                                .judged()
                                .state())
                .isEqualTo(State.CLOSED);
    }

    @Test
    void whatWeGuessOrAdviseWithinAnAnswerWaitsForNobody() {
        for (String advice :
                List.of(
                        "Perhaps the file was saved on another machine?",
                        "My guess is that the link has expired?",
                        "You could try it in another browser?",
                        "Make sure that the form is saved first.",
                        "I would like to recommend the guide on our site.",
                        "Please see the guide on our site.")) {
            assertThat(
                            aConversation()
                                    .clientWrote("Why does the form come back empty?")
                                    .afterHours(2)
                                    .weWrote(
                                            "The form keeps what was typed for half an hour and clears"
                                                    + " itself after that. "
                                                    + advice
                                                    + " The longer time comes with the spring release.")
                                    .judged()
                                    .state())
                    .as(advice)
                    .isEqualTo(State.NONE);
        }
    }

    @Test
    void aGuessThatIsAllWeWriteAsks() {
        assertThat(
                        aConversation()
                                .clientWrote("The form comes back empty.")
                                .afterHours(2)
                                .weWrote("Perhaps it was saved on another machine?")
                                .judged()
                                .state())
                .isEqualTo(State.THEY_OWE);
    }

    @Test
    void whatTroubleWasDoesNotKeepAMatterOpenThatTheySettle() {
        Story story =
                aConversation()
                        .clientWrote("The form does not load.")
                        .afterHours(2)
                        .weWrote("Please empty the browser's memory once.")
                        .afterHours(2);
        assertThat(
                        story.clientWrote(
                                        "That fixed it. For the record, the old browser could not load"
                                                + " the form at all.")
                                .judged()
                                .state())
                .isEqualTo(State.CLOSED);
    }

    @Test
    void newTroubleBesideWhatIsSettledIsOwed() {
        assertThat(
                        aConversation()
                                .clientWrote("The form does not load.")
                                .afterHours(2)
                                .weWrote("Please empty the browser's memory once.")
                                .afterHours(2)
                                .clientWrote("That fixed it. Now the list does not load either.")
                                .judged()
                                .state())
                .isEqualTo(State.I_OWE);
    }

    @Test
    void thanksAsASignOffOfOursClosesNothing() {
        assertThat(
                        aConversation()
                                .clientWrote("Where do I find the style guide?")
                                .afterHours(2)
                                .weWrote(
                                        "It lies in the shared folder, next to the logos and the two"
                                                + " fonts.\n\nThanks,\nDana")
                                .judged()
                                .state())
                .isEqualTo(State.NONE);
    }

    @Test
    void aClientWhoSaysThatTheyAreAwayPausesTheMatter() {
        Story story =
                aConversation()
                        .weWrote("Could you test the new form?")
                        .afterHours(2)
                        .clientWrote(
                                "I am on holiday at the moment, I will test it when I am back next"
                                        + " week.");
        assertThat(story.judged().state()).isEqualTo(State.PAUSED);
        assertThat(story.afterDays(14).judged().state()).isEqualTo(State.THEY_OWE);
    }

    @Test
    void beingAwayPutsTheirAnswerOffButNotOurs() {
        Story story =
                aConversation()
                        .weWrote("Could you send us the logo?")
                        .afterHours(2)
                        .clientWrote("I would tomorrow, when I am back at work.");
        assertThat(story.judged().state()).isEqualTo(State.PAUSED);
        assertThat(
                        aConversation()
                                .clientWrote("I am away until Friday. Could you send me the draft?")
                                .judged()
                                .state())
                .isEqualTo(State.I_OWE);
    }

    @Test
    void takesAReportOfTroubleForARequest() {
        Assessment found =
                aConversation()
                        .clientWrote("The sign-up form does not work since yesterday.")
                        .afterDays(3)
                        .judged();
        assertThat(found.state()).isEqualTo(State.I_OWE);
        assertThat(found.signals()).singleElement().isInstanceOf(Signal.WeOweAReply.class);
    }

    @Test
    void letsAThirdPartyAnswerForUs() {
        Assessment found =
                aConversation()
                        .clientWrote("When will the flyers be printed?")
                        .afterHours(2)
                        .answering(0)
                        .aThirdPartyWroteToTheClient("They leave the press on Thursday.")
                        .afterDays(4)
                        .judged();
        assertThat(found.state()).isEqualTo(State.NONE);
        assertThat(found.signals()).isEmpty();
    }

    @Test
    void doesNotTakeAThirdPartysQuestionToUsForAnAnswer() {
        Assessment found =
                aConversation()
                        .clientWrote("When will the flyers be printed?")
                        .afterHours(2)
                        .answering(0)
                        .aThirdPartyWrote("Which paper should we take?")
                        .afterDays(4)
                        .judged();
        assertThat(found.state()).isEqualTo(State.I_OWE);
    }

    @Test
    void takesAnAcceptedInvitationForAnAnswer() {
        Assessment found =
                aConversation()
                        .weWrote("Could we talk on Tuesday at ten?")
                        .afterDays(1)
                        .weWrote("Did you get my mail about Tuesday?")
                        .afterHours(3)
                        .clientAcceptedTheInvitation()
                        .afterDays(8)
                        .judged();
        assertThat(found.state()).isEqualTo(State.NONE);
        assertThat(found.signals()).isEmpty();
    }

    @Test
    void seesAnAnswerInANewConversationAboutTheSameMatter() {
        Story asked =
                Story.conversation(1, Story.MONDAY_AT_TEN)
                        .about("Logo for the spring campaign")
                        .weWrote("Could you send me the logo?")
                        .afterDays(3)
                        .weWrote("Any news on the logo?");
        Case anew =
                Story.conversation(2, asked.now().plus(Duration.ofHours(5)))
                        .about("the campaign logo")
                        .clientWrote("Here it is, in two sizes.")
                        .build();
        Case other =
                Story.conversation(3, asked.now().plus(Duration.ofHours(5)))
                        .about("Invoice for March")
                        .clientWrote("The invoice is on its way.")
                        .build();
        asked.afterDays(6);
        assertThat(asked.judgedAmong(List.of(anew), asked.now()).state()).isEqualTo(State.NONE);
        assertThat(asked.judgedAmong(List.of(other), asked.now()).state())
                .isEqualTo(State.THEY_OWE);
    }

    @Test
    void seesOurAnswerInANewConversationAboutTheSameMatter() {
        Story asked =
                Story.conversation(1, Story.MONDAY_AT_TEN)
                        .about("Numbers for March")
                        .clientWrote("Could you send me the numbers?");
        Case anew =
                Story.conversation(2, asked.now().plus(Duration.ofHours(5)))
                        .about("March: the numbers")
                        .weWrote("Attached, as wished.")
                        .build();
        asked.afterDays(3);
        assertThat(asked.judgedAmong(List.of(anew), asked.now()).signals()).isEmpty();
    }

    @Test
    void givesTheirQuestionBackWhenOurQuestionBackNeverArrived() {
        Assessment found =
                aConversation()
                        .clientWrote("Could you book the venue?")
                        .afterHours(1)
                        .weWrote("Which day do you need it?")
                        .afterHours(1)
                        .ourMailCameBack()
                        .judged();
        assertThat(found.state()).isEqualTo(State.I_OWE);
    }

    @Test
    void expectsNothingAfterThanksWithAPlanOfTheirOwn() {
        Assessment found =
                aConversation()
                        .clientWrote("How do I open the file?")
                        .afterHours(1)
                        .weWrote("With any PDF reader.")
                        .afterHours(1)
                        .clientWrote("Thanks, I will try that.")
                        .judged();
        assertThat(found.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void owesNothingForAnnouncementsToMany() {
        assertThat(
                        aConversation()
                                .clientWroteToMany("Please check out our new programme!")
                                .afterDays(3)
                                .judged()
                                .signals())
                .isEmpty();
    }
}
