package io.fraywatch.analyze;

import static io.fraywatch.analyze.Story.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.MailId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void setsTheWaitAgainstTheClientsHabit() {
        Signal signal =
                new Signal.ChasedInVain(
                        new MailId("a"),
                        Story.MONDAY_AT_TEN,
                        List.of(new Evidence(new MailId("a"), 0, 5)),
                        2,
                        Duration.ofHours(32),
                        Duration.ofHours(16),
                        Duration.ofHours(5),
                        31,
                        0.124,
                        true);
        Wording wording = Wording.of(signal, "Harbor Lane");
        assertThat(wording.why())
                .isEqualTo(
                        "Two messages of yours have had no answer for 4 business days; Harbor Lane"
                                + " usually answers within 5 hours (9 of 10 times, 31 replies). After"
                                + " such a wait an answer still comes in 12 % of cases.");
        assertThat(wording.kind()).isEqualTo("chasedInVain");
        assertThat(wording.numbers())
                .containsEntry("waiting", 115_200.0)
                .containsEntry("unanswered", 2.0);
    }

    @Test
    void saysWhatWouldUndoASilence() {
        Assessment found =
                aConversation()
                        .weWrote("Which date suits you?")
                        .afterDays(4)
                        .weWrote("Any news?")
                        .afterDays(3)
                        .judged();
        assertThat(Unless.of(found.signals().getFirst(), "Harbor Lane"))
                .startsWith("It wouldn't be a flag if Harbor Lane had answered")
                .contains("no more than 2 business days (it is 5 business days)");
    }

    @Test
    void saysWhatWouldUndoADebtByItsOwnAllowance() {
        Assessment found =
                aConversation().clientWrote("Could you send me the draft?").afterDays(3).judged();
        assertThat(Unless.of(found.signals().getFirst(), "Harbor Lane"))
                .contains("no more than 1 business day (it is 3 business days)");
    }

    @Test
    void listsTheCourtesiesThatACurtMailLacks() {
        Signal curt =
                new Signal.CurtReply(
                        new MailId("a"),
                        Story.MONDAY_AT_TEN,
                        List.of(new Evidence(new MailId("a"), 0, 5)),
                        6,
                        32,
                        List.of("greeting", "sign-off", "thanks"),
                        12,
                        7.5,
                        false);
        assertThat(Unless.of(curt, "Bellweather Tea"))
                .isEqualTo(
                        "It wouldn't be a flag if this mail showed the usual greeting, sign-off and"
                                + " thanks, or came nearer to the 32 words they usually write (now 6).");
    }

    @Test
    void countsTheRemindersInsteadOfAssumingTwo() {
        Assessment found =
                aConversation()
                        .weWrote("Which date suits you?")
                        .afterDays(4)
                        .weWrote("Any news?")
                        .afterDays(3)
                        .weWrote("Just following up on this.")
                        .afterDays(3)
                        .judged();
        assertThat(Wording.of(found.signals().getFirst(), "Harbor Lane").advice())
                .contains("three times");
    }

    @Test
    void saysWhenTooLittleIsKnown() {
        Assessment found =
                aConversation()
                        .weWrote("Which date suits you?")
                        .afterDays(4)
                        .weWrote("Any news?")
                        .afterDays(3)
                        .judged();
        assertThat(Wording.of(found.signals().getFirst(), "Harbor Lane").why())
                .contains("too few answers of Harbor Lane");
    }

    @Test
    void namesEverySignalOnceInTheScore() {
        Assessment found =
                aConversation()
                        .clientWrote("I'm not happy with the report. Could you redo it?")
                        .afterDays(3)
                        .judged();
        assertThat(found.terms())
                .extracting(Assessment.Term::name)
                .contains("statedUnhappy", "weOweAReply", "any conversation");
        assertThat(found.signals())
                .extracting(Wording::kind)
                .containsExactly("statedUnhappy", "weOweAReply");
    }
}
