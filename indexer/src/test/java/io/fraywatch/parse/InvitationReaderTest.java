package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Invitation;
import io.fraywatch.mail.Invitation.Answer;
import io.fraywatch.mail.Invitation.Method;
import io.fraywatch.mail.Invitation.Status;
import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.Nature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InvitationReaderTest {
    private static Nature nature(String method, String event) {
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
        return new MailParser().parse(mail.getBytes(StandardCharsets.UTF_8)).nature();
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
    void takesAPublishedCalendarForAnAttachment() {
        assertThat(nature("PUBLISH", "DTSTART:20260309").kind()).isEqualTo(MessageKind.PERSON);
    }
}
