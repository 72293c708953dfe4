package io.fraywatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.Direction;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.Nature;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfficesTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId DUBAI = ZoneId.of("Asia/Dubai");
    private static final LocalDate SUNDAY = LocalDate.of(2026, 1, 4);
    private static final Client CLIENT = client(Optional.empty());
    private final Calendars calendars = Calendars.officeHours(GeneratedMailbox.ZONE);

    private static Client client(Optional<ZoneId> zone) {
        return new Client(
                new ClientId("harborlane"),
                "Harbor Lane",
                Set.of("harborlane.example"),
                Set.of(),
                zone,
                Optional.empty());
    }

    /// Daily mails from Sunday to Thursday, dated in a zone.
    private static List<Message> weeks(LocalDate from, int weeks, ZoneId zone) {
        List<Message> written = new ArrayList<>();
        for (int i = 0; i < weeks * 7; i++) {
            LocalDate day = from.plusDays(i);
            if (day.getDayOfWeek() != DayOfWeek.FRIDAY
                    && day.getDayOfWeek() != DayOfWeek.SATURDAY) {
                written.add(message(day.atTime(10, 0).atZone(zone)));
            }
        }
        return written;
    }

    private static Message message(ZonedDateTime at) {
        Address author = new Address("Maria", "maria@harborlane.example");
        Headers headers =
                new Headers(
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.of(at.toOffsetDateTime()),
                        Optional.of(author),
                        List.of(author),
                        List.of(),
                        List.of(),
                        "",
                        Optional.empty(),
                        List.of());
        return new Message(
                new MailId("m" + at.toEpochSecond()),
                at.toInstant(),
                headers,
                Nature.of(MessageKind.PERSON),
                Direction.FROM_CLIENT);
    }

    private Offices offices(List<Message> written) {
        return new Offices(calendars, Map.of(CLIENT.id(), written));
    }

    private static Instant after(int weeks) {
        return SUNDAY.plusWeeks(weeks).atStartOfDay(DUBAI).toInstant();
    }

    @Test
    void workWhereAndWhenTheClientWrites() {
        WorkCalendar theirs = offices(weeks(SUNDAY, 8, DUBAI)).calendar(CLIENT, after(8));
        assertThat(theirs.zone()).isEqualTo(DUBAI);
        assertThat(theirs.isWorkday(SUNDAY)).isTrue();
        assertThat(theirs.isWorkday(SUNDAY.minusDays(2))).isFalse();
    }

    @Test
    void areOursWithTooLittleHistory() {
        assertThat(offices(weeks(SUNDAY, 1, DUBAI)).calendar(CLIENT, after(1)))
                .isSameAs(calendars.ours(GeneratedMailbox.ACCOUNT.name()));
    }

    @Test
    void keepTheConfiguredZone() {
        assertThat(
                        offices(weeks(SUNDAY, 8, DUBAI))
                                .calendar(client(Optional.of(TOKYO)), after(8))
                                .zone())
                .isEqualTo(TOKYO);
    }

    @Test
    void dontForeseeALaterMove() {
        List<Message> written = new ArrayList<>(weeks(SUNDAY, 6, DUBAI));
        Instant then = after(6);
        WorkCalendar before = offices(written).calendar(CLIENT, then);
        written.addAll(weeks(SUNDAY.plusWeeks(6), 40, TOKYO));
        Offices all = offices(written);
        assertThat(all.calendar(CLIENT, after(46)).zone()).isEqualTo(TOKYO);
        WorkCalendar again = all.calendar(CLIENT, then);
        assertThat(again.zone()).isEqualTo(before.zone());
        assertThat(again.week()).isEqualTo(before.week());
    }

    @Test
    void giveTheSameCalendarForTheSameHours() {
        Offices offices = offices(weeks(SUNDAY, 12, DUBAI));
        assertThat(offices.calendar(CLIENT, after(10)))
                .isSameAs(offices.calendar(CLIENT, after(11)));
    }
}
