package io.fraywatch.source.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.source.Watch;
import io.fraywatch.source.Watch.Event;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.ScriptedImap;
import io.fraywatch.testing.ScriptedImap.Script;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// IDLE against a server that does what a test tells it to.
@Timeout(120)
class IdleWatchTest {
    private static final Duration REISSUE = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(60);

    /// What the server says once a client listens.
    private interface Saying {
        void say(ScriptedImap.Conversation talk) throws Exception;
    }

    private static Script idling(Saying saying) {
        AtomicReference<String> idle = new AtomicReference<>("");
        return (talk, tag, command) -> {
            switch (command) {
                case "CAPABILITY" ->
                        talk.line("* CAPABILITY IMAP4rev1 IDLE\r\n" + tag + " OK done");
                case "IDLE" -> {
                    idle.set(tag);
                    talk.line("+ idling");
                    try {
                        saying.say(talk);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
                case "DONE" -> talk.line(idle.get() + " OK done");
                default -> {
                    return false;
                }
            }
            return true;
        };
    }

    private static Watch watch(ScriptedImap server) throws Exception {
        return watch(server, ImapSettings.Deadlines.USUAL);
    }

    private static Watch watch(ScriptedImap server, ImapSettings.Deadlines deadlines)
            throws Exception {
        ImapSettings settings = Mails.settings(server.port()).within(deadlines);
        SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        return IdleWatch.open(
                        () -> ImapConnection.open(settings, tls),
                        settings,
                        new Failures(settings),
                        REISSUE)
                .orElseThrow();
    }

    private static long idles(ScriptedImap server) {
        return server.commands().stream().filter("IDLE"::equals).count();
    }

    @Test
    void asksAnewBeforeTheServerLosesPatience() throws Exception {
        try (ScriptedImap server = ScriptedImap.start(3, idling(talk -> {}));
                Watch watch = watch(server)) {
            while (idles(server) < 4) {
                assertThat(watch.await(REISSUE)).isEqualTo(Event.SILENCE);
            }
        }
    }

    @Test
    void hearsOfMailThatComesOrGoes() throws Exception {
        for (String news : List.of("* 4 EXISTS", "* 2 EXPUNGE", "* VANISHED 2")) {
            try (ScriptedImap server = ScriptedImap.start(3, idling(talk -> talk.line(news)));
                    Watch watch = watch(server)) {
                assertThat(watch.await(LONG)).as(news).isEqualTo(Event.CHANGED);
            }
        }
    }

    @Test
    void isNotDisturbedByFlagsAndSignsOfLife() throws Exception {
        Saying chatter =
                talk -> talk.line("* OK Still here\r\n* 2 FETCH (FLAGS (\\Seen))\r\n* 0 RECENT");
        try (ScriptedImap server = ScriptedImap.start(3, idling(chatter));
                Watch watch = watch(server)) {
            assertThat(watch.await(Duration.ofSeconds(2))).isEqualTo(Event.SILENCE);
        }
    }

    @Test
    void saysThatTheLineIsLost_check26() throws Exception {
        for (Saying end :
                List.<Saying>of(talk -> talk.line("* BYE restarting"), talk -> talk.cut())) {
            try (ScriptedImap server = ScriptedImap.start(3, idling(end));
                    Watch watch = watch(server)) {
                assertThat(watch.await(LONG)).isEqualTo(Event.BROKEN);
            }
        }
    }

    /// RELIABILITY check 49: a line that died without a word is found out.
    @Test
    void check49NoticesALineOnWhichNobodyAnswers() throws Exception {
        Script dead =
                (talk, tag, command) ->
                        command.equals("DONE") || idling(ignored -> {}).answer(talk, tag, command);
        Duration wait = Duration.ofSeconds(2);
        try (ScriptedImap server = ScriptedImap.start(3, dead);
                Watch watch = watch(server, new ImapSettings.Deadlines(wait, wait, wait))) {
            assertThat(watch.await(LONG)).isEqualTo(Event.BROKEN);
            assertThat(idles(server)).isEqualTo(1);
        }
    }
}
