package io.fraywatch.analyze;

import static io.fraywatch.analyze.Story.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.Address;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One story that raises each signal, and the nearest ones that must not.
class SignalsTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 1, 8);

    @Test
    void flagsAPromiseWhoseDayHasPassed() {
        Story story =
                aConversation()
                        .clientWrote("When can we have the draft?")
                        .afterHours(2)
                        .promisingBy(THURSDAY)
                        .weWrote("I'll send it by Thursday.")
                        .afterHours(1)
                        .clientWrote("Thanks, Dana!");
        Instant due = Instant.parse("2026-01-09T14:00:00Z");
        assertThat(story.judgedAt(due).signals()).isEmpty();
        Signal found = one(story.judgedAt(due.plusSeconds(60)), Signal.BrokenPromise.class);
        assertThat(found.since()).isEqualTo(due);
        assertThat(found.evidence()).containsExactly(new Evidence(story.mail(1), 0, 25));
        assertThat(Wording.of(found, "Harbor Lane").why()).contains("Thursday, 8 January");
    }

    @Test
    void acceptsWhatFollowsAPromiseInTime() {
        assertThat(
                        aConversation()
                                .promisingBy(THURSDAY)
                                .weWrote("I'll send the draft by Thursday.")
                                .afterDays(2)
                                .weWrote("Here is the draft.")
                                .afterDays(6)
                                .judged()
                                .signals())
                .isEmpty();
    }

    @Test
    void flagsAMistakeOfOursThatNobodyCalledMended() {
        Story story =
                aConversation()
                        .clientWrote("The invoice shows the wrong month.")
                        .afterHours(2)
                        .weWrote("That was my mistake, I'm sorry. Here is the right one.");
        assertThat(story.judged().signals()).isEmpty();
        assertThat(one(story.afterDays(2).judged(), Signal.OwnMistake.class).since())
                .isEqualTo(Instant.parse("2026-01-06T17:00:00Z"));
    }

    @Test
    void forgetsAMistakeOnceTheyAreContent() {
        assertThat(
                        aConversation()
                                .weWrote("That was my mistake, I'm sorry. Here is the right one.")
                                .afterHours(2)
                                .clientWrote("No worries, thank you for the quick fix!")
                                .afterDays(3)
                                .judged()
                                .signals())
                .isEmpty();
    }

    @Test
    void flagsAClientWhoHasToWriteAgain() {
        Story story =
                aConversation()
                        .clientWrote("Could you send me the numbers?")
                        .afterHours(23)
                        .clientWrote("I need the numbers for the board, can you send them?");
        Signal.Chasing found = (Signal.Chasing) one(story.judged(), Signal.Chasing.class);
        assertThat(found.mails()).isEqualTo(2);
        assertThat(found.since()).isEqualTo(story.now());
    }

    @Test
    void flagsAClientWhoRemindsUsOfAPromise() {
        assertThat(
                        one(
                                        aConversation()
                                                .weWrote("I'll send you the draft.")
                                                .afterDays(1)
                                                .clientWrote("Any update on the draft?")
                                                .judged(),
                                        Signal.Chasing.class)
                                .evidence())
                .hasSize(1);
    }

    @Test
    void doesNotTakeAnAfterthoughtOrANewQuestionForChasing() {
        assertThat(
                        aConversation()
                                .clientWrote("Could you send me the numbers?")
                                .after(Duration.ofMinutes(20))
                                .clientWrote("And could you add those of May?")
                                .judged()
                                .signals())
                .isEmpty();
        assertThat(
                        aConversation()
                                .clientWrote("Could you send me the numbers?")
                                .afterHours(2)
                                .weWrote("Attached.")
                                .afterDays(1)
                                .clientWrote("Could you send me those of May?")
                                .judged()
                                .signals())
                .isEmpty();
    }

    @Test
    void flagsARegularClientWhoFallsSilentEverywhere() {
        List<Case> weekly = weekly(12);
        Story last = lastOf(weekly);
        Signal.GoneQuiet found =
                (Signal.GoneQuiet)
                        one(last.judgedAmong(weekly, after(last, 20)), Signal.GoneQuiet.class);
        assertThat(found.activeDays()).isEqualTo(13);
        assertThat(found.limit()).isEqualTo(Duration.ofHours(80));
        assertThat(last.judgedAmong(weekly, found.since()).signals()).isEmpty();
        assertThat(last.judgedAmong(weekly, found.since().plusSeconds(1)).signals()).hasSize(1);
    }

    @Test
    void leavesAClientAloneWhoIsKnownTooLittleOrWritesElsewhere() {
        List<Case> few = weekly(4);
        Assessment unknown = lastOf(few).judgedAmong(few, after(lastOf(few), 20));
        assertThat(unknown.signals()).isEmpty();
        assertThat(unknown.misses()).extracting(Assessment.Miss::kind).contains("goneQuiet");
        List<Case> weekly = new ArrayList<>(weekly(12));
        Story last = lastOf(weekly);
        weekly.add(
                Story.conversation(90, last.now().plus(Duration.ofDays(10)))
                        .about("Another matter")
                        .clientWrote("Here are the photos.")
                        .build());
        assertThat(last.judgedAmong(weekly, after(last, 20)).signals()).isEmpty();
    }

    @Test
    void flagsSomebodyNewCopiedIntoTrouble() {
        Assessment found =
                aConversation()
                        .weWrote("Here is the report.")
                        .afterHours(3)
                        .clientWrote("We are very disappointed with the report.")
                        .afterHours(3)
                        .clientWroteCopying(
                                new Address("Ada Stern", "ada@harborlane.example"),
                                "I'm adding Ada, who runs our office.")
                        .judged();
        Signal.NewSeniorCopied copied =
                found.signals().stream()
                        .filter(Signal.NewSeniorCopied.class::isInstance)
                        .map(Signal.NewSeniorCopied.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(copied.who()).isEqualTo("Ada Stern");
        assertThat(copied.known()).isEqualTo(1);
    }

    @Test
    void doesNotMindSomebodyNewWhereAllIsWellNorAKnownOneInTrouble() {
        assertThat(
                        aConversation()
                                .weWrote("Here is the report.")
                                .afterHours(3)
                                .clientWroteCopying(
                                        Address.of("ada@harborlane.example"),
                                        "Thank you, I'm adding Ada for the next one.")
                                .judged()
                                .signals())
                .isEmpty();
        assertThat(
                        aConversation()
                                .clientsColleagueWrote("Here are the photos.")
                                .afterHours(3)
                                .clientWroteCopying(
                                        Address.of("pete@harborlane.example"),
                                        "We are very disappointed with the report.")
                                .judged()
                                .signals())
                .hasOnlyElementsOfType(Signal.StatedUnhappy.class);
    }

    @Test
    void flagsAMailOfOursThatCameBackUntilWeWriteAgain() {
        Story story =
                aConversation()
                        .weWrote("Could you send me the logo?")
                        .afterHours(1)
                        .ourMailCameBack();
        Signal found = one(story.judged(), Signal.NeverDelivered.class);
        assertThat(found.anchor()).isEqualTo(story.mail(0));
        assertThat(found.since()).isEqualTo(story.now());
        assertThat(story.afterHours(1).weWrote("Could you send me the logo?").judged().signals())
                .isEmpty();
    }

    @Test
    void doesNotMindAMailThatCameBackFromSomebodyElse() {
        assertThat(
                        aConversation()
                                .weWrote("Could you send me the logo?")
                                .afterHours(1)
                                .ourMailCameBackFrom(Address.of("orders@printer.example"))
                                .judged()
                                .signals())
                .isEmpty();
    }

    @Test
    void flagsTalkOfEnding() {
        Signal found =
                one(
                        aConversation()
                                .clientWrote(
                                        "We have decided to end our contract with you at the end of"
                                                + " the month.")
                                .judged(),
                        Signal.CancellationTalk.class);
        assertThat(found.since()).isEqualTo(Story.MONDAY_AT_TEN);
    }

    @Test
    void doesNotTakeACancelledMeetingForTalkOfEnding() {
        assertThat(
                        aConversation()
                                .clientWrote(
                                        "I have to cancel our call on Friday, my train is late.")
                                .judged()
                                .signals())
                .isEmpty();
    }

    private static Signal one(Assessment found, Class<? extends Signal> kind) {
        assertThat(found.signals()).singleElement().isInstanceOf(kind);
        return found.signals().getFirst();
    }

    private static List<Case> weekly(int weeks) {
        List<Case> out = new ArrayList<>();
        for (int i = 0; i < weeks; i++) {
            out.add(
                    Story.conversation(10 + i, Story.MONDAY_AT_TEN.plus(Duration.ofDays(7L * i)))
                            .about("Photos of week " + i)
                            .clientWrote("Here are the photos of the week.")
                            .build());
        }
        return out;
    }

    private static Story lastOf(List<Case> earlier) {
        return Story.conversation(
                        80, Story.MONDAY_AT_TEN.plus(Duration.ofDays(7L * earlier.size())))
                .clientWrote("Here are the last photos of the season.");
    }

    private static Instant after(Story story, int days) {
        return story.now().plus(Duration.ofDays(days));
    }
}
