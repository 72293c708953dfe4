package io.fraywatch.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.fraywatch.server.Program.Ran;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The digest as it is typed, from a mailbox to a real SMTP server.
final class DigestSendTest {
    private static final Clock FRIDAY =
            Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final String DANA = "dana@reyes-va.example";

    @TempDir private Path folder;

    private GreenMail smtp;
    private Path config;

    @BeforeEach
    void start() throws Exception {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(120_000);
        smtp = new GreenMail(setup);
        smtp.start();
        Path mails = Files.createDirectories(folder.resolve("mailbox/cur"));
        Files.createDirectories(folder.resolve("mailbox/new"));
        Files.writeString(
                mails.resolve("1.test:2,S"),
                """
                From: Ana Ruiz <ana@harborlane.example>
                To: Dana Reyes <dana@reyes-va.example>
                Subject: Friday's flyer
                Date: 2 Nov 2026 09:00:00 +0000
                Message-ID: <question@harborlane.example>

                Hi Dana, could you please send me the flyer?
                """);
        config =
                Files.writeString(
                        folder.resolve("fraywatch.yml"),
                        """
                        zone: UTC
                        accounts:
                          - {name: work, kind: maildir, path: mailbox, me: [%1$s]}
                        digest: {to: %1$s}
                        smtp: {host: 127.0.0.1, port: %2$d, tls: none, from: %1$s}
                        """
                                .formatted(DANA, smtp.getSmtp().getPort()));
        Ran ran = typed(FRIDAY, "sync");
        assertThat(ran.status()).as(ran.err()).isZero();
    }

    @AfterEach
    void stop() {
        smtp.stop();
    }

    @Test
    void aDayHasOneDigestHoweverOftenItIsSent() throws Exception {
        JsonNode sent = typed(FRIDAY, "digest", "--send", "--json").line();
        assertThat(sent.get("items")).hasSize(1);
        assertThat(smtp.getReceivedMessages()).hasSize(1);
        MimeMessage received = smtp.getReceivedMessages()[0];
        assertThat(received.getMessageID()).isEqualTo("<" + sent.get("messageId").asText() + ">");
        assertThat(received.getAllRecipients()).containsExactly(new InternetAddress(DANA));
        assertThat(received.getContent()).isInstanceOf(Multipart.class);

        Clock evening = Clock.offset(FRIDAY, Duration.ofHours(9));
        JsonNode again = typed(evening, "digest", "--send", "--json").line();
        assertThat(again.get("messageId")).isEqualTo(sent.get("messageId"));
        assertThat(smtp.getReceivedMessages()).hasSize(1);

        Clock saturday = Clock.offset(FRIDAY, Duration.ofDays(1));
        JsonNode next = typed(saturday, "digest", "--send", "--json").line();
        assertThat(next.get("messageId")).isNotEqualTo(sent.get("messageId"));
        assertThat(smtp.getReceivedMessages()).hasSize(2);
    }

    @Test
    void aDigestOnlyShownIsNeitherSentNorKeptAsSent() throws Exception {
        assertThat(typed(FRIDAY, "digest").status()).isZero();
        assertThat(smtp.getReceivedMessages()).isEmpty();
        typed(FRIDAY, "digest", "--send", "--json").line();
        assertThat(smtp.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aServerThatIsAwayFailsTheCommandAndKeepsTheDigest() {
        smtp.stop();
        Ran ran = typed(FRIDAY, "digest", "--send");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .contains("127.0.0.1", "the digest of 2026-11-20 to " + DANA, "It is kept");
    }

    @Test
    void theFileIsAMailThatOthersCanRead() throws Exception {
        Path out = folder.resolve("digest.eml");
        assertThat(typed(FRIDAY, "digest", "--out", out.toString()).status()).isZero();
        try (InputStream in = Files.newInputStream(out)) {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
            assertThat(mail.getFrom()).containsExactly(new InternetAddress(DANA));
            assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress(DANA));
            assertThat(mail.getSubject()).isNotBlank();
            assertThat(mail.getSentDate()).isEqualTo(Date.from(FRIDAY.instant()));
            Multipart parts = (Multipart) mail.getContent();
            assertThat(parts.getCount()).isEqualTo(2);
            assertThat(parts.getBodyPart(0).isMimeType("text/plain")).isTrue();
            assertThat(parts.getBodyPart(0).getContent().toString()).contains("Friday's flyer");
            assertThat(parts.getBodyPart(1).isMimeType("text/html")).isTrue();
        }
        assertThat(smtp.getReceivedMessages()).isEmpty();
    }

    @Test
    void onlyTodaysDigestCanBeSent() {
        Ran ran = typed(FRIDAY, "digest", "--send", "--as-of", "2026-11-18");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("--as-of");
        assertThat(smtp.getReceivedMessages()).isEmpty();
    }

    private Ran typed(Clock clock, String... arguments) {
        return Program.run(clock, config, arguments);
    }
}
