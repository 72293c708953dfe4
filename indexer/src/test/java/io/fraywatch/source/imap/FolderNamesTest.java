package io.fraywatch.source.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.source.Cursor;
import io.fraywatch.source.RawMail;
import io.fraywatch.testing.CollectingIntake;
import io.fraywatch.testing.Dovecot;
import io.fraywatch.testing.MailProgram;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.WireTap;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// RELIABILITY check 27: whatever a folder may be called, and however many there are.
@Execution(ExecutionMode.CONCURRENT)
class FolderNamesTest {
    private static final int MANY = 1_000;

    @BeforeAll
    static void needsDovecot() {
        Dovecot.requireOnThisMachine();
    }

    private static ImapSettings reading(int port, String... folders) {
        return Mails.settings(port).alsoReading(List.of(folders));
    }

    private static CollectingIntake pull(ImapSettings settings, Cursor from) throws Exception {
        CollectingIntake intake = new CollectingIntake();
        new ImapSource(settings).pull(from, intake);
        return intake;
    }

    @Test
    void check27FindsSentInManyLanguages() throws Exception {
        for (String sent :
                List.of(
                        "Gesendete Elemente",
                        "Éléments envoyés",
                        "Enviados",
                        "Posta inviata",
                        "Отправленные",
                        "送信済みアイテム",
                        "SENT ITEMS")) {
            try (Dovecot dovecot = Dovecot.start();
                    MailProgram user = new MailProgram(dovecot.port())) {
                user.create(sent);
                user.add(sent, Mails.numbered(1));
                assertThat(pull(Mails.settings(dovecot.port()), Cursor.START).mails())
                        .extracting(mail -> mail.location().folder())
                        .containsExactly(sent);
            }
        }
    }

    @Test
    void check27ReadsFoldersWithAwkwardNames() throws Exception {
        List<String> awkward =
                List.of("Archive ", " Odd", "Say \"hi\"", "Back\\slash", "R&D", "100% *new*");
        try (Dovecot dovecot = Dovecot.start()) {
            for (int i = 0; i < awkward.size(); i++) {
                dovecot.deliver(awkward.get(i).replace("&", "&-"), Mails.numbered(i), "S");
            }
            CollectingIntake intake =
                    pull(reading(dovecot.port(), awkward.toArray(String[]::new)), Cursor.START);
            assertThat(intake.mails())
                    .extracting(mail -> mail.location().folder())
                    .containsExactlyInAnyOrderElementsOf(awkward);
            assertThat(pull(reading(dovecot.port()), Cursor.START).mails())
                    .extracting(RawMail::location)
                    .extracting(location -> location.folder())
                    .as("by its name, but for the space")
                    .containsExactly("Archive ");
        }
    }

    @Test
    void check27AThousandFolders() throws Exception {
        try (Dovecot dovecot = Dovecot.start();
                WireTap tap = WireTap.before(dovecot.port(), Duration.ZERO)) {
            for (int i = 0; i < MANY; i++) {
                dovecot.makeFolder("Clients.Client %03d".formatted(i));
            }
            dovecot.deliver("", Mails.numbered(1), "S");
            dovecot.deliver("Clients.Client 999", Mails.numbered(2), "S");
            assertThat(pull(reading(tap.port()), Cursor.START).mails()).hasSize(1);
            assertThat(tap.lines())
                    .as("folders that aren't read aren't counted")
                    .filteredOn(line -> line.contains(" STATUS "))
                    .hasSize(1);
            CollectingIntake all = pull(reading(tap.port(), "Clients/*"), Cursor.START);
            assertThat(all.mails()).hasSize(2);
            assertThat(all.folders()).hasSize(MANY + 1);
            tap.reset();
            Cursor cursor = all.cursor(Cursor.START);
            CollectingIntake again = pull(reading(tap.port(), "Clients/*"), cursor);
            assertThat(again.mails()).isEmpty();
            assertThat(again.cursor(cursor)).isEqualTo(cursor);
            assertThat(tap.lines()).noneMatch(line -> line.contains("EXAMINE"));
        }
    }
}
