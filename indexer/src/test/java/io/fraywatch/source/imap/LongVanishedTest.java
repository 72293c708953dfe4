package io.fraywatch.source.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.Location;
import io.fraywatch.source.Cursor;
import io.fraywatch.testing.CollectingIntake;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.ScriptedImap;
import io.fraywatch.testing.ScriptedImap.Conversation;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// More mails vanished since than an ordinary line of an answer has room to name.
@Timeout(120)
class LongVanishedTest {
    private static final long HIGHEST = 1_000_000;
    private static final List<Long> GONE = List.of(1L, 699_999L, 700_001L, 999_999L);
    private static final Pattern KNOWN = Pattern.compile("QRESYNC \\(7 5 ([0-9]+):([0-9]+)\\)");

    /// A folder that held a million mails, of which every second one is gone.
    private static boolean answer(Conversation talk, String tag, String command)
            throws IOException {
        Matcher known = KNOWN.matcher(command);
        if (command.startsWith("CAPABILITY")) {
            talk.line("* CAPABILITY IMAP4rev1 ENABLE QRESYNC CONDSTORE");
        } else if (command.startsWith("ENABLE")) {
            talk.line("* ENABLED QRESYNC");
        } else if (command.startsWith("STATUS")) {
            talk.line(
                    "* STATUS INBOX (MESSAGES 500000 UIDNEXT 1000001 UIDVALIDITY 7 HIGHESTMODSEQ 9)");
        } else if (known.find()) {
            String odd =
                    LongStream.rangeClosed(
                                    Long.parseLong(known.group(1)), Long.parseLong(known.group(2)))
                            .filter(uid -> uid % 2 == 1)
                            .mapToObj(Long::toString)
                            .collect(Collectors.joining(","));
            talk.line("* OK [UIDVALIDITY 7] fine");
            talk.line("* VANISHED (EARLIER) " + odd);
        } else {
            return false;
        }
        talk.line(tag + " OK done");
        return true;
    }

    private static Location at(long uid) {
        return new Location("INBOX", "7:" + uid);
    }

    @Test
    void allOfItIsHeard() throws Exception {
        try (ScriptedImap server = ScriptedImap.start(0, LongVanishedTest::answer)) {
            CollectingIntake intake =
                    new CollectingIntake()
                            .knowing(GONE.stream().map(LongVanishedTest::at).toList())
                            .knowing(
                                    LongStream.rangeClosed(1, HIGHEST)
                                            .filter(uid -> uid % 20_000 == 0)
                                            .mapToObj(LongVanishedTest::at)
                                            .toList());
            Cursor before = Cursor.START.with("INBOX", "7:1:" + HIGHEST + ":5");
            new ImapSource(Mails.settings(server.port())).pull(before, intake);
            assertThat(intake.gone())
                    .containsExactlyInAnyOrderElementsOf(
                            GONE.stream().map(LongVanishedTest::at).toList());
            assertThat(intake.cursor(before).marks())
                    .containsEntry("INBOX", "7:1:" + HIGHEST + ":9");
        }
    }
}
