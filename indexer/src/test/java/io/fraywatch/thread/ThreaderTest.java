package io.fraywatch.thread;

import static io.fraywatch.thread.Letter.letter;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.Decision;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Link;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThreaderTest {
    private static final Identity US = new Identity(Set.of("me@us.example"), Set.of("us.example"));

    private final Threader threader = new Threader(US);

    @Test
    void joinsAnAnswerToItsParent() {
        assertThat(tell(letter("a"), letter("b").answers("a").after(ofHours(1))))
                .containsExactly("a ROOT -, b REFERENCE a");
    }

    @Test
    void believesInReplyToBeforeReferences() {
        assertThat(
                        tell(
                                letter("a"),
                                letter("b").answers("a").after(ofHours(1)),
                                letter("c").answers("a").refersTo("a", "b").after(ofHours(2))))
                .containsExactly("a ROOT -, b REFERENCE a, c REFERENCE a");
    }

    @Test
    void joinsAnswersToAMailThatIsNotHere() {
        assertThat(
                        tell(
                                letter("b").answers("gone"),
                                letter("c").refersTo("gone").after(ofHours(1))))
                .containsExactly("b ROOT -, c REFERENCE -");
    }

    @Test
    void findsTheNearestAncestorThatIsHere() {
        assertThat(
                        tell(
                                letter("a"),
                                letter("c")
                                        .answers("gone")
                                        .refersTo("a", "gone")
                                        .after(ofHours(1))))
                .containsExactly("a ROOT -, c REFERENCE a");
        assertThat(
                        tell(
                                letter("a"),
                                letter("c").answers("gone").after(ofHours(1)),
                                letter("d").refersTo("a", "gone").after(ofHours(2))))
                .containsExactly("a ROOT -, c REFERENCE a, d REFERENCE a");
    }

    @Test
    void ignoresAMailThatAnswersItself() {
        assertThat(tell(letter("a").answers("a").refersTo("a"))).containsExactly("a ROOT -");
    }

    @Test
    void breaksLoopsAtTheEarliest() {
        assertThat(
                        tell(
                                letter("a").answers("c"),
                                letter("b").answers("a").after(ofHours(1)),
                                letter("c").answers("b").after(ofHours(2))))
                .containsExactly("a ROOT -, b REFERENCE a, c REFERENCE b");
    }

    @Test
    void keepsDifferentMailsOfOneMessageIdApartInOneConversation() {
        Letter twin = letter("twin").carrying(Optional.of("a@mail.example")).after(ofHours(1));
        assertThat(tell(letter("a"), twin, letter("b").answers("a").after(ofHours(2))))
                .containsExactly("a ROOT -, twin REFERENCE -, b REFERENCE a");
    }

    @Test
    void believesTheProvider() {
        assertThat(
                        tell(
                                letter("a").inProviderThread("7"),
                                letter("b").inProviderThread("7").after(ofDays(90))))
                .containsExactly("a ROOT -, b PROVIDER -");
    }

    @Test
    void guessesWhatAReplyWithoutReferencesAnswers() {
        Letter reply =
                letter("b")
                        .about("AW: Blue poster")
                        .between("me@us.example", "ann@client.example")
                        .after(ofDays(3));
        assertThat(tell(letter("a"), reply, letter("c").answers("b").after(ofDays(4))))
                .containsExactly("a ROOT -, b SUBJECT a, c REFERENCE b");
    }

    @Test
    void guessesNothingWhereTwoConversationsFitEquallyWell() {
        Letter reply = letter("c").about("Re: Blue poster").after(ofDays(6));
        assertThat(tell(letter("a"), letter("b").after(ofDays(5)), reply))
                .containsExactly("a ROOT -", "b ROOT -", "c ROOT -");
    }

    @Test
    void putsAReplyToWhatItQuotesHoweverManyFit() {
        Letter one = letter("a").saying("Could you send me the draft by Friday, please? Thanks.");
        Letter other =
                letter("b").saying("We need three more posters for the shop.").after(ofDays(5));
        Letter reply = letter("c").about("Re: Blue poster").quoting(one).after(ofDays(6));
        assertThat(tell(one, other, reply)).containsExactly("a ROOT -, c SUBJECT a", "b ROOT -");
    }

    @Test
    void takesAQuoteForAnAnswerWithoutRe() {
        Letter one = letter("a").saying("Could you send me the draft by Friday, please? Thanks.");
        Letter quoting = letter("b").quoting(one).after(ofDays(1));
        assertThat(tell(one, quoting)).containsExactly("a ROOT -, b SUBJECT a");
        assertThat(tell(one, quoting.about("Fwd: Blue poster"))).hasSize(2);
    }

    @Test
    void isSurerOfAQuoteThanOfCompany() {
        Letter one = letter("a").saying("Could you send me the draft by Friday, please? Thanks.");
        Letter quoting = letter("b").about("Re: Blue poster").quoting(one).after(ofDays(1));
        Letter bare = letter("b").about("Re: Blue poster").after(ofDays(1));
        assertThat(certainty(one, quoting)).isGreaterThan(certainty(one, bare));
        assertThat(certainty(one, bare)).isBetween(0.5, 0.99);
        assertThat(certainty(one, letter("b").answers("a"))).isEqualTo(1);
    }

    private double certainty(Letter one, Letter other) {
        return threader.thread(List.of(one.message(), other.message()))
                .getFirst()
                .entries()
                .getLast()
                .certainty();
    }

    @Test
    void guessesNothingOfASubjectThatTooManyCarry() {
        List<Message> mails = new ArrayList<>();
        for (int i = 0; i <= SubjectRule.MOST_CANDIDATES; i++) {
            mails.add(
                    letter("n" + i)
                            .between("no" + i + "@other.example", "me@us.example")
                            .message());
        }
        mails.add(letter("c").about("Re: Blue poster").after(ofDays(1)).message());
        mails.set(0, letter("a").after(ofHours(1)).message());
        assertThat(threader.thread(mails)).hasSize(mails.size());
        mails.remove(1);
        assertThat(threader.thread(mails)).hasSize(mails.size() - 1);
    }

    @Test
    void believesOutlook() {
        assertThat(
                        tell(
                                letter("a").inOutlookThread("01d8"),
                                letter("b").inOutlookThread("01d8").after(ofDays(90))))
                .containsExactly("a ROOT -, b PROVIDER -");
        assertThat(
                        tell(
                                letter("a").inOutlookThread("01d8"),
                                letter("b").inProviderThread("01d8").after(ofDays(90))))
                .hasSize(2);
    }

    @Test
    void splitsAMailOffWithAllThatAnswersIt() {
        Letter[] chain = {
            letter("a"),
            letter("b").answers("a").after(ofDays(1)),
            letter("c").answers("b").after(ofDays(2)),
            letter("d").answers("a").after(ofDays(3))
        };
        Decision split = new Decision.Split(new MailId("b"));
        assertThat(decided(List.of(split), chain))
                .containsExactly("a ROOT -, d REFERENCE a", "b ROOT -, c REFERENCE b");
    }

    @Test
    void mergesWhatTheUserPutTogether() {
        Letter[] mails = {
            letter("a"), letter("b").after(ofDays(1)), letter("c").answers("b").after(ofDays(2))
        };
        Decision merge = new Decision.Merge(new MailId("b"), new MailId("a"));
        assertThat(decided(List.of(merge), mails))
                .containsExactly("a ROOT -, b HAND -, c REFERENCE b");
        assertThat(decided(List.of(merge, new Decision.Split(new MailId("b"))), mails)).hasSize(2);
        assertThat(decided(List.of(new Decision.Split(new MailId("c")), merge), mails))
                .containsExactly("a ROOT -, b HAND -", "c ROOT -");
    }

    @Test
    void letsASplitMailBelongSomewhereElse() {
        Letter[] mails = {
            letter("a"), letter("b").answers("a").after(ofDays(1)), letter("x").after(ofDays(2))
        };
        List<Decision> moved =
                List.of(
                        new Decision.Split(new MailId("b")),
                        new Decision.Merge(new MailId("b"), new MailId("x")));
        assertThat(decided(moved, mails)).containsExactly("a ROOT -", "b ROOT -, x HAND -");
    }

    private List<String> decided(List<Decision> decisions, Letter... letters) {
        return tell(new Threader(US, decisions), letters);
    }

    @Test
    void neverGuessesAcrossClientsJustBecauseBothWroteToUs() {
        assertThat(
                        tell(
                                letter("a"),
                                letter("b")
                                        .about("Re: Blue poster")
                                        .between("bob@other.example", "me@us.example")
                                        .after(ofDays(1))))
                .hasSize(2);
    }

    @Test
    void guessesOnlyWithGoodReason() {
        Letter late = letter("b").about("Re: Blue poster").after(ofDays(15));
        Letter noReply = letter("b").after(ofDays(1));
        Letter referring =
                letter("b").about("Re: Blue poster").answers("elsewhere").after(ofDays(1));
        Letter known = letter("b").about("Re: Blue poster").inProviderThread("7").after(ofDays(1));
        for (Letter other : List.of(late, noReply, referring, known)) {
            assertThat(tell(letter("a"), other)).hasSize(2);
        }
        assertThat(tell(letter("a").about("Hi"), letter("b").about("Re: Hi").after(ofDays(1))))
                .hasSize(2);
    }

    @Test
    void keepsItsNameWhenRepliesArriveLater() {
        Letter orphan = letter("b").answers("gone").refersTo("first", "gone");
        var alone = threader.thread(List.of(orphan.message())).getFirst().id();
        Letter later = letter("c").refersTo("elder", "first", "gone", "b").after(ofHours(1));
        assertThat(threader.thread(List.of(orphan.message(), later.message())).getFirst().id())
                .isEqualTo(alone);
        Letter first = letter("first").after(ofHours(-5));
        assertThat(
                        threader.thread(List.of(orphan.message(), later.message(), first.message()))
                                .getFirst()
                                .id())
                .isEqualTo(alone);
    }

    @Test
    void givesTheSameConversationsForAnyOrderOfArrival() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Message> mails = new ArrayList<>(randomMails(random));
            List<Threaded> expected = threader.thread(mails);
            Collections.shuffle(mails, random);
            assertThat(threader.thread(mails)).as("seed %d", seed).isEqualTo(expected);
            assertThat(expected.stream().map(Threaded::id))
                    .as("seed %d", seed)
                    .doesNotHaveDuplicates();
            assertThat(expected.stream().flatMap(each -> each.entries().stream()))
                    .as("seed %d", seed)
                    .hasSize(mails.size());
        }
    }

    @Test
    void threadsAVeryLongChainOfAnswers() {
        List<Message> chain =
                IntStream.range(0, 50_000)
                        .mapToObj(i ->
                                letter("m" + i).answers("m" + (i - 1)).after(ofHours(i)).message())
                        .toList();
        assertThat(threader.thread(chain)).hasSize(1);
    }

    private static List<Message> randomMails(Random random) {
        return IntStream.range(0, 2 + random.nextInt(20))
                .mapToObj(i -> randomMail(i, random).message())
                .toList();
    }

    private static Letter randomMail(int number, Random random) {
        Letter mail =
                letter("m" + number)
                        .about(
                                (random.nextBoolean() ? "Re: " : "")
                                        + "Poster number "
                                        + random.nextInt(3))
                        .between(
                                random.nextBoolean() ? "ann@client.example" : "bob@other.example",
                                "me@us.example")
                        .after(ofHours(random.nextInt(600)));
        if (random.nextInt(3) == 0) {
            mail = mail.answers("m" + random.nextInt(25));
        }
        if (random.nextInt(3) == 0) {
            mail = mail.refersTo("m" + random.nextInt(25), "m" + random.nextInt(25));
        }
        if (random.nextInt(6) == 0) {
            mail = mail.inProviderThread("t" + random.nextInt(3));
        }
        return random.nextInt(8) == 0
                ? mail.carrying(Optional.of("m" + random.nextInt(25) + "@mail.example"))
                : mail;
    }

    private List<String> tell(Letter... letters) {
        return tell(threader, letters);
    }

    private static List<String> tell(Threader threader, Letter... letters) {
        List<Message> mails = Stream.of(letters).map(Letter::message).toList();
        return threader.thread(mails).stream()
                .map(each ->
                        String.join(", ", each.entries().stream().map(ThreaderTest::tell).toList()))
                .toList();
    }

    private static String tell(Conversation.Entry entry) {
        Link link = entry.link();
        return entry.message().id()
                + " "
                + link
                + " "
                + entry.parent().map(MailId::value).orElse("-");
    }
}
