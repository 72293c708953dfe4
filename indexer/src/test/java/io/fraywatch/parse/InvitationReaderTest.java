package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Invitation;
import io.fraywatch.mail.Invitation.Answer;
import io.fraywatch.mail.Invitation.Method;
import io.fraywatch.mail.Invitation.Status;
import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.Nature;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.mail.Zone;
import io.fraywatch.mail.ZoneType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InvitationReaderTest {
    private static Nature nature(String method, String event) {
        return mail(method, event).nature();
    }

    private static ParsedMail mail(String method, String event) {
        String mail =
                """
                From: Ann Smith <ann@client.example>
                To: dana@us.example
                Subject: Accepted: Review
                MIME-Version: 1.0
                Content-Type: text/calendar; charset=utf-8

                BEGIN:VCALENDAR
                METHOD:%s
                BEGIN:VTIMEZONE
                TZID:Somewhere Standard Time
                BEGIN:STANDARD
                DTSTART:16010101T030000
                TZOFFSETTO:+0100
                RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:16010101T020000
                TZOFFSETTO:+0200
                RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
                END:DAYLIGHT
                END:VTIMEZONE
                BEGIN:VEVENT
                UID:review-7@client.example
                %s
                END:VEVENT
                END:VCALENDAR
                """
                        .formatted(method, event);
        return new MailParser().parse(mail.getBytes(StandardCharsets.UTF_8));
    }

    private static Invitation invitation(String method, String event) {
        return nature(method, event).invitation().orElseThrow();
    }

    @Test
    void readsWhoAccepted() {
        Invitation reply =
                invitation(
                        "REPLY",
                        "ATTENDEE;PARTSTAT=ACCEPTED;CN=\"Smith, Ann\":mailto:ann@client.example");
        assertThat(reply.method()).isEqualTo(Method.REPLY);
        assertThat(reply.uid()).isEqualTo("review-7@client.example");
        assertThat(reply.answers())
                .containsExactly(
                        new Answer(
                                new Address("Smith, Ann", "ann@client.example"), Status.ACCEPTED));
    }

    @Test
    void countsNobodyWhoDidNotAnswerYet() {
        assertThat(
                        invitation(
                                        "REQUEST",
                                        "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:dana@us.example")
                                .answers())
                .isEmpty();
    }

    @Test
    void readsAStartInUtc() {
        assertThat(invitation("REQUEST", "DTSTART:20260309T150000Z").start())
                .contains(Instant.parse("2026-03-09T15:00:00Z"));
    }

    @Test
    void readsAStartInAZoneThatTheCalendarDescribes() {
        assertThat(
                        invitation(
                                        "REQUEST",
                                        "DTSTART;TZID=Somewhere Standard Time:20260309T150000")
                                .start())
                .contains(Instant.parse("2026-03-09T14:00:00Z"));
        assertThat(
                        invitation(
                                        "REQUEST",
                                        "DTSTART;TZID=Somewhere Standard Time:20260709T150000")
                                .start())
                .contains(Instant.parse("2026-07-09T13:00:00Z"));
    }

    @Test
    void unfoldsLines() {
        assertThat(
                        invitation(
                                        "REPLY",
                                        """
                                        ATTENDEE;PARTSTAT=DECL
                                         INED:mailto:ann@client.ex
                                         ample\
                                        """)
                                .answers())
                .containsExactly(new Answer(Address.of("ann@client.example"), Status.DECLINED));
    }

    @Test
    void readsOnBehindAnAlarm() {
        assertThat(
                        invitation(
                                        "REPLY",
                                        """
                                        BEGIN:VALARM
                                        TRIGGER:-PT15M
                                        END:VALARM
                                        ATTENDEE;PARTSTAT=TENTATIVE:mailto:ann@client.example\
                                        """)
                                .answers())
                .extracting(Answer::status)
                .containsExactly(Status.TENTATIVE);
    }

    @Test
    void showsTheInvitationBelowAsAForward() {
        ParsedMail mail =
                mail(
                        "REQUEST",
                        """
                        SUMMARY:Review\\, second round
                        DTSTART;TZID=Europe/Berlin:20260309T150000
                        DTEND;TZID=Europe/Berlin:20260309T160000
                        LOCATION:Room 4
                        ORGANIZER;CN=Ann Smith:mailto:ann@client.example
                        ATTENDEE;PARTSTAT=ACCEPTED;CN=Tom:mailto:tom@client.example
                        DESCRIPTION:Please bring:\\n- the draft\
                        """);
        assertThat(mail.body().text())
                .isEqualTo(
                        """
                        ---------- Invitation ----------
                        What: Review, second round
                        When: Monday 9 March 2026, 15:00 to 16:00 (Europe/Berlin)
                        Where: Room 4
                        Organizer: Ann Smith <ann@client.example>
                        Answer: Tom <tom@client.example> accepted

                        Please bring:
                        - the draft\
                        """);
        assertThat(mail.body().zones()).extracting(Zone::type).containsExactly(ZoneType.FORWARD);
        assertThat(mail.body().newText()).isEmpty();
    }

    @Test
    void showsWholeDaysUpToTheLast() {
        assertThat(mail("CANCEL", "DTSTART:20260309\nDTEND:20260311").body().text())
                .isEqualTo(
                        """
                        ---------- Invitation called off ----------
                        When: Monday 9 March 2026 to Tuesday 10 March 2026\
                        """);
        assertThat(mail("CANCEL", "DTSTART:20260309\nDTEND:20260310").body().text())
                .endsWith("When: Monday 9 March 2026");
    }

    @Test
    void takesAPublishedCalendarForAnAttachment() {
        assertThat(nature("PUBLISH", "DTSTART:20260309").kind()).isEqualTo(MessageKind.PERSON);
    }
}
