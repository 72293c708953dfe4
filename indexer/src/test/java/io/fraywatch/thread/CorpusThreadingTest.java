package io.fraywatch.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Link;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.Subjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Threading against what others say is right; skipped where the shared corpora aren't.
class CorpusThreadingTest {
    private static final String BOXES = "4-threading/mail-thread-perl-boxes.tar.xz";

    /// For these the suite expects no joining by subject.
    private static final Set<String> WITHOUT_GUESSES = Set.of("testbox", "testbox-4");

    private static final Pattern NODE =
            Pattern.compile(
                    "\\[\\s*(\\d+),\\s*\"((?:[^\"\\\\]|\\\\.)*)\",\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*\\]");
    private static final Pattern NUMBERS = Pattern.compile("\\d+");
    private final Threader threader = new Threader(new Identity(Set.of(), Set.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {"testbox", "testbox-2", "testbox-3", "testbox-4", "testbox-8", "testbox-9"})
    void findsTheParentsOfTheSuite(String box) throws IOException {
        Map<String, String> parents = new HashMap<>();
        boolean withGuesses = !WITHOUT_GUESSES.contains(box);
        for (Threaded each : threader.thread(Corpus.mbox(Corpus.read(BOXES, box)))) {
            Map<Object, String> names = new HashMap<>();
            each.entries()
                    .forEach(entry -> names.put(entry.message().id(), nameOf(entry.message())));
            for (Conversation.Entry entry : each.entries()) {
                boolean counts = withGuesses || entry.link() != Link.SUBJECT;
                parents.put(
                        nameOf(entry.message()),
                        entry.parent().filter(id -> counts).map(names::get).orElse(""));
            }
        }
        assertThat(parents).isEqualTo(expectedParents(box));
    }

    @ParameterizedTest
    @ValueSource(strings = {"testbox-5", "testbox-6", "testbox-7"})
    void neverLoops(String box) throws IOException {
        List<Message> mails = Corpus.mbox(Corpus.read(BOXES, box));
        assertThat(threader.thread(mails).stream().flatMap(each -> each.entries().stream()))
                .hasSize(mails.size());
    }

    private static String nameOf(Message message) {
        return message.headers().messageId().map(MessageId::value).orElse("");
    }

    private static Map<String, String> expectedParents(String box) throws IOException {
        String all = Corpus.plain("4-threading/mail-thread-perl-expected.json");
        String rest = all.substring(all.indexOf('"' + box + '"'));
        int next = rest.indexOf("\"box\"");
        var nodes = NODE.matcher(next < 0 ? rest : rest.substring(0, next));
        Map<String, String> parents = new HashMap<>();
        List<String> above = new ArrayList<>();
        while (nodes.find()) {
            int depth = Integer.parseInt(nodes.group(1));
            above.subList(depth, above.size()).clear();
            String parent = above.isEmpty() ? "" : above.getLast();
            boolean ghost = nodes.group(2).contains("not available");
            above.add(ghost ? parent : nodes.group(3));
            if (!ghost) {
                parents.put(nodes.group(3), parent);
            }
        }
        return parents;
    }

    @Test
    void sortsSubjectsAsImaptestDoes() throws IOException {
        String pack = "4-threading/imaptest-thread.tar.xz";
        List<Message> mails = Corpus.mbox(Corpus.read(pack, "sort-subject.mbox"));
        String script = Corpus.read(pack, "sort-subject");
        List<Integer> expected =
                NUMBERS.matcher(
                                script.lines()
                                        .filter(line -> line.startsWith("* sort"))
                                        .findFirst()
                                        .orElseThrow())
                        .results()
                        .map(match -> Integer.parseInt(match.group()) - 1)
                        .toList();
        List<Integer> sorted = new ArrayList<>(expected.stream().sorted().toList());
        sorted.sort(
                Comparator.comparing(i ->
                        Subjects.base(mails.get(i).headers().subject()).toUpperCase(Locale.ROOT)));
        assertThat(sorted).isEqualTo(expected);
    }

    @Test
    void agreesWithTheHeaderTruthOfAnArchive() throws IOException {
        Map<String, String> truth = new HashMap<>();
        List<Message> mails = archive(truth, 0);
        assertThat(f1(truth, conversations(mails, false))).isGreaterThanOrEqualTo(0.995);
    }

    @Test
    void guessesMostOfWhatLostItsHeaders() throws IOException {
        Map<String, String> whole = conversations(archive(new HashMap<>(), 0), true);
        Map<String, String> robbed = conversations(archive(new HashMap<>(), 0.2), true);
        assertThat(f1(whole, robbed)).isGreaterThanOrEqualTo(0.95);
    }

    /// Reads an archive's mails, and in which thread its headers put each.
    ///
    /// @param lost the share of mails that are robbed of their In-Reply-To and References
    private static List<Message> archive(Map<String, String> truth, double lost)
            throws IOException {
        Random random = new Random(42);
        List<Message> mails = new ArrayList<>();
        for (String line :
                Corpus.read("1-threads/usrp-users_2019-2021.threads.jsonl.xz", "")
                        .lines()
                        .toList()) {
            Message mail = archived("n" + mails.size(), line, random.nextDouble() < lost);
            truth.put(mail.id().value(), Corpus.text(line, "thread").orElse(""));
            mails.add(mail);
        }
        return mails;
    }

    /// @param guesses whether what was joined by a guess counts as joined
    private Map<String, String> conversations(List<Message> mails, boolean guesses) {
        Map<String, String> found = new HashMap<>();
        for (Threaded each : threader.thread(mails)) {
            Map<MailId, String> parts = new HashMap<>();
            for (Conversation.Entry entry : each.entries()) {
                boolean apart = !guesses && entry.link() == Link.SUBJECT;
                String above = entry.parent().map(parts::get).orElse(each.id().toString());
                String part = apart ? entry.message().id().value() : above;
                parts.put(entry.message().id(), part);
                found.put(entry.message().id().value(), part);
            }
        }
        return found;
    }

    private static Message archived(String id, String line, boolean robbed) {
        List<MessageId> parent =
                robbed
                        ? List.of()
                        : Corpus.text(line, "parent").map(MessageId::new).stream().toList();
        List<MessageId> thread =
                robbed
                        ? List.of()
                        : Corpus.text(line, "thread").map(MessageId::new).stream().toList();
        return Corpus.message(
                id,
                Corpus.text(line, "id").map(MessageId::new),
                parent,
                parent.isEmpty() ? List.of() : thread,
                Corpus.text(line, "subject").orElse(""),
                Corpus.text(line, "from").map(Address::of).stream().toList(),
                List.of(Address.of("list@lists.example")),
                Corpus.instant(line));
    }

    private static double f1(Map<String, String> truth, Map<String, String> found) {
        Map<String, Long> both = new HashMap<>();
        Map<String, Long> inTruth = new HashMap<>();
        Map<String, Long> inFound = new HashMap<>();
        truth.forEach((mail, thread) -> {
            String conversation = Optional.ofNullable(found.get(mail)).orElseThrow();
            both.merge(thread + " " + conversation, 1L, Long::sum);
            inTruth.merge(thread, 1L, Long::sum);
            inFound.merge(conversation, 1L, Long::sum);
        });
        double f1 = 2.0 * pairs(both) / (pairs(inTruth) + pairs(inFound));
        System.out.printf(
                "pairwise F1 %.4f (precision %.4f, recall %.4f)%n",
                f1, (double) pairs(both) / pairs(inFound), (double) pairs(both) / pairs(inTruth));
        return f1;
    }

    private static long pairs(Map<String, Long> sizes) {
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }
}
