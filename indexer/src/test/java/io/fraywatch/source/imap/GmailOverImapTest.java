package io.fraywatch.source.imap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.Location;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.Glimpse;
import io.fraywatch.source.RawMail;
import io.fraywatch.source.Recogniser;
import io.fraywatch.source.Tier;
import io.fraywatch.testing.CollectingIntake;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.ScriptedImap;
import io.fraywatch.testing.ScriptedImap.Script;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A server that speaks Gmail's dialect of IMAP (X-GM-EXT-1).
@Timeout(60)
class GmailOverImapTest {
    private static final String ALL_MAIL = "[Gmail]/All Mail";
    private static final String CAN =
            "IMAP4rev1 UNSELECT IDLE SPECIAL-USE LIST-EXTENDED X-GM-EXT-1 CONDSTORE ENABLE SASL-IR";
    private static final List<String> FOLDERS =
            List.of(
                    "* LIST (\\HasNoChildren) \"/\" \"INBOX\"",
                    "* LIST (\\HasChildren \\Noselect) \"/\" \"[Gmail]\"",
                    "* LIST (\\All \\HasNoChildren) \"/\" \"[Gmail]/All Mail\"",
                    "* LIST (\\HasNoChildren \\Sent) \"/\" \"[Gmail]/Sent Mail\"",
                    "* LIST (\\HasNoChildren \\Trash) \"/\" \"[Gmail]/Trash\"");

    private final AtomicLong uidValidity = new AtomicLong(7);

    private static String items(long uid) {
        return "X-GM-MSGID "
                + (1_800_000_000_000_000_000L + uid)
                + " X-GM-THRID 1800000000000000000 X-GM-LABELS (\"\\\\Inbox\" \"Clients/Harbor Lane\" &AMk-t&AOk- Plain)";
    }

    private Script gmail(ScriptedImap[] server) {
        return (talk, tag, command) -> {
            if (command.startsWith("CAPABILITY")) {
                talk.line("* CAPABILITY " + CAN);
            } else if (command.startsWith("LIST")) {
                talk.line(String.join("\r\n", FOLDERS));
            } else if (command.startsWith("STATUS")) {
                talk.line(
                        "* STATUS \"[Gmail]/All Mail\" (MESSAGES 3 UIDNEXT 4 UIDVALIDITY "
                                + uidValidity
                                + " HIGHESTMODSEQ 9)");
            } else if (command.startsWith("EXAMINE")) {
                talk.line("* 3 EXISTS\r\n* OK [UIDVALIDITY " + uidValidity + "] fine");
            } else if (command.startsWith("UID FETCH")) {
                for (long uid : server[0].asked(command)) {
                    byte[] mail = Mails.numbered((int) uid);
                    String body =
                            command.contains("BODY.PEEK[]")
                                    ? " BODY[] {"
                                            + mail.length
                                            + "}\r\n"
                                            + new String(mail, US_ASCII)
                                    : " RFC822.SIZE " + mail.length;
                    talk.line("* " + uid + " FETCH (UID " + uid + " " + items(uid) + body + ")");
                }
            } else {
                return false;
            }
            talk.line(tag + " OK done");
            return true;
        };
    }

    private ScriptedImap start() {
        ScriptedImap[] server = new ScriptedImap[1];
        server[0] = ScriptedImap.start(3, gmail(server));
        return server[0];
    }

    @Test
    void readsAllMailAloneWithIdsThreadsAndLabels() throws Exception {
        try (ScriptedImap server = start()) {
            ImapSource source = new ImapSource(Mails.settings(server.port()));
            CollectingIntake intake = new CollectingIntake();
            source.pull(Cursor.START, intake);
            assertThat(intake.folders()).containsOnlyKeys(ALL_MAIL);
            assertThat(intake.mails()).hasSize(3);
            RawMail mail = intake.mails().getFirst();
            assertThat(mail.providerId()).hasValueSatisfying(id -> assertThat(id).startsWith("18"));
            assertThat(mail.providerThread()).contains("1800000000000000000");
            assertThat(mail.labels())
                    .containsExactly("\\Inbox", "Clients/Harbor Lane", "Été", "Plain");
            assertThat(source.tier()).contains(Tier.CONDSTORE);
        }
    }

    /// RELIABILITY check 13 where the provider knows each mail by an id.
    @Test
    void check13KnowsEachMailAgainByItsId() throws Exception {
        try (ScriptedImap server = start()) {
            ImapSource source = new ImapSource(Mails.settings(server.port()));
            CollectingIntake first = new CollectingIntake();
            source.pull(Cursor.START, first);
            Set<String> known =
                    first.mails().stream()
                            .map(RawMail::providerId)
                            .flatMap(Optional::stream)
                            .collect(Collectors.toSet());
            uidValidity.set(8);
            Remembering second = new Remembering(known);
            source.pull(first.cursor(Cursor.START), second);
            assertThat(second.mails()).isEmpty();
            assertThat(second.cursor(Cursor.START).marks()).containsEntry(ALL_MAIL, "8:1:3");
        }
    }

    /// Knows mails by their provider's id.
    private static final class Remembering extends CollectingIntake {
        private final Set<String> known;

        Remembering(Set<String> known) {
            this.known = known;
        }

        @Override
        public Recogniser recogniser(Set<Location> left) {
            return seen ->
                    seen.stream()
                            .filter(each -> each.providerId().filter(known::contains).isPresent())
                            .map(Glimpse::location)
                            .collect(Collectors.toSet());
        }
    }
}
