package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class HolidayCalendarTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void aDateWithoutAnEndIsOneDay() throws HolidayException {
        assertThat(days("DTSTART;VALUE=DATE:20261225")).containsExactly(day("2026-12-25"));
    }

    @Test
    void theEndOfADateIsTheDayAfter() throws HolidayException {
        assertThat(days("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227"))
                .containsOnly(day("2026-12-24"), day("2026-12-25"), day("2026-12-26"));
    }

    @Test
    void aDurationStandsForAnEnd() throws HolidayException {
        assertThat(days("DTSTART;VALUE=DATE:20261224\nDURATION:P2D"))
                .containsOnly(day("2026-12-24"), day("2026-12-25"));
        assertThat(days("DTSTART;VALUE=DATE:20261224\nDURATION:P1W")).hasSize(7);
        assertThat(days("DTSTART:20261224T000000\nDURATION:P1DT12H"))
                .containsOnly(day("2026-12-24"), day("2026-12-25"));
    }

    @Test
    void aTimeInAnotherZoneIsLocalToWhoAsks() throws HolidayException {
        assertThat(days("DTSTART:20261225T050000Z\nDTEND:20261226T050000Z"))
                .containsExactly(day("2026-12-25"));
        assertThat(
                        days(
                                "DTSTART;TZID=Asia/Tokyo:20261225T000000\n"
                                        + "DTEND;TZID=Asia/Tokyo:20261226T000000"))
                .containsExactly(day("2026-12-24"));
    }

    @Test
    void halfADayIsOffAndAnEveningIsNot() throws HolidayException {
        assertThat(days("DTSTART:20261224T120000\nDTEND:20261225T000000"))
                .containsExactly(day("2026-12-24"));
        assertThat(days("DTSTART:20261224T170000\nDTEND:20261224T220000")).isEmpty();
    }

    @Test
    void comesBackEveryYearOnItsDay() throws HolidayException {
        assertThat(days("DTSTART;VALUE=DATE:20200704\nRRULE:FREQ=YEARLY"))
                .contains(day("2020-07-04"), day("2026-07-04"), day("2035-07-04"));
        assertThat(days("DTSTART;VALUE=DATE:20200704\nRRULE:FREQ=YEARLY;COUNT=3"))
                .containsOnly(day("2020-07-04"), day("2021-07-04"), day("2022-07-04"));
        assertThat(days("DTSTART;VALUE=DATE:20200704\nRRULE:FREQ=YEARLY;INTERVAL=4;UNTIL=20281231"))
                .containsOnly(day("2020-07-04"), day("2024-07-04"), day("2028-07-04"));
    }

    @Test
    void findsTheNthWeekdayOfAMonth() throws HolidayException {
        assertThat(years("DTSTART;VALUE=DATE:20251127\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"))
                .contains(day("2026-11-26"), day("2027-11-25"));
        assertThat(years("DTSTART;VALUE=DATE:20250526\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO"))
                .contains(day("2026-05-25"), day("2027-05-31"));
        assertThat(
                        years(
                                "DTSTART;VALUE=DATE:20241105\n"
                                        + "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8"))
                .contains(day("2026-11-03"), day("2027-11-02"));
    }

    @Test
    void aLeapDayComesBackInLeapYearsOnly() throws HolidayException {
        assertThat(years("DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY"))
                .contains(day("2028-02-29"))
                .doesNotContain(day("2026-02-28"), day("2026-03-01"));
    }

    @Test
    void namedDaysAreAddedAndTakenOut() throws HolidayException {
        assertThat(
                        days(
                                "DTSTART;VALUE=DATE:20260101\nRDATE;VALUE=DATE:20260406,20260525\n"
                                        + "EXDATE;VALUE=DATE:20260525"))
                .containsOnly(day("2026-01-01"), day("2026-04-06"));
    }

    @Test
    void whatWasCalledOffIsNoHoliday() throws HolidayException {
        assertThat(days("DTSTART;VALUE=DATE:20261225\nSTATUS:CANCELLED")).isEmpty();
    }

    @Test
    void anAlarmWithinAnEventIsNotTheEvent() throws HolidayException {
        assertThat(days("BEGIN:VALARM\nDURATION:P9D\nEND:VALARM\n" + "DTSTART;VALUE=DATE:20261225"))
                .containsExactly(day("2026-12-25"));
    }

    @Test
    void saysWhichEventCannotBeUsed() {
        assertThatThrownBy(
                        () -> days("SUMMARY:Stand-up\nDTSTART:20260105T090000\nRRULE:FREQ=WEEKLY"))
                .hasMessageContaining("'Stand-up'")
                .hasMessageContaining("only yearly ones");
        assertThatThrownBy(() -> days("SUMMARY:Party\nDTSTART:soon"))
                .hasMessageContaining("'Party'");
        assertThatThrownBy(() -> days("SUMMARY:Party")).hasMessageContaining("no DTSTART");
        assertThatThrownBy(() -> days("DTSTART;VALUE=DATE:20260105\nDTEND;VALUE=DATE:20460105"))
                .hasMessageContaining("366 days");
    }

    @Test
    void saysThatATextIsNoCalendar() {
        assertThatThrownBy(() -> HolidayCalendar.read("Christmas".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("BEGIN:VCALENDAR");
    }

    private static Set<LocalDate> years(String event) throws HolidayException {
        return days(event).stream().filter(day -> day.getYear() < 2030).collect(Collectors.toSet());
    }

    private static Set<LocalDate> days(String event) throws HolidayException {
        String file =
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"
                        + event.replace("\n", "\r\n")
                        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        return HolidayCalendar.read(file.getBytes(StandardCharsets.UTF_8)).days(NEW_YORK);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
