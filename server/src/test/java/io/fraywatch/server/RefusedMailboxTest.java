package io.fraywatch.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fraywatch.server.Program.Ran;
import io.fraywatch.testing.Dovecot;
import io.fraywatch.testing.Mails;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A mailbox with a mistyped password, by what is typed about it.
final class RefusedMailboxTest {
    private static final Clock FRIDAY =
            Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path config;

    @Test
    void isLeftAloneUntilItsPasswordIsMended_check24() throws Exception {
        Dovecot.requireOnThisMachine();
        try (Dovecot dovecot = Dovecot.start()) {
            dovecot.deliver("", Mails.numbered(1), "");
            config = OneAccount.configure(folder, dovecot.port(), "");
            OneAccount.password(folder, "mistyped");

            Ran first = typed("sync");
            assertThat(first.status()).isEqualTo(1);
            assertThat(first.err()).contains("refuses the password of dana");
            Ran second = typed("sync");
            assertThat(second.status()).isEqualTo(1);
            assertThat(second.err())
                    .contains(
                            "refuses the password of dana",
                            "left alone until Friday 20 November, 12:1",
                            "fraywatch sync --retry");
            JsonNode failing = sync(typed("doctor", "--json"));
            assertThat(failing.get("ok").asBoolean()).isFalse();
            assertThat(failing.get("detail").asText()).contains("1 try failed since Friday");
            assertThat(failing.get("remedy").asText()).contains("Check username and password");
            assertThat(failing.get("account").get("error").get("kind").asText())
                    .isEqualTo("refused");
            assertThat(typed("sync", "--retry").err())
                    .contains("refuses the password of dana")
                    .doesNotContain("left alone");
            assertThat(sync(typed("doctor", "--json")).get("detail").asText())
                    .contains("2 tries failed");

            OneAccount.password(folder, Dovecot.PASSWORD);
            assertThat(typed("sync", "--json").line().get("indexed").asInt()).isEqualTo(1);
            JsonNode well = sync(typed("doctor", "--json"));
            assertThat(well.get("ok").asBoolean()).isTrue();
            assertThat(well.get("detail").asText())
                    .startsWith("last sync Friday 20 November, 12:00")
                    .contains("1 new mail");
            assertThat(well.get("account").get("health").asText()).isEqualTo("well");
            assertThat(well.get("account").get("mails").asInt()).isEqualTo(1);
        }
    }

    private static JsonNode sync(Ran doctor) throws IOException {
        return doctor.lines().stream()
                .filter(line -> line.get("check").asText().equals("sync work"))
                .findFirst()
                .orElseThrow();
    }

    private Ran typed(String... arguments) {
        return Program.run(FRIDAY, config, arguments);
    }
}
