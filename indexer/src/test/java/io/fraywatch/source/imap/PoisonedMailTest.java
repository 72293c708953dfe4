package io.fraywatch.source.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.source.Cursor;
import io.fraywatch.testing.CollectingIntake;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.ScriptedImap;
import org.junit.jupiter.api.Test;

/// One mail that the server can't give must not keep the others from coming.
class PoisonedMailTest {
    private static final int MAILS = 10_000;
    private static final long POISONED = 6_543;

    @Test
    void check29OnePoisonedMailInTenThousandIsSetAsideAlone() throws Exception {
        ScriptedImap[] server = new ScriptedImap[1];
        server[0] =
                ScriptedImap.start(
                        MAILS,
                        (talk, tag, command) -> {
                            if (!command.contains("BODY.PEEK")
                                    || !server[0].asked(command).contains(POISONED)) {
                                return false;
                            }
                            talk.line(tag + " NO [SERVERBUG] internal error");
                            return true;
                        });
        CollectingIntake intake = new CollectingIntake();
        try (ScriptedImap running = server[0];
                ImapSource source = new ImapSource(Mails.settings(running.port()))) {
            source.pull(Cursor.START, intake);
        }
        assertThat(intake.mails()).hasSize(MAILS - 1);
        assertThat(intake.quarantined().keySet())
                .singleElement()
                .satisfies(location -> assertThat(location.key()).isEqualTo("7:" + POISONED));
    }
}
