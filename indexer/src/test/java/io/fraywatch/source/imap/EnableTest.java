package io.fraywatch.source.imap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.source.Cursor;
import io.fraywatch.source.Tier;
import io.fraywatch.testing.CollectingIntake;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.ScriptedImap;
import io.fraywatch.testing.ScriptedImap.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a server switches on when asked to, and what it doesn't although it said that it could.
@Timeout(60)
class EnableTest {
    private static final String SENT = "Éléments envoyés";

    /// @param sent how the name of the folder travels
    private static Script server(String enabled, String sent) {
        return (talk, tag, command) -> {
            if (command.startsWith("CAPABILITY")) {
                talk.line("* CAPABILITY IMAP4rev1 ENABLE UTF8=ACCEPT QRESYNC CONDSTORE");
            } else if (command.startsWith("ENABLE")) {
                talk.line(enabled.replace("TAG", tag));
                return true;
            } else if (command.startsWith("LIST")) {
                talk.line("* LIST () \"/\" \"" + sent + "\"");
            } else if (command.startsWith("STATUS")) {
                talk.line(
                        "* STATUS \""
                                + sent
                                + "\" (MESSAGES 3 UIDNEXT 4 UIDVALIDITY 7 HIGHESTMODSEQ 5)");
            } else {
                return false;
            }
            talk.line(tag + " OK done");
            return true;
        };
    }

    @Test
    void namesTravelAsTheyAreWhereBothSidesCan() throws Exception {
        String onTheWire = new String(SENT.getBytes(UTF_8), ISO_8859_1);
        Script able = server("* ENABLED UTF8=ACCEPT QRESYNC\r\nTAG OK done", onTheWire);
        try (ScriptedImap server = ScriptedImap.start(3, able)) {
            ImapSource source = new ImapSource(Mails.settings(server.port()));
            CollectingIntake intake = new CollectingIntake();
            source.pull(Cursor.START, intake);
            assertThat(intake.mails()).hasSize(3);
            assertThat(intake.cursor(Cursor.START).marks()).containsEntry(SENT, "7:1:3:5");
            assertThat(server.commands()).contains("EXAMINE \"" + SENT + "\"");
            assertThat(source.tier()).contains(Tier.QRESYNC);
        }
    }

    @Test
    void aServerThatEnablesNothingIsReadAtTheLowerTier() throws Exception {
        Script unable = server("TAG NO not today", "&AMk-l&AOk-ments envoy&AOk-s");
        try (ScriptedImap server = ScriptedImap.start(3, unable)) {
            ImapSource source = new ImapSource(Mails.settings(server.port()));
            CollectingIntake intake = new CollectingIntake();
            source.pull(Cursor.START, intake);
            assertThat(intake.mails()).hasSize(3);
            assertThat(intake.cursor(Cursor.START).marks()).containsEntry(SENT, "7:1:3");
            assertThat(server.commands()).contains("EXAMINE \"&AMk-l&AOk-ments envoy&AOk-s\"");
            assertThat(source.tier()).contains(Tier.CONDSTORE);
        }
    }
}
