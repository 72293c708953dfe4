package io.fraywatch.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.parse.MailParser;
import io.fraywatch.query.Query;
import io.fraywatch.source.SourceException;
import io.fraywatch.store.Hits;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.View;
import io.fraywatch.sync.Verifier.Compared;
import io.fraywatch.testing.Dovecot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole passes from a real Dovecot into a real index.
class SynchronizerDovecotTest {
    private static final int KILLS = 20;
    private static final Query BROCHURE = new Query.Word(Query.In.ANYWHERE, "brochure", false);

    @TempDir private Path folder;

    private Dovecot dovecot;
    private Account account;

    @BeforeAll
    static void needsDovecot() {
        Dovecot.requireOnThisMachine();
    }

    @BeforeEach
    void start() {
        dovecot = Dovecot.start();
        account = TestAccounts.dovecot(dovecot.port());
    }

    @AfterEach
    void stop() {
        dovecot.close();
    }

    @Test
    void asksForNothingTwice() throws Exception {
        deliver("", 30);
        try (MailStore store = TestAccounts.store(folder)) {
            assertThat(sync(store).indexed()).isEqualTo(30);
            deliver("", 30, 5);
            SyncReport second = sync(store);
            assertThat(second.fetched()).isEqualTo(5);
            assertThat(second.indexed()).isEqualTo(5);
            assertThat(sync(store).fetched()).isZero();
            assertThat(verify(store).clean()).isTrue();
        }
    }

    /// RELIABILITY check 14.
    @Test
    void check14OneMailInSeveralFoldersIsOneDocument() throws Exception {
        dovecot.deliver("", mail(1), "S");
        dovecot.deliver("Sent", mail(1), "S");
        dovecot.deliver("Archive", mail(1), "S");
        try (MailStore store = TestAccounts.store(folder)) {
            SyncReport report = sync(store);
            assertThat(report.fetched()).isEqualTo(3);
            assertThat(report.indexed()).isEqualTo(1);
            assertThat(report.duplicates()).isEqualTo(2);
            assertThat(verify(store).clean()).isTrue();
            assertThat(verify(store).messages()).isEqualTo(1);
        }
    }

    @Test
    void takesOutWhatWasExpunged() throws Exception {
        deliver("", 10);
        try (MailStore store = TestAccounts.store(folder)) {
            sync(store);
            try (Stream<Path> files = Files.walk(dovecot.maildir())) {
                Files.delete(
                        files.filter(SynchronizerDovecotTest::isMail).findFirst().orElseThrow());
            }
            assertThat(sync(store).removed()).isEqualTo(1);
            Verifier.Result verified = verify(store);
            assertThat(verified.clean()).isTrue();
            assertThat(verified.messages()).isEqualTo(9);
        }
    }

    @Test
    void joinsAnAnswerThatComesInALaterPass() throws Exception {
        dovecot.deliver("", mail(1), "S");
        try (MailStore store = TestAccounts.store(folder)) {
            sync(store);
            dovecot.deliver("Sent", answerTo(1), "S");
            sync(store);
            try (View view = store.openView(account.name())) {
                assertThat(view.size()).isEqualTo(2);
                java.util.Set<Object> conversations = new java.util.HashSet<>();
                view.forEach(entry -> conversations.add(entry.conversation()));
                assertThat(conversations).hasSize(1);
            }
        }
    }

    @Test
    void rebuildsTheSameIndex() throws Exception {
        deliver("", 25);
        try (MailStore store = TestAccounts.store(folder)) {
            sync(store);
            Map<String, String> before = contents(store);
            synchronizer(store).rebuild(account, Progress.silent());
            assertThat(contents(store)).isEqualTo(before).hasSize(25);
        }
    }

