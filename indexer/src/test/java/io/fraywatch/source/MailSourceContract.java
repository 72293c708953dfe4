package io.fraywatch.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraywatch.mail.Location;
import io.fraywatch.testing.CollectingIntake;
import io.fraywatch.testing.CollectingIntake.Killed;
import io.fraywatch.testing.CollectingIntake.Step;
import io.fraywatch.testing.Mails;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every kind of mailbox must hold to.
public interface MailSourceContract {
    /// More than two batches of any kind.
    int MAILS = 1_203;

    /// A mailbox to be filled; closed after the test.
    Mailbox mailbox() throws Exception;

    /// A mailbox and the source that reads it.
    interface Mailbox extends AutoCloseable {
        MailSource source();

        /// Adds a mail as the newest of the inbox.
        void add(byte[] mail) throws Exception;

        /// Everything that reading must not change: names, flags, bytes.
        Object state() throws Exception;

        @Override
        void close();
    }

    private static void fill(Mailbox mailbox, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            mailbox.add(Mails.numbered(i));
        }
    }

    private static List<String> texts(CollectingIntake intake) {
        return intake.mails().stream()
                .map(mail -> new String(mail.bytes(), StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static List<String> numbered(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new String(Mails.numbered(i), StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static CollectingIntake pull(Mailbox mailbox, Cursor from) throws Exception {
        CollectingIntake intake = new CollectingIntake();
        mailbox.source().pull(from, intake);
        return intake;
    }

    @Test
    default void handsOverEveryMailUnchanged() throws Exception {
        try (Mailbox mailbox = mailbox()) {
            fill(mailbox, 0, MAILS);
            CollectingIntake intake = pull(mailbox, Cursor.START);
            assertThat(texts(intake)).containsExactlyInAnyOrderElementsOf(numbered(0, MAILS));
            assertThat(intake.quarantined()).isEmpty();
        }
    }

    @Test
    default void announcesEachFolderWithItsCount() throws Exception {
        try (Mailbox mailbox = mailbox()) {
            fill(mailbox, 0, 7);
            CollectingIntake first = pull(mailbox, Cursor.START);
            fill(mailbox, 7, 9);
            CollectingIntake second = pull(mailbox, first.cursor(Cursor.START));
            assertThat(first.folders().values()).contains(7L);
            assertThat(second.folders().values()).containsAnyOf(9L, Intake.UNCOUNTED);
            assertThat(second.toFetch().values()).contains(2L);
            assertThat(List.copyOf(first.folders().keySet())).isEqualTo(mailbox.source().folders());
        }
    }

    @Test
    default void handsOverTheNewestFirst() throws Exception {
        try (Mailbox mailbox = mailbox()) {
            fill(mailbox, 0, MAILS);
            CollectingIntake intake = pull(mailbox, Cursor.START);
            int early =
                    intake.steps().stream()
                            .mapToInt(Step::mails)
                            .filter(mails -> mails > 0)
                            .findFirst()
                            .orElseThrow();
            assertThat(texts(intake).subList(0, early))
                    .containsAll(numbered(MAILS - 300, MAILS))
                    .doesNotContainAnyElementsOf(numbered(0, 200));
        }
    }

    @Test
    default void handsOverNothingWhenNothingIsNew() throws Exception {
        try (Mailbox mailbox = mailbox()) {
            fill(mailbox, 0, 30);
            Cursor cursor = pull(mailbox, Cursor.START).cursor(Cursor.START);
            CollectingIntake again = pull(mailbox, cursor);
            assertThat(again.mails()).isEmpty();
            assertThat(again.steps()).isEmpty();
            assertThat(again.toFetch().values()).containsOnly(0L);
        }
    }

    @Test
    default void handsOverOnlyWhatIsNew() throws Exception {
        try (Mailbox mailbox = mailbox()) {
            fill(mailbox, 0, 30);
            Cursor cursor = pull(mailbox, Cursor.START).cursor(Cursor.START);
            fill(mailbox, 30, 40);
            assertThat(texts(pull(mailbox, cursor)))
                    .containsExactlyInAnyOrderElementsOf(numbered(30, 40));
        }
    }

    @Test
    default void findsTheFirstMailOfAnEmptyMailbox() throws Exception {
        try (Mailbox mailbox = mailbox()) {
            Cursor cursor = pull(mailbox, Cursor.START).cursor(Cursor.START);
            fill(mailbox, 0, 1);
            assertThat(texts(pull(mailbox, cursor))).isEqualTo(numbered(0, 1));
        }
    }

    @Test
    default void goesOnFromEverySettledCursor() throws Exception {
        try (Mailbox mailbox = mailbox()) {
            fill(mailbox, 0, MAILS);
            CollectingIntake whole = pull(mailbox, Cursor.START);
            assertThat(whole.steps()).hasSizeGreaterThan(2);
            fill(mailbox, MAILS, MAILS + 5);
            for (Step step : whole.steps()) {
                Set<String> known = new HashSet<>(texts(whole).subList(0, step.mails()));
                known.addAll(texts(pull(mailbox, step.cursor())));
                assertThat(known).containsExactlyInAnyOrderElementsOf(numbered(0, MAILS + 5));
            }
        }
    }

    @Test
    default void losesNothingWhenKilled() throws Exception {
        try (Mailbox mailbox = mailbox()) {
            fill(mailbox, 0, MAILS);
            Set<String> kept = new HashSet<>();
            Set<Location> known = new HashSet<>();
            Cursor cursor = Cursor.START;
            for (int killedAfter : List.of(1, 499, 501, 700, 1_100)) {
                CollectingIntake intake = new CollectingIntake(killedAfter).knowing(known);
                Cursor from = cursor;
                if (kept.size() + killedAfter < MAILS) {
                    assertThatThrownBy(() -> mailbox.source().pull(from, intake))
                            .isInstanceOf(Killed.class);
                } else {
                    mailbox.source().pull(from, intake);
                }
                cursor = intake.cursor(from);
                int settled = intake.steps().isEmpty() ? 0 : intake.steps().getLast().mails();
                kept.addAll(texts(intake).subList(0, settled));
                intake.mails().subList(0, settled).forEach(mail -> known.add(mail.location()));
            }
            CollectingIntake rest = new CollectingIntake().knowing(known);
            mailbox.source().pull(cursor, rest);
            kept.addAll(texts(rest));
            assertThat(kept).containsExactlyInAnyOrderElementsOf(numbered(0, MAILS));
        }
    }

    @Test
    default void startsAnewWithAMarkThatIsNotItsOwn() throws Exception {
        try (Mailbox mailbox = mailbox()) {
            fill(mailbox, 0, 3);
            Cursor cursor = Cursor.START;
            for (String folder : mailbox.source().folders()) {
                cursor = cursor.with(folder, "not a mark");
            }
            assertThat(texts(pull(mailbox, cursor)))
                    .containsExactlyInAnyOrderElementsOf(numbered(0, 3));
        }
    }

    @Test
    default void listsWhatItHandsOver() throws Exception {
        try (Mailbox mailbox = mailbox()) {
            fill(mailbox, 0, 12);
            List<Location> listed = new ArrayList<>();
            for (String folder : mailbox.source().folders()) {
                mailbox.source()
                        .list(
                                folder,
                                mail -> {
                                    assertThat(mail.size()).isNotZero();
                                    listed.add(mail.location());
                                });
            }
            assertThat(pull(mailbox, Cursor.START).mails())
                    .extracting(RawMail::location)
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    @Test
    default void handsOverAgainWhatItIsAskedForAndNothingElse() throws Exception {
        try (Mailbox mailbox = mailbox()) {
            fill(mailbox, 0, 12);
            CollectingIntake first = pull(mailbox, Cursor.START);
            List<RawMail> some = List.of(first.mails().get(2), first.mails().get(9));
            Set<Location> places = new HashSet<>();
            some.forEach(mail -> places.add(mail.location()));
            Location place = some.getFirst().location();
            places.add(new Location(place.folder(), place.key() + "0000"));
            places.add(new Location("no such folder", place.key()));
            CollectingIntake again = new CollectingIntake();
            mailbox.source().folders().forEach(folder -> again.folder(folder, 0, 0));
            mailbox.source().refetch(places, again);
            assertThat(again.mails())
                    .extracting(RawMail::location)
                    .containsExactlyInAnyOrderElementsOf(
                            some.stream().map(RawMail::location).toList());
            assertThat(texts(again))
                    .containsExactlyInAnyOrderElementsOf(
                            some.stream()
                                    .map(mail ->
                                            new String(mail.bytes(), StandardCharsets.ISO_8859_1))
                                    .toList());
            assertThat(again.quarantined()).isEmpty();
            assertThat(again.steps()).isEmpty();
        }
    }

    @Test
    default void check28LeavesTheMailboxAsItWas() throws Exception {
        try (Mailbox mailbox = mailbox()) {
            fill(mailbox, 0, 20);
            Object before = mailbox.state();
            pull(mailbox, Cursor.START);
            mailbox.source().folders();
            assertThat(mailbox.state()).isEqualTo(before);
        }
    }
}
