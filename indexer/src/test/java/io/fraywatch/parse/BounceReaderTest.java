package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Bounce;
import io.fraywatch.mail.Bounce.Severity;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.Nature;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BounceReaderTest {
    private static final String ENCLOSED =
            """
            Received: from us.example by mx.example
            Message-ID: <draft-7@us.example>
            From: Dana Reyes <dana@us.example>
            To: ann@client.example
            Subject: Draft

            Here it is.
            """;

    private static Nature nature(String mail) {
        return new MailParser().parse(mail.getBytes(StandardCharsets.UTF_8)).nature();
    }

    private static Bounce bounce(String mail) {
        return nature(mail).bounce().orElseThrow();
    }

    private static String report(String action, String status, String diagnostic) {
        return """
        From: Mail Delivery System <MAILER-DAEMON@mx.example>
        To: dana@us.example
        Subject: Delivery Status Notification
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        This is the mail system at host mx.example.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; ann@client.example
        Action: %s
        Status: %s
        Diagnostic-Code: smtp; %s

        --b
        Content-Type: message/rfc822

        %s
        --b--
        """
                .formatted(action, status, diagnostic, ENCLOSED);
    }

    private static String prose(String from, String subject, String text) {
        return "From: %s\nTo: dana@us.example\nSubject: %s\n\n%s\n".formatted(from, subject, text);
    }

    @Test
    void readsWhomWhyAndWhichMailFromADeliveryStatus() {
        Bounce bounce = bounce(report("failed", "5.1.1", "550 5.1.1 no such user"));
        assertThat(bounce.severity()).isEqualTo(Severity.HARD);
        assertThat(bounce.failed()).containsExactly(Address.of("ann@client.example"));
        assertThat(bounce.original()).contains(new MessageId("draft-7@us.example"));
        assertThat(bounce.diagnostic()).isEqualTo("550 5.1.1 no such user");
    }

    @Test
    void takesAFullMailboxForPassingWhateverItsCode() {
        assertThat(bounce(report("failed", "5.2.2", "552 5.2.2 mailbox full")).severity())
                .isEqualTo(Severity.SOFT);
    }

    @Test
    void takesAGivenUpAttemptForPassing() {
        assertThat(bounce(report("failed", "4.4.7", "delivery time expired")).severity())
                .isEqualTo(Severity.SOFT);
    }

    @Test
    void saysThatAMailIsStillBeingTried() {
        assertThat(bounce(report("delayed", "4.4.1", "connection timed out")).severity())
                .isEqualTo(Severity.DELAYED);
    }

    @Test
    void takesAReportOfSuccessForAReceipt() {
        assertThat(nature(report("delivered", "2.0.0", "250 ok")).kind())
                .isEqualTo(MessageKind.RECEIPT);
        assertThat(nature(report("relayed", "2.0.0", "250 ok")).kind())
                .isEqualTo(MessageKind.RECEIPT);
    }

    @Test
    void readsTheProseOfQmail() {
        Bounce bounce =
                bounce(
                        prose(
                                "MAILER-DAEMON@mx.example",
                                "failure notice",
                                """
                                Hi. This is the qmail-send program at mx.example.
                                I'm afraid I wasn't able to deliver your message.

                                <ann@client.example>:
                                192.0.2.9 does not like recipient.
                                Remote host said: 550 User unknown

                                --- Below this line is a copy of the message.

                                """
                                        + ENCLOSED));
        assertThat(bounce.failed()).containsExactly(Address.of("ann@client.example"));
        assertThat(bounce.original()).contains(new MessageId("draft-7@us.example"));
        assertThat(bounce.diagnostic()).contains("550 User unknown");
        assertThat(bounce.severity()).isEqualTo(Severity.HARD);
    }

    @Test
    void readsTheProseOfExim() {
        Bounce bounce =
                bounce(
                        prose(
                                "Mail Delivery System <Mailer-Daemon@mx.example>",
                                "Warning: message 1a2B3c delayed 24 hours",
                                """
                                This message was created automatically by mail delivery software.
                                A message that you sent has not yet been delivered to one or more
                                of its recipients after more than 24 hours on the queue.

                                  ann@client.example
                                    Delay reason: connection timed out
                                """));
        assertThat(bounce.severity()).isEqualTo(Severity.DELAYED);
        assertThat(bounce.failed()).containsExactly(Address.of("ann@client.example"));
    }

    @Test
    void leavesABounceThatAPersonForwardsToThePerson() {
        assertThat(
                        nature(
                                        prose(
                                                "Dana Reyes <dana@us.example>",
                                                "Fwd: Undelivered Mail Returned to Sender",
                                                "Did you change your address?"
                                                        + " bob@client.example\n"))
                                .kind())
                .isEqualTo(MessageKind.PERSON);
    }
}
