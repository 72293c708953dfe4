package io.fraywatch.source.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Location;
import io.fraywatch.parse.MailParser;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.SourceException.Kind;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.View;
import io.fraywatch.store.lucene.LuceneStore;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.Progress;
import io.fraywatch.sync.SyncReport;
import io.fraywatch.sync.Synchronizer;
import io.fraywatch.testing.CollectingIntake;
import io.fraywatch.testing.Dovecot;
import io.fraywatch.testing.Dovecot.Options;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.ScriptedImap;
import io.fraywatch.testing.ScriptedImap.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A folder that the server lists and doesn't let us read.
@Timeout(120)
class ShutFolderTest {
    private static final AccountName WORK = new AccountName("work");

    @TempDir private Path home;

    private static SyncReport sync(MailStore store, int port) throws Exception {
        Account account =
                new Account(
                        WORK,
                        new Identity(Set.of("dana@reyes-va.example"), Set.of()),
                        () ->
                                new ImapSource(
                                        Mails.settings(port).alsoReading(List.of("Clients/*"))));
        return new Synchronizer(store, new MailParser(), new TextReader())
                .sync(account, Progress.silent());
    }

    private static void permit(Path folder, String permissions) throws Exception {
        for (String part : List.of("", "cur", "new", "tmp")) {
            Files.setPosixFilePermissions(
                    folder.resolve(part), PosixFilePermissions.fromString(permissions));
        }
    }

    private static Map<String, Long> folders(MailStore store) throws Exception {
        try (View view = store.openView(WORK)) {
            return view.folders();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", Options.OLD})
    void theOthersAreReadAndNothingOfItIsLost(String can) throws Exception {
        Options options = can.isEmpty() ? Options.PLAIN : Options.saying(can);
        try (Dovecot dovecot = Dovecot.start(options);
                MailStore store = new LuceneStore(home, Duration.ofSeconds(60))) {
            dovecot.deliver("", Mails.numbered(1), "S");
            dovecot.deliver("Clients.Open", Mails.numbered(2), "S");
            dovecot.deliver("Clients.Shut", Mails.numbered(3), "S");
            assertThat(sync(store, dovecot.port()).shut()).isEmpty();

            permit(dovecot.makeFolder("Clients.Shut"), "---------");
            dovecot.deliver("Clients.Open", Mails.numbered(4), "S");
            SyncReport shut = sync(store, dovecot.port());
            assertThat(shut.indexed()).isEqualTo(1);
            assertThat(shut.removed()).isZero();
            assertThat(shut.shut()).containsOnlyKeys("Clients/Shut");
            assertThat(shut.shut().get("Clients/Shut")).contains("Clients/Shut", "saying: ");
            assertThat(folders(store)).containsOnlyKeys("INBOX", "Clients/Open", "Clients/Shut");

            permit(dovecot.makeFolder("Clients.Shut"), "rwxr-xr-x");
            dovecot.deliver("Clients.Shut", Mails.numbered(5), "S");
            SyncReport open = sync(store, dovecot.port());
            assertThat(open.shut()).isEmpty();
            assertThat(open.fetched()).isEqualTo(1);
            assertThat(folders(store)).containsEntry("Clients/Shut", 2L);
        }
    }

    /// Holds a folder `Old` beside INBOX that can be counted, but not opened.
    private static Script refusing(String refused) {
        return (talk, tag, command) -> {
            if (command.startsWith("LIST")) {
                talk.line("* LIST () \"/\" INBOX\r\n* LIST () \"/\" Old");
            } else if (command.startsWith("STATUS Old")) {
                talk.line("* STATUS Old (MESSAGES 3 UIDNEXT 4 UIDVALIDITY 7)");
            } else if (command.equals("EXAMINE " + refused)) {
                talk.line(tag + " NO [NOPERM] not for you");
                return true;
            } else {
                return false;
            }
            talk.line(tag + " OK done");
            return true;
        };
    }

    private static ImapSource source(ScriptedImap server) {
        return new ImapSource(Mails.settings(server.port()).alsoReading(List.of("Old")));
    }

    /// The FETCH sent along with the EXAMINE is answered as if it were meant for the folder before.
    @Test
    void whatWasAskedOfItInTheSameBreathIsNotTakenForAnothersMail() throws Exception {
        try (ScriptedImap server = ScriptedImap.start(3, refusing("Old"))) {
            CollectingIntake intake = new CollectingIntake();
            source(server).pull(Cursor.START.with("Old", "7:1:2"), intake);
            assertThat(intake.mails())
                    .extracting(mail -> mail.location())
                    .containsExactlyInAnyOrder(
                            new Location("INBOX", "7:1"),
                            new Location("INBOX", "7:2"),
                            new Location("INBOX", "7:3"));
            assertThat(intake.shutFolders().get("Old")).contains("Old", "not for you");
            assertThat(intake.cursor(Cursor.START).marks())
                    .containsEntry("INBOX", "7:1:3")
                    .containsEntry("Old", "7:1:2");
        }
    }

    @Test
    void withoutTheInboxNothingIsRead() {
        try (ScriptedImap server = ScriptedImap.start(3, refusing("INBOX"))) {
            SourceException failure =
                    catchThrowableOfType(
                            SourceException.class,
                            () -> source(server).pull(Cursor.START, new CollectingIntake()));
            assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(failure).hasMessageContaining("INBOX", "not for you");
        }
    }
}
