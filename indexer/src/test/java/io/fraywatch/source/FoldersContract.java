package io.fraywatch.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Identity;
import io.fraywatch.parse.MailParser;
import io.fraywatch.store.Entry;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.View;
import io.fraywatch.store.lucene.LuceneStore;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.Progress;
import io.fraywatch.sync.SyncReport;
import io.fraywatch.sync.Synchronizer;
import io.fraywatch.sync.Verifier;
import io.fraywatch.testing.MailProgram;
import io.fraywatch.testing.Mails;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a mailbox of many folders must hold to beyond [MailSourceContract]: whatever the user does
/// to it in their mail program, one pass later the index says the same, and no body that is known
/// has been fetched again.
public interface FoldersContract extends MailSourceContract {
    int INBOX = 40;
    int SENT = 12;
    int ARCHIVE = 10;

    /// How this mailbox is expected to tell what changed.
    Tier tier();

    /// Where a mail program reaches the mailbox, by IMAP on this port.
    int port(Mailbox mailbox);

    /// A mailbox that was read once.
    final class Synced implements AutoCloseable {
        private final Mailbox mailbox;
        private final MailStore store;
        private final Account account;
        final MailProgram user;

        Synced(Mailbox mailbox, int port, Path folder) throws Exception {
            this.mailbox = mailbox;
            this.store = new LuceneStore(folder, Duration.ofSeconds(5));
            this.account =
                    new Account(
                            new AccountName("work"),
                            new Identity(Set.of("dana@reyes-va.example"), Set.of()),
                            mailbox::source);
            this.user = new MailProgram(port);
            fill("INBOX", 0, INBOX);
            user.create("Archive");
            fill("Archive", 1_000, ARCHIVE);
            fill("Sent", 2_000, SENT);
            assertThat(sync().indexed()).isEqualTo(INBOX + ARCHIVE + SENT);
        }

        void fill(String folder, int from, int count) {
            for (int i = from; i < from + count; i++) {
                user.add(folder, Mails.numbered(i));
            }
        }

        SyncReport sync() throws Exception {
            return new Synchronizer(store, new MailParser(), new TextReader())
                    .sync(account, Progress.silent());
        }

        /// Makes one pass, which must leave the index as the mailbox is.
        SyncReport converge() throws Exception {
            SyncReport report = sync();
            assertThat(new Verifier(store).verify(account))
                    .satisfies(result -> assertThat(result.clean()).as("%s", result).isTrue());
            String after = generation();
            assertThat(sync().fetched()).isZero();
            assertThat(generation()).isEqualTo(after);
            return report;
        }

        String generation() throws Exception {
            try (View view = store.openView(account.name())) {
                return view.generation();
            }
        }

        /// All mails with their text and their conversation.
        Map<String, String> contents() throws Exception {
            Map<String, String> contents = new TreeMap<>();
            try (View view = store.openView(account.name())) {
                Set<Entry> all = new HashSet<>();
                view.forEach(all::add);
                for (Entry each : all) {
                    contents.put(
                            each.id().value(),
                            each.conversation() + " " + view.body(each.id()).text());
                }
            }
            return contents;
        }

        @Override
        public void close() {
            user.close();
            store.close();
            mailbox.close();
        }
    }

    private Synced synced(Path folder) throws Exception {
        Mailbox mailbox = mailbox();
        return new Synced(mailbox, port(mailbox), folder);
    }

    private static void assertDid(SyncReport report, int fetched, int removed) {
        assertThat(report.fetched()).as("bodies fetched").isEqualTo(fetched);
        assertThat(report.removed()).as("mails removed").isEqualTo(removed);
    }

    @Test
    default void tellsItsTier(@TempDir Path folder) throws Exception {
        try (Synced box = synced(folder)) {
            assertThat(box.sync().tier()).contains(tier());
        }
    }

    @Test
    default void takesOutWhatWasExpunged(@TempDir Path folder) throws Exception {
        try (Synced box = synced(folder)) {
            box.user.expunge("INBOX", 4);
            assertDid(box.converge(), 0, 4);
        }
    }

    @Test
    default void takesOutAlmostAllOfAFolder(@TempDir Path folder) throws Exception {
        try (Synced box = synced(folder)) {
            box.user.expunge("INBOX", INBOX - 1);
            assertDid(box.converge(), 0, INBOX - 1);
        }
    }

    @Test
    default void followsMailThatMoved(@TempDir Path folder) throws Exception {
        try (Synced box = synced(folder)) {
            Map<String, String> before = box.contents();
            box.user.move("INBOX", 5, "Archive");
            assertDid(box.converge(), 0, 0);
            assertThat(box.contents()).isEqualTo(before);
        }
    }

    @Test
    default void followsARenamedFolder(@TempDir Path folder) throws Exception {
        try (Synced box = synced(folder)) {
            Map<String, String> before = box.contents();
            box.user.rename("Archive", "Archives");
            assertDid(box.converge(), 0, 0);
            assertThat(box.contents()).isEqualTo(before);
        }
    }

    @Test
    default void takesOutADeletedFolder(@TempDir Path folder) throws Exception {
        try (Synced box = synced(folder)) {
            box.user.delete("Archive");
            assertDid(box.converge(), 0, ARCHIVE);
        }
    }

    @Test
    default void check13FetchesNothingAgainWhenUidsChange(@TempDir Path folder) throws Exception {
        try (Synced box = synced(folder)) {
            Map<String, String> before = box.contents();
            box.user.renumber("Sent");
            box.fill("Sent", 3_000, 1);
            assertDid(box.converge(), 1, 0);
            assertThat(box.contents()).containsAllEntriesOf(before).hasSize(before.size() + 1);
        }
    }

    @Test
    default void followsAllThatHappensInOneMorning(@TempDir Path folder) throws Exception {
        try (Synced box = synced(folder)) {
            box.user.flag("INBOX", 20);
            box.fill("INBOX", 3_000, 3);
            box.user.move("INBOX", 2, "Archive");
            box.user.expunge("INBOX", 3);
            box.user.rename("Archive", "Archives");
            box.user.renumber("Sent");
            box.fill("Sent", 4_000, 1);
            assertDid(box.converge(), 4, 3);
        }
    }

    @Test
    default void readsAFolderAgainThatComesBack(@TempDir Path folder) throws Exception {
        try (Synced box = synced(folder)) {
            box.user.rename("Archive", "Elsewhere");
            assertDid(box.converge(), 0, ARCHIVE);
            box.user.rename("Elsewhere", "Archive");
            assertDid(box.converge(), ARCHIVE, 0);
        }
    }

    /// RELIABILITY check 15, with all that can be seen from outside alike.
    @Test
    default void check15TwinsOfOneMessageIdStayTwoMails(@TempDir Path folder) throws Exception {
        try (Synced box = synced(folder)) {
            box.user.add("INBOX", twin("left"));
            assertDid(box.converge(), 1, 0);
            box.user.add("Archive", twin("rite"));
            assertDid(box.converge(), 1, 0);
            box.user.renumber("Sent");
            box.user.rename("Archive", "Archives");
            Map<String, String> before = box.contents();
            assertDid(box.converge(), 0, 0);
            assertThat(box.contents()).isEqualTo(before).hasSize(INBOX + SENT + ARCHIVE + 2);
        }
    }

    private static byte[] twin(String word) {
        return ("From: Kim <kim@harborlane.example>\r\nTo: dana@reyes-va.example\r\nSubject: Twin\r\n"
                        + "Date: Mon, 5 Jan 2026 08:00:00 +0000\r\nMessage-ID: <twin@harborlane.example>\r\n\r\n"
                        + word
                        + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
