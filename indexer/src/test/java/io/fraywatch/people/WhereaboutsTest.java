package io.fraywatch.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.people.Whereabouts.Sent;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /// So many mails, one on each such day from January on, between nine and five.
    private static List<Sent> mails(int count, ZoneId zone, ZoneId clock, Set<DayOfWeek> days) {
        List<Sent> sent = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2026, 1, 5); sent.size() < count; day = day.plusDays(1)) {
            if (days.contains(day.getDayOfWeek())) {
                ZonedDateTime at = day.atTime(9 + sent.size() % 8, 30).atZone(zone);
                sent.add(
                        new Sent(
                                at.toInstant(),
                                Optional.of(at.withZoneSameInstant(clock).toOffsetDateTime())));
            }
        }
        return sent;
    }

    private static Whereabouts of(List<Sent> mails) {
        return Whereabouts.of(mails, "client.example", Optional.empty());
    }

    @Test
    void tellZoneAndDaysFromEnoughMail() {
        Whereabouts where = of(mails(64, CHICAGO, CHICAGO, WEEK));
        assertThat(where.zone()).contains(CHICAGO);
        assertThat(where.words())
                .isEqualTo("writes mostly Mon–Fri 9–17, Chicago time (from 64 mails)");
    }

    @Test
    void tellTheZoneBeforeTheDays() {
        assertThat(of(mails(8, CHICAGO, CHICAGO, WEEK)).words())
                .isEqualTo("Chicago time (from 8 mails); too little history to tell their days");
    }

    @Test
    void saySoWithTooLittleHistory() {
        Whereabouts where = of(mails(4, CHICAGO, CHICAGO, WEEK));
        assertThat(where.zone()).isEmpty();
        assertThat(where.words()).startsWith("too little history");
    }

    @Test
    void leaveAServersClockAlone() {
        assertThat(of(mails(64, CHICAGO, ZoneOffset.UTC, WEEK)).zone()).isEmpty();
    }

    @Test
    void heedTheConfiguredZone() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        Whereabouts where =
                Whereabouts.of(
                        mails(64, tokyo, CHICAGO, WEEK), "client.example", Optional.of(tokyo));
        assertThat(where.zone()).contains(tokyo);
        assertThat(where.words()).contains("Mon–Fri 9–17, Tokyo time");
    }

    @Test
    void keepAWeekdayThatIsMissingByAccident() {
        Set<DayOfWeek> noWednesday = EnumSet.copyOf(WEEK);
        noWednesday.remove(DayOfWeek.WEDNESDAY);
        List<Sent> mails = mails(16, CHICAGO, CHICAGO, noWednesday);
        assertThat(of(mails).habits().orElseThrow().days()).isEqualTo(WEEK);
    }

    @Test
    void dropAWeekdayThatIsAlwaysMissing() {
        Set<DayOfWeek> noFriday = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
        List<Sent> mails = mails(40, CHICAGO, CHICAGO, noFriday);
        assertThat(of(mails).habits().orElseThrow().days()).isEqualTo(noFriday);
    }
}
