package io.fraywatch.source.imap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fraywatch.source.Cursor;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.SourceException.Kind;
import io.fraywatch.source.Watch;
import io.fraywatch.source.Watch.Event;
import io.fraywatch.source.imap.ImapSettings.Compression;
import io.fraywatch.source.imap.ImapSettings.Deadlines;
import io.fraywatch.testing.CollectingIntake;
import io.fraywatch.testing.Dovecot;
import io.fraywatch.testing.Dovecot.Options;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.ScriptedImap;
import io.fraywatch.testing.ScriptedImap.Script;
import io.fraywatch.testing.WireTap;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// COMPRESS=DEFLATE (RFC 4978). What a compressed mailbox hands over is held by
/// [DovecotContractTest].
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class CompressionTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private static ImapSource source(int port, Compression when) {
        return new ImapSource(Mails.settings(port).compressing(when));
    }

    private static byte[] wordy(int number) {
        String line = "Line after line of mail " + number + " says what the last one said.\r\n";
        byte[] head = Mails.numbered(number);
        return (new String(head, US_ASCII) + line.repeat(100)).getBytes(US_ASCII);
    }

    @Nested
    class OnDovecot {
        private static final int MAILS = 50;

        private static WireTap pulled(Dovecot dovecot, Compression when) throws Exception {
            try (WireTap tap = WireTap.before(dovecot.port(), Duration.ZERO)) {
                CollectingIntake intake = new CollectingIntake();
                source(tap.port(), when).pull(Cursor.START, intake);
                assertThat(intake.mails()).hasSize(MAILS);
                return tap;
            }
        }

        private static Dovecot compressing() {
            Dovecot dovecot = Dovecot.start(Options.COMPRESSING);
            for (int i = 0; i < MAILS; i++) {
                dovecot.deliver("", wordy(i), "S");
            }
            return dovecot;
        }

        @Test
        void fewerBytesTravelWhereItCompresses() throws Exception {
            try (Dovecot dovecot = compressing()) {
                WireTap whole = pulled(dovecot, Compression.NEVER);
                WireTap little = pulled(dovecot, Compression.ALWAYS);
                assertThat(whole.bytesFromServer()).isGreaterThan(MAILS * 5_000);
                assertThat(little.bytesFromServer()).isLessThan(whole.bytesFromServer() / 5);
                assertThat(little.lines())
                        .noneMatch(line -> line.contains("FETCH") || line.contains("STATUS"));
            }
        }

        @Test
        void nothingIsCompressedOnThisMachineUnlessAskedFor() throws Exception {
            try (Dovecot dovecot = compressing()) {
                for (Compression when : new Compression[] {Compression.AUTO, Compression.NEVER}) {
                    assertThat(pulled(dovecot, when).lines())
                            .noneMatch(line -> line.contains("COMPRESS"))
                            .anyMatch(line -> line.contains("FETCH"));
                }
            }
        }

        @Test
        void aServerThatOffersNothingIsNotAsked() throws Exception {
            try (Dovecot dovecot = Dovecot.start();
                    WireTap tap = WireTap.before(dovecot.port(), Duration.ZERO)) {
                dovecot.deliver("", Mails.numbered(1), "S");
                CollectingIntake intake = new CollectingIntake();
                source(tap.port(), Compression.ALWAYS).pull(Cursor.START, intake);
                assertThat(intake.mails()).hasSize(1);
                assertThat(tap.lines()).noneMatch(line -> line.contains("COMPRESS"));
            }
        }

        @Test
        void newsComeThroughWhileItListens() throws Exception {
            try (Dovecot dovecot = Dovecot.start(Options.COMPRESSING);
                    Watch watch =
                            source(dovecot.port(), Compression.ALWAYS).watch().orElseThrow()) {
                dovecot.deliver("", Mails.numbered(1), "");
                assertThat(watch.await(LONG)).isEqualTo(Event.CHANGED);
            }
        }
    }

    @Nested
    class OnAServerThatLies {
        /// Offers to compress, does so when asked to, and then answers LIST.
        private static Script compressing(Script list) {
            return (talk, tag, command) -> {
                if (command.startsWith("CAPABILITY")) {
                    talk.line("* CAPABILITY IMAP4rev1 COMPRESS=DEFLATE");
                    talk.line(tag + " OK done");
                } else if (command.equals("COMPRESS DEFLATE")) {
                    talk.line(tag + " OK on we go");
                    talk.compress();
                } else {
                    return command.startsWith("LIST") && list.answer(talk, tag, command);
                }
                return true;
            };
        }

        private static SourceException failure(Script script, Deadlines deadlines) {
            try (ScriptedImap server = ScriptedImap.start(1, script)) {
                ImapSource source =
                        new ImapSource(
                                Mails.settings(server.port())
                                        .within(deadlines)
                                        .compressing(Compression.ALWAYS));
                return catchThrowableOfType(
                        SourceException.class,
                        () -> source.pull(Cursor.START, new CollectingIntake()));
            }
        }

        private static void assertHostile(Script list, String what) {
            SourceException failure = failure(compressing(list), Deadlines.USUAL);
            assertThat(failure).hasMessageContaining(what);
            assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        }

        @Test
        void anHonestOneIsReadToTheEnd() throws Exception {
            try (ScriptedImap server =
                    ScriptedImap.start(3, compressing((talk, tag, command) -> false))) {
                CollectingIntake intake = new CollectingIntake();
                source(server.port(), Compression.ALWAYS).pull(Cursor.START, intake);
                assertThat(intake.mails()).hasSize(3);
                assertThat(server.commands()).contains("COMPRESS DEFLATE");
            }
        }

        @Test
        void oneThatThinksBetterOfItIsReadAsItIs() throws Exception {
            Script unwilling =
                    (talk, tag, command) -> {
                        if (command.equals("COMPRESS DEFLATE")) {
                            talk.line(tag + " NO [COMPRESSIONACTIVE] TLS does it");
                            return true;
                        }
                        return compressing((t, g, c) -> false).answer(talk, tag, command);
                    };
            try (ScriptedImap server = ScriptedImap.start(3, unwilling)) {
                CollectingIntake intake = new CollectingIntake();
                source(server.port(), Compression.ALWAYS).pull(Cursor.START, intake);
                assertThat(intake.mails()).hasSize(3);
            }
        }

        @Test
        void anAnswerThatSwellsWithoutEndIsLeft() {
            String lines = ("* OK " + "and so on ".repeat(1_000) + "\r\n").repeat(10);
            assertHostile(
                    (talk, tag, command) -> {
                        while (true) {
                            talk.send(lines);
                        }
                    },
                    "far more");
        }

        @Test
        void aLineThatSwellsWithoutEndIsLeft() {
            String part = "x".repeat(100_000);
            assertHostile(
                    (talk, tag, command) -> {
                        while (true) {
                            talk.send(part);
                        }
                    },
                    "longer than");
        }

        @Test
        void aLiteralBeyondMeasureIsNotMadeRoomFor() {
            assertHostile(
                    (talk, tag, command) -> {
                        talk.line("* LIST () \"/\" {2147483000}");
                        return true;
                    },
                    "announced 2147483000 bytes");
        }

        /// Stored blocks of no bytes (RFC 1951 §3.2.4): all that arrives comes to nothing.
        @Test
        void blocksThatHoldNothingAreLeftInTheEnd() {
            byte[] blocks = new byte[100_000];
            for (int i = 0; i < blocks.length; i += 5) {
                blocks[i + 3] = (byte) 0xff;
                blocks[i + 4] = (byte) 0xff;
            }
            assertHostile(
                    (talk, tag, command) -> {
                        while (true) {
                            talk.raw(blocks);
                        }
                    },
                    "far more");
        }

        @Test
        void whatIsNotCompressedAfterAllIsCalledSo() {
            assertHostile(
                    (talk, tag, command) -> {
                        talk.raw("* LIST () \"/\" INBOX\r\n".getBytes(US_ASCII));
                        return true;
                    },
                    "can't be decompressed");
        }

        @Test
        void oneThatDripsIsLeft_check19() {
            Duration wait = Duration.ofSeconds(2);
            SourceException failure =
                    failure(
                            compressing((talk, tag, command) -> {
                                for (int i = 0; i < 100; i++) {
                                    talk.send("*");
                                    Thread.sleep(200);
                                }
                                return true;
                            }),
                            new Deadlines(wait, wait, wait));
            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure).hasMessageContaining("in time");
        }
    }
}
