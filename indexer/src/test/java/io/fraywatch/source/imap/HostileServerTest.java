package io.fraywatch.source.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fraywatch.source.Cursor;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.SourceException.Kind;
import io.fraywatch.testing.CollectingIntake;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.ScriptedImap;
import io.fraywatch.testing.ScriptedImap.Script;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class HostileServerTest {
    private static final ImapSettings.Deadlines SHORT =
            new ImapSettings.Deadlines(
                    Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2));

    private static ImapSource source(ScriptedImap server) {
        return new ImapSource(Mails.settings(server.port()));
    }

    private static CollectingIntake pull(ScriptedImap server) throws Exception {
        CollectingIntake intake = new CollectingIntake();
        source(server).pull(Cursor.START, intake);
        return intake;
    }

    private static SourceException failure(ScriptedImap server, CollectingIntake intake) {
        return catchThrowableOfType(
                SourceException.class, () -> source(server).pull(Cursor.START, intake));
    }

    /// Answers FETCHes of bodies that ask for a certain mail, among others or alone.
    private static Script whenAsked(ScriptedImap[] server, long uid, Script then) {
        return (talk, tag, command) ->
                command.contains("BODY.PEEK")
                        && server[0].asked(command).contains(uid)
                        && then.answer(talk, tag, command);
    }

    private static CollectingIntake pullWithPoison(Script poison) throws Exception {
        ScriptedImap[] server = new ScriptedImap[1];
        server[0] = ScriptedImap.start(40, whenAsked(server, 23, poison));
        try (ScriptedImap running = server[0]) {
            return pull(running);
        }
    }

    private static void assertOnlyMail23IsSetAside(CollectingIntake intake, String reason) {
        assertThat(intake.mails()).hasSize(39);
        assertThat(intake.mails())
                .allSatisfy(mail -> {
                    int uid = Integer.parseInt(mail.location().key().substring("7:".length()));
                    assertThat(mail.bytes()).isEqualTo(Mails.numbered(uid));
                });
        assertThat(intake.quarantined()).hasSize(1);
        assertThat(intake.quarantined().values()).allMatch(why -> why.contains(reason));
        assertThat(intake.cursor(Cursor.START).marks()).containsEntry("INBOX", "7:1:40");
    }

    @Test
    void setsAMailAsideThatTheServerRefusesToGive_check29() throws Exception {
        assertOnlyMail23IsSetAside(
                pullWithPoison((talk, tag, command) -> {
                    talk.line(tag + " NO [SERVERBUG] internal error");
                    return true;
                }),
                "refuses");
    }

    @Test
    void setsAMailAsideThatComesEmpty_check17() throws Exception {
        ScriptedImap[] server = new ScriptedImap[1];
        server[0] =
                ScriptedImap.start(
                        40,
                        whenAsked(
                                server,
                                23,
                                (talk, tag, command) -> {
                                    for (long uid : server[0].asked(command)) {
                                        talk.mail(
                                                uid, uid == 23 ? new byte[0] : server[0].mail(uid));
                                    }
                                    talk.line(tag + " OK done");
                                    return true;
                                }));
        try (ScriptedImap running = server[0]) {
            assertOnlyMail23IsSetAside(pull(running), "doesn't give it");
            assertThat(running.commands())
                    .filteredOn(c -> c.startsWith("UID FETCH 23 ") && c.contains("BODY"))
                    .hasSize(3);
        }
    }

    @Test
    void setsAMailAsideThatIsListedAndNeverComes_check23() throws Exception {
        ScriptedImap[] server = new ScriptedImap[1];
        server[0] =
                ScriptedImap.start(
                        40,
                        whenAsked(
                                server,
                                23,
                                (talk, tag, command) -> {
                                    talk.line(
                                            "* 12 EXPUNGE\r\n* 39 EXISTS\r\n* 5 FETCH (FLAGS (\\Seen))\r\n* 6 FETCH (UID 99 FLAGS ())");
                                    for (long uid : server[0].asked(command)) {
                                        if (uid != 23) {
                                            talk.mail(uid, server[0].mail(uid));
                                        }
                                    }
                                    talk.line(tag + " OK done");
                                    return true;
                                }));
        try (ScriptedImap running = server[0]) {
            assertOnlyMail23IsSetAside(pull(running), "doesn't give it");
        }
    }

    @Test
    void setsAMailAsideThatBreaksTheConnection_check29() throws Exception {
        assertOnlyMail23IsSetAside(
                pullWithPoison((talk, tag, command) -> {
                    talk.cut();
                    return true;
                }),
                "connection breaks");
    }

    @Test
    void survivesALiteralOfTwoGigabytes_check20() throws Exception {
        assertOnlyMail23IsSetAside(
                pullWithPoison((talk, tag, command) -> {
                    talk.send("* 23 FETCH (UID 23 BODY[] {2147483000}\r\nabc");
                    return true;
                }),
                "announced 2147483000 bytes");
    }

    @Test
    void survivesAnEndlessLine_check21() throws Exception {
        assertOnlyMail23IsSetAside(
                pullWithPoison((talk, tag, command) -> {
                    String much = "x".repeat(100_000);
                    for (int i = 0; i < 20; i++) {
                        talk.send(much);
                    }
                    return true;
                }),
                "longer than");
    }

    @Test
    void survivesDeepNesting_check22() throws Exception {
        assertOnlyMail23IsSetAside(
                pullWithPoison((talk, tag, command) -> {
                    talk.send("* 23 FETCH (UID 23 BODYSTRUCTURE " + "(".repeat(200_000));
                    return true;
                }),
                "nested");
    }

    @Test
    void fetchesAgainWhatAFleetingCutLost_check18() throws Exception {
        String whole =
                "* 1 FETCH (UID 1 INTERNALDATE \"05-Jan-2026 08:00:00 +0000\" BODY[] {5}\r\nabcde)\r\n";
        for (int cut = 0; cut <= whole.length(); cut += 7) {
            int at = cut;
            AtomicInteger fetches = new AtomicInteger();
            try (ScriptedImap server =
                    ScriptedImap.start(
                            1,
                            (talk, tag, command) -> {
                                if (!command.contains("BODY.PEEK")
                                        || fetches.getAndIncrement() > 0) {
                                    return false;
                                }
                                talk.send(whole.substring(0, at));
                                talk.cut();
                                return true;
                            })) {
                CollectingIntake intake = pull(server);
                assertThat(intake.mails()).hasSize(1);
                assertThat(intake.quarantined()).isEmpty();
            }
        }
    }

    @Test
    void movesNothingWhenOverQuota_check16() {
        CollectingIntake intake = new CollectingIntake();
        try (ScriptedImap server =
                ScriptedImap.start(
                        5,
                        (talk, tag, command) -> {
                            if (command.contains("BODY.PEEK")) {
                                talk.line(tag + " NO [OVERQUOTA] bandwidth limit");
                                return true;
                            }
                            return false;
                        })) {
            SourceException failure = failure(server, intake);
            assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
        }
        assertThat(intake.mails()).isEmpty();
        assertThat(intake.steps()).isEmpty();
        assertThat(intake.quarantined()).isEmpty();
    }

    @Test
    void movesNothingWhenEveryMailIsRefused() {
        CollectingIntake intake = new CollectingIntake();
        try (ScriptedImap server =
                ScriptedImap.start(
                        30,
                        (talk, tag, command) -> {
                            if (command.contains("BODY.PEEK")) {
                                talk.line(tag + " NO something is broken");
                                return true;
                            }
                            return false;
                        })) {
            assertThat(failure(server, intake).kind()).isEqualTo(Kind.PROTOCOL);
        }
        assertThat(intake.steps()).isEmpty();
    }

    @Test
    void leavesAServerThatDripsBytes_check19() {
        CollectingIntake intake = new CollectingIntake();
        try (ScriptedImap server =
                ScriptedImap.start(
                        5,
                        (talk, tag, command) -> {
                            for (int i = 0; command.startsWith("LIST") && i < 100; i++) {
                                talk.send("*");
                                Thread.sleep(200);
                            }
                            return command.startsWith("LIST");
                        })) {
            ImapSource hurried = new ImapSource(Mails.settings(server.port()).within(SHORT));
            SourceException failure =
                    catchThrowableOfType(
                            SourceException.class, () -> hurried.pull(Cursor.START, intake));
            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure).hasMessageContaining("in time");
        }
    }

    @Test
    void takesAnExchangeWithoutMailboxForBadCredentials_check24() {
        try (ScriptedImap server =
                ScriptedImap.start(
                        5,
                        (talk, tag, command) -> {
                            if (command.startsWith("STATUS")) {
                                talk.line(tag + " BAD User is authenticated but not connected.");
                                return true;
                            }
                            return false;
                        })) {
            assertThat(failure(server, new CollectingIntake()).kind()).isEqualTo(Kind.REFUSED);
        }
    }

    @Test
    void honoursAGoodbyeThatAsksForPatience_check25() {
        try (ScriptedImap server =
                ScriptedImap.start(
                        5,
                        (talk, tag, command) -> {
                            if (command.equals("GREETING")) {
                                talk.line("* BYE [UNAVAILABLE] too many connections");
                                return true;
                            }
                            return false;
                        })) {
            assertThat(failure(server, new CollectingIntake()).kind()).isEqualTo(Kind.THROTTLED);
        }
    }

    @Test
    void comesBackAfterAGoodbyeInTheMiddle_check26() throws Exception {
        AtomicInteger fetches = new AtomicInteger();
        try (ScriptedImap server =
                ScriptedImap.start(
                        5,
                        (talk, tag, command) -> {
                            if (command.contains("BODY.PEEK") && fetches.getAndIncrement() == 0) {
                                talk.line("* BYE going down for a moment");
                                return true;
                            }
                            return false;
                        })) {
            assertThat(pull(server).mails()).hasSize(5);
        }
    }
}
