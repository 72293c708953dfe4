package io.fraywatch.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.flags.Feedback.NoClient;
import io.fraywatch.flags.Feedback.Tally;
import io.fraywatch.flags.Feedback.Verdict;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MailId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedbackTest {
    private static final AccountName WORK = new AccountName("work");
    private static final ClientId HARBOR_LANE = new ClientId("harborlane");
    private static final Instant MORNING = Instant.parse("2026-03-10T12:00:00Z");

    @TempDir private Path folder;

    private Ledger ledger;
    private Feedback feedback;

    @BeforeEach
    void open() {
        ledger = Ledger.open(folder.resolve("fraywatch.db"));
        feedback = ledger.feedback();
    }

    @Test
    void aFlagCalledWrongIsDismissedAndItsLikeIsNotTold() {
        SeenFlag curt = seen("curtReply", "m1", 7);
        record(curt);
        assertThat(feedback.judge(curt.id(), Verdict.WRONG, MORNING)).isTrue();
        assertThat(ledger.find(curt.id()).orElseThrow().state()).isEqualTo(Flag.State.DISMISSED);
        Hush hush = feedback.hush();
        assertThat(silences(hush, seen("curtReply", "m2", 7))).isTrue();
        assertThat(silences(hush, seen("chasedInVain", "m2", 7))).isFalse();
        assertThat(silences(hush, seen("curtReply", "m3", 8))).isFalse();
    }

    @Test
    void theLikeOfAWrongFlagIsKnownByItsMailWhenConversationsWereJoined() {
        SeenFlag curt = seen("curtReply", "m1", 7);
        record(curt);
        feedback.judge(curt.id(), Verdict.WRONG, MORNING);
        SeenFlag later = seen("curtReply", "m9", 99);
        assertThat(
                        feedback.hush()
                                .silences(
                                        later.id(),
                                        later.kind(),
                                        later.conversation(),
                                        new MailId("m1")::equals,
                                        MORNING))
                .isTrue();
    }

    @Test
    void aFlagCalledRightIsStillTold() {
        SeenFlag curt = seen("curtReply", "m1", 7);
        record(curt);
        assertThat(feedback.judge(curt.id(), Verdict.RIGHT, MORNING)).isTrue();
        assertThat(silences(feedback.hush(), curt)).isFalse();
    }

    @Test
    void nothingCanBeSaidOfAFlagThatIsNone() {
        FlagId none = new FlagId("0000000000000000");
        assertThat(feedback.judge(none, Verdict.RIGHT, MORNING)).isFalse();
        assertThat(feedback.notAClient(none, MORNING)).isEmpty();
        assertThat(feedback.tallies()).isEmpty();
    }

    @Test
    void whoIsNoClientIsNotTold() {
        SeenFlag curt = seen("curtReply", "m1", 7);
        record(curt);
        assertThat(feedback.notAClient(curt.id(), MORNING))
                .contains(new NoClient(WORK, HARBOR_LANE));
        assertThat(feedback.hush().silences(WORK, Optional.of(HARBOR_LANE))).isTrue();
        assertThat(feedback.hush().silences(new AccountName("other"), Optional.of(HARBOR_LANE)))
                .isFalse();
        assertThat(feedback.isAClient(new NoClient(WORK, HARBOR_LANE))).isTrue();
        assertThat(feedback.noClients()).isEmpty();
    }

    @Test
    void aSnoozedFlagIsNotToldUntilItsTime() {
        SeenFlag curt = seen("curtReply", "m1", 7);
        record(curt);
        Instant till = MORNING.plus(Duration.ofDays(3));
        ledger.snooze(curt.id(), till, MORNING);
        Hush hush = feedback.hush();
        assertThat(silences(hush, curt)).isTrue();
        assertThat(hush.silences(curt.id(), curt.kind(), curt.conversation(), mail -> false, till))
                .isFalse();
    }

    @Test
    void whatWasSaidCanBeTakenBack() {
        SeenFlag curt = seen("curtReply", "m1", 7);
        record(curt);
        feedback.judge(curt.id(), Verdict.WRONG, MORNING);
        assertThat(feedback.forget(curt.id(), MORNING)).isTrue();
        assertThat(feedback.hush()).isEqualTo(Hush.NONE);
        assertThat(feedback.tallies()).isEmpty();
    }

    @Test
    void theLastWordOfAFlagCounts() {
        SeenFlag first = seen("curtReply", "m1", 7);
        SeenFlag second = seen("curtReply", "m2", 8);
        record(first, second);
        feedback.judge(first.id(), Verdict.WRONG, MORNING);
        feedback.judge(first.id(), Verdict.RIGHT, MORNING);
        feedback.judge(second.id(), Verdict.WRONG, MORNING);
        assertThat(feedback.tallies()).isEqualTo(List.of(new Tally("curtReply", 1, 1)));
        assertThat(silences(feedback.hush(), first)).isFalse();
    }

    @Test
    void precisionComesWithWilsonsInterval() {
        Precision precision = Precision.of(new Tally("curtReply", 8, 2));
        assertThat(precision.share()).isEqualTo(0.8);
        assertThat(precision.low()).isCloseTo(0.490, within(0.001));
        assertThat(precision.high()).isCloseTo(0.943, within(0.001));
        assertThat(precision.enough()).isTrue();
        assertThat(Precision.of(new Tally("curtReply", 9, 0)).enough()).isFalse();
    }

    private void record(SeenFlag... seen) {
        ledger.record(WORK, Set.of(seen), MORNING);
    }

    private static boolean silences(Hush hush, SeenFlag seen) {
        return hush.silences(seen.id(), seen.kind(), seen.conversation(), mail -> false, MORNING);
    }

    private static SeenFlag seen(String kind, String anchor, long conversation) {
        MailId mail = new MailId(anchor);
        return new SeenFlag(
                FlagId.of(WORK, kind, mail),
                WORK,
                new ConversationId(conversation),
                Optional.of(HARBOR_LANE),
                kind,
                mail,
                Assessment.Level.AMBER,
                60);
    }
}
