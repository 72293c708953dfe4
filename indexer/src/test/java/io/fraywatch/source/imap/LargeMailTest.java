package io.fraywatch.source.imap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.source.Cursor;
import io.fraywatch.testing.CollectingIntake;
import io.fraywatch.testing.Dovecot;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.ScriptedImap;
import io.fraywatch.testing.ScriptedImap.Script;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Mails too large to come in one piece.
@Timeout(120)
class LargeMailTest {
    /// No whole number of slices.
    private static final int SIZE = 10 * Slices.SLICE + 4_321;

    /// A mail with an attachment's worth of lines, different everywhere.
    private static byte[] large(int size) {
        byte[] mail = new byte[size];
        Random random = new Random(7);
        for (int i = 0; i < size; i++) {
            mail[i] = (byte) (i % 78 == 77 ? '\n' : i % 78 == 76 ? '\r' : 'a' + random.nextInt(26));
        }
        byte[] head = Mails.numbered(1);
        System.arraycopy(head, 0, mail, 0, head.length);
        mail[size - 2] = '\r';
        mail[size - 1] = '\n';
        return mail;
    }

    private static CollectingIntake pull(int port) throws Exception {
        CollectingIntake intake = new CollectingIntake();
        new ImapSource(Mails.settings(port)).pull(Cursor.START, intake);
        return intake;
    }

    @Test
    void comesWholeSliceBySlice() throws Exception {
        Dovecot.requireOnThisMachine();
        byte[] mail = large(30 << 20);
        try (Dovecot dovecot = Dovecot.start()) {
            dovecot.deliver("", Mails.numbered(2), "S");
            dovecot.deliver("", mail, "S");
            CollectingIntake intake = pull(dovecot.port());
            assertThat(intake.mails()).hasSize(2);
            assertThat(intake.mails())
                    .anySatisfy(each -> assertThat(Arrays.equals(each.bytes(), mail)).isTrue());
            assertThat(intake.quarantined()).isEmpty();
        }
    }

    /// RELIABILITY check 18 for a mail that comes in slices.
    @Test
    void check18GoesOnWhereTheLineWasCut() throws Exception {
        byte[] mail = large(SIZE);
        AtomicInteger slices = new AtomicInteger();
        Script cutting =
                (talk, tag, command) -> {
                    if (!command.startsWith("UID FETCH")) {
                        return false;
                    }
                    if (!command.contains("BODY.PEEK")) {
                        talk.line("* 1 FETCH (UID 1 RFC822.SIZE " + SIZE + ")");
                        talk.line(tag + " OK done");
                        return true;
                    }
                    int from = start(command);
                    int to = Math.min(from + Slices.SLICE, SIZE);
                    talk.send("* 1 FETCH (UID 1 BODY[]<" + from + "> {" + (to - from) + "}\r\n");
                    if (slices.incrementAndGet() == 4) {
                        talk.send(new String(mail, from, (to - from) / 2, ISO_8859_1));
                        talk.cut();
                        return true;
                    }
                    talk.send(new String(mail, from, to - from, ISO_8859_1));
                    talk.line(")\r\n" + tag + " OK done");
                    return true;
                };
        try (ScriptedImap server = ScriptedImap.start(1, cutting)) {
            CollectingIntake intake = pull(server.port());
            assertThat(intake.mails()).hasSize(1);
            assertThat(Arrays.equals(intake.mails().getFirst().bytes(), mail)).isTrue();
            List<Integer> starts =
                    server.commands().stream()
                            .filter(command -> command.contains("BODY.PEEK"))
                            .map(LargeMailTest::start)
                            .toList();
            assertThat(starts).as("eleven slices, one of them twice").hasSize(12);
            assertThat(starts.subList(3, 5)).containsOnly(3 * Slices.SLICE);
        }
    }

    private static int start(String command) {
        String part = command.substring(command.indexOf('<') + 1, command.indexOf('>'));
        return Integer.parseInt(part.substring(0, part.indexOf('.')));
    }
}