    @Test
    void anUnreachableMailboxLeavesTheIndexAsItWas() throws Exception {
        deliver("", 3);
        try (MailStore store = TestAccounts.store(folder)) {
            sync(store);
            dovecot.close();
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> synchronizer(store).rebuild(account, Progress.silent()))
                    .isInstanceOf(SourceException.class);
            assertThat(contents(store)).hasSize(3);
            dovecot = Dovecot.start();
        }
    }

    /// Killed at random moments of a first pass, the first commit included; checks 5 and 28, too.
    @Test
    void check1And2NothingIsLostOrDoubledByKillsAndTheIndexAnswersAfterEach() throws Exception {
        deliver("", 4_000);
        deliver("Sent", 4_000, 1_000);
        Map<String, String> mailbox = fingerprints(dovecot.maildir());
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int finished = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process pass = pass();
            boolean ended = pass.waitFor(600 + random.nextInt(3_500), TimeUnit.MILLISECONDS);
            pass.destroyForcibly().waitFor();
            try (MailStore store = TestAccounts.store(folder);
                    View view = store.openView(account.name())) {
                assertThat(view.check()).as("seed %d, kill %d", seed, kill).isEmpty();
                assertThat(view.size()).isBetween(0L, 5_000L);
                assertThat(view.search(BROCHURE, Hits.Sort.RELEVANCE, 0, 10).total())
                        .isEqualTo(view.size());
            }
            if (ended) {
                finished++;
                try (MailStore store = TestAccounts.store(folder)) {
                    store.renew(account.name());
                }
            }
        }
        assertThat(finished).as("passes that ended before they were killed").isLessThan(KILLS);
        try (MailStore store = TestAccounts.store(folder)) {
            sync(store);
            Verifier.Result verified = verify(store);
            assertThat(verified.clean()).as("seed %d: %s", seed, verified).isTrue();
            assertThat(verified.messages()).isEqualTo(5_000);
            assertThat(verified.compared())
                    .contains(Compared.SIZES, Compared.HASHES, Compared.TEXTS);
        }
        assertThat(fingerprints(dovecot.maildir())).isEqualTo(mailbox);
    }

    @Test
    void aMailOfThirtyMegabytesPassesThroughASmallHeap() throws Exception {
        byte[] head = mail(1);
        byte[] large = new byte[30 << 20];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i % 78 == 77 ? '\n' : 'a' + i % 26);
        }
        System.arraycopy(head, 0, large, 0, head.length);
        dovecot.deliver("", large, "S");
        assertThat(pass("-Xmx128m").waitFor(120, TimeUnit.SECONDS)).isTrue();
        try (MailStore store = TestAccounts.store(folder)) {
            Verifier.Result verified = verify(store);
            assertThat(verified.clean()).as("%s", verified).isTrue();
            assertThat(verified.messages()).isEqualTo(1);
        }
    }

    private Process pass() throws IOException {
        return pass("-Xmx256m");
    }

    private Process pass(String heap) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        PassMain.class.getName(),
                        folder.toString(),
                        Integer.toString(dovecot.port()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Synchronizer synchronizer(MailStore store) {
        return new Synchronizer(store, new MailParser(), new TextReader());
    }

    private SyncReport sync(MailStore store) throws Exception {
        return synchronizer(store).sync(account, Progress.silent());
    }

    private Verifier.Result verify(MailStore store) throws Exception {
        return new Verifier(store, new MailParser()).verifyEveryMail(account);
    }

    private Map<String, String> contents(MailStore store) throws Exception {
        Map<String, String> contents = new TreeMap<>();
        try (View view = store.openView(account.name())) {
            view.forEach(entry ->
                    contents.put(entry.id().value(), entry.conversation() + " " + entry.sentAt()));
        }
        return contents;
    }

    private void deliver(String mailFolder, int count) {
        deliver(mailFolder, 0, count);
    }

    private void deliver(String mailFolder, int from, int count) {
        for (int i = from; i < from + count; i++) {
            dovecot.deliver(mailFolder, mail(i), "S");
        }
    }

    private static byte[] mail(int number) {
        return """
        From: Ana Ruiz <ana@harborlane.example>
        To: Dana Reyes <dana@reyes-va.example>
        Subject: Brochure, part %1$d
        Date: Mon, 2 Nov 2026 09:%2$02d:%3$02d +0000
        Message-ID: <part-%1$d@harborlane.example>

        Hi Dana,

        could you please look at part %1$d of the brochure?

        Thanks,
        Ana
        """
                .formatted(number, number / 60 % 60, number % 60)
                .getBytes(UTF_8);
    }

    private static byte[] answerTo(int number) {
        return """
        From: Dana Reyes <dana@reyes-va.example>
        To: Ana Ruiz <ana@harborlane.example>
        Subject: Re: Brochure, part %1$d
        Date: Mon, 2 Nov 2026 15:00:00 +0000
        Message-ID: <answer-%1$d@reyes-va.example>
        In-Reply-To: <part-%1$d@harborlane.example>

        Done!
        """
                .formatted(number)
                .getBytes(UTF_8);
    }

    /// Every mail file with the hash of its bytes; its name carries the flags.
    private static Map<String, String> fingerprints(Path maildir) throws Exception {
        Map<String, String> prints = new TreeMap<>();
        try (Stream<Path> files = Files.walk(maildir)) {
            for (Path file : files.filter(SynchronizerDovecotTest::isMail).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    MessageDigest hash = MessageDigest.getInstance("SHA-256");
                    hash.update(in.readAllBytes());
                    prints.put(
                            maildir.relativize(file).toString(),
                            HexFormat.of().formatHex(hash.digest()));
                }
            }
        }
        return prints;
    }

    private static boolean isMail(Path file) {
        Path folder = file.getParent();
        return Files.isRegularFile(file)
                && folder != null
                && (folder.endsWith("cur") || folder.endsWith("new"));
    }
}
