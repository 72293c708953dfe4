package io.fraywatch.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraywatch.mail.AccountName;
import io.fraywatch.server.Program.Ran;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.Writer;
import io.fraywatch.store.lucene.LuceneStore;
import io.fraywatch.testing.DiskState;
import io.fraywatch.testing.Dovecot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a mailbox on a real Dovecot to its flags, all by what is typed.
final class MailboxTest {
    private static final Clock FRIDAY =
            Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration AT_ONCE = Duration.ofSeconds(30);

    @TempDir private Path folder;

    private Dovecot dovecot;
    private Path config;

    @BeforeAll
    static void require() {
        Dovecot.requireOnThisMachine();
    }

    @BeforeEach
    void start() throws Exception {
        dovecot = Dovecot.start();
        config =
                OneAccount.configure(
                        folder,
                        dovecot.port(),
                        """
                        clients:
                          - {id: harborlane, domains: [harborlane.example]}
                        """);
    }

    @AfterEach
    void stop() {
        dovecot.close();
    }

    @Test
    void mailIsTakenInOnceFlaggedAndLeftAlone() throws Exception {
        dovecot.deliver("", question(1, "Friday's flyer", "2 Nov"), "S");
        dovecot.deliver("", question(2, "The caterer", "20 Nov"), "");
        dovecot.deliver("Archive", question(1, "Friday's flyer", "2 Nov"), "S");
        Object before = DiskState.of(dovecot.maildir());

        JsonNode first = typed("sync", "--json").line();
        assertThat(first.get("account").asText()).isEqualTo("work");
        assertThat(first.get("fetched").asInt()).isEqualTo(3);
        assertThat(first.get("indexed").asInt()).isEqualTo(2);
        JsonNode second = typed("sync", "--json").line();
        assertThat(second.get("fetched").asInt()).isZero();
        assertThat(second.get("cursor")).isEqualTo(first.get("cursor"));

        JsonNode flag = typed("flags", "--json").line();
        assertThat(flag.get("client").asText()).isEqualTo("harborlane");
        assertThat(flag.get("subject").asText()).isEqualTo("Friday's flyer");
        assertThat(flag.get("signals").get(0).get("kind").asText()).isEqualTo("weOweAReply");

        JsonNode verified = typed("verify", "--json").line();
        assertThat(verified.get("messages").asInt()).isEqualTo(2);
        assertThat(verified.get("missing").asInt()).isZero();
        assertThat(verified.get("extra").asInt()).isZero();
        assertThat(verified.get("mismatched").asInt()).isZero();
        assertThat(verified.get("checkIndex").asText()).isEqualTo("ok");
        assertThat(DiskState.of(dovecot.maildir())).isEqualTo(before);
    }

    @Test
    void anAnswerTakesTheFlagAway() throws Exception {
        dovecot.deliver("", question(1, "Friday's flyer", "2 Nov"), "S");
        typed("sync");
        assertThat(typed("flags", "--json").lines()).hasSize(1);
        dovecot.deliver("Sent", answer(1, "Friday's flyer"), "S");
        assertThat(typed("sync", "--json").line().get("fetched").asInt()).isEqualTo(1);
        assertThat(typed("flags").out()).contains("Nothing is at risk");
        assertThat(typed("flags", "--json", "--as-of", "2026-11-18").lines()).hasSize(1);
    }

    @Test
    void aFolderThatIsShutIsNamedAndTheRestIsRead() throws Exception {
        dovecot.deliver("", question(1, "Friday's flyer", "2 Nov"), "S");
        dovecot.deliver("Clients.Shut", question(2, "The caterer", "2 Nov"), "S");
        Path shut = dovecot.makeFolder("Clients.Shut");
        Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("---------"));
        Ran ran = typed("sync", "--json");
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.lines().getFirst().get("indexed").asInt()).isEqualTo(1);
        assertThat(ran.lines().getFirst().get("shutFolders").get(0).asText())
                .isEqualTo("Clients/Shut");
        assertThat(ran.err()).contains("doesn't let us read the folder Clients/Shut", "alsoRead");
        assertThat(typed("doctor").out())
                .contains("folder Clients/Shut of work", "All other folders are read.");

        Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(typed("sync", "--json").line().get("indexed").asInt()).isEqualTo(1);
        assertThat(typed("doctor").out()).doesNotContain("folder Clients/Shut of work");
    }

    @Test
    void verifySaysWhatTheIndexLacks() throws Exception {
        typed("sync");
        dovecot.deliver("", question(1, "Friday's flyer", "2 Nov"), "S");
        Ran ran = typed("verify", "--json");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.lines().getFirst().get("missing").asInt()).isEqualTo(1);
        assertThat(ran.err()).contains("work differs", "fraywatch sync");
    }

    @Test
    void aSecondWriterIsToldAtOnceWhoTheFirstIs() throws Exception {
        typed("sync");
        String holder = "process " + ProcessHandle.current().pid();
        try (MailStore store = new LuceneStore(folder.resolve("data/mail"), Duration.ofSeconds(2));
                Writer held = store.openWriter(new AccountName("work"))) {
            assertThat(held.marks()).isNotEmpty();
            Ran here = assertTimeoutPreemptively(AT_ONCE, () -> typed("sync"));
            assertThat(here.status()).isEqualTo(1);
            assertThat(here.err()).contains("work", holder);
            Ran apart = Program.runApart(config, List.of(), "sync");
            assertThat(apart.status()).isEqualTo(1);
            assertThat(apart.err()).contains("'work' is being written to by " + holder);
            assertThat(apart.out()).isEmpty();
        }
        assertThat(typed("sync").status()).isZero();
    }

    private Ran typed(String... arguments) {
        return Program.run(FRIDAY, config, arguments);
    }

    private static byte[] question(int number, String subject, String day) {
        return """
        From: Ana Ruiz <ana@harborlane.example>
        To: Dana Reyes <dana@reyes-va.example>
        Subject: %s
        Date: %s 2026 09:00:00 +0000
        Message-ID: <question-%d@harborlane.example>

        Hi Dana,

        could you please send me the numbers for this?

        Thanks,
        Ana
        """
                .formatted(subject, day, number)
                .getBytes(UTF_8);
    }

    private static byte[] answer(int number, String subject) {
        return """
        From: Dana Reyes <dana@reyes-va.example>
        To: Ana Ruiz <ana@harborlane.example>
        Subject: Re: %s
        Date: 19 Nov 2026 15:00:00 +0000
        Message-ID: <answer-%d@reyes-va.example>
        In-Reply-To: <question-%d@harborlane.example>

        Hi Ana, here they are: 14, 12 and 9. Dana
        """
                .formatted(subject, number, number)
                .getBytes(UTF_8);
    }
}
