package io.fraywatch.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientId;
import io.fraywatch.people.Habits;
import io.fraywatch.people.Whereabouts;
import io.fraywatch.sync.Calendars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class WorkingTimesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String MAILBOX =
            """
            accounts:
              - name: work
                kind: maildir
                path: mail
                me: [dana@reyes-va.example]
            """;

    @TempDir private Path folder;

    @Test
    void withoutAWordEverybodyKeepsOfficeHours() throws Exception {
        Calendars calendars = calendars("");
        assertThat(ours(calendars).week()).isEqualTo(WorkCalendar.officeHours(BERLIN).week());
        assertThat(theirs(calendars, "acme", "America/Chicago").zone())
                .isEqualTo(ZoneId.of("America/Chicago"));
    }

    @Test
    void aBreakAtNoonIsNoWorkingTime() throws Exception {
        WorkCalendar ours = ours(calendars("hours: {mon: [\"09:00-12:30\", \"13:30-18:00\"]}\n"));
        assertThat(hours(ours, "2026-11-23T12:00", "2026-11-23T14:00"))
                .isEqualTo(Duration.ofHours(1));
        assertThat(ours.isWorkday(LocalDate.parse("2026-11-24"))).isFalse();
    }

    @Test
    void anAccountAndAClientMayHaveHoursOfTheirOwn() throws Exception {
        Calendars calendars =
                calendars(
                        "    hours: {sat: [\"10:00-24:00\"]}\nclients:\n  - id: acme\n    domains: [acme.example]\n    hours: {sun: [\"08:00-09:00\"]}\n");
        assertThat(hours(ours(calendars), "2026-11-28T00:00", "2026-11-29T00:00"))
                .isEqualTo(Duration.ofHours(14));
        assertThat(theirs(calendars, "acme", "UTC").week()).hasSize(1);
        assertThat(theirs(calendars, "other", "UTC").week()).hasSize(5);
    }

    @Test
    void daysKnownFromMailCountUnlessHoursAreGiven() throws Exception {
        Calendars calendars =
                calendars(
                        "clients:\n  - id: acme\n    domains: [acme.example]\n    hours: {mon: [\"08:00-12:00\"]}\n");
        ZoneId dubai = ZoneId.of("Asia/Dubai");
        Set<DayOfWeek> days = Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
        Whereabouts where = where("Asia/Dubai", Optional.of(new Habits(dubai, days, 9, 17, 64)));
        assertThat(calendars.theirs(client("other", "Asia/Dubai"), where).week().keySet())
                .isEqualTo(days);
        assertThat(calendars.theirs(client("acme", "Asia/Dubai"), where).week().keySet())
                .containsExactly(DayOfWeek.MONDAY);
        assertThat(calendars.hasHours(client("acme", "Asia/Dubai"))).isTrue();
        assertThat(calendars.hasHours(client("other", "Asia/Dubai"))).isFalse();
    }

    @Test
    void nothingWaitsInAPause() throws Exception {
        Calendars calendars = calendars("pause: [{from: 2026-12-23, to: 2027-01-04}]\n");
        assertThat(hours(ours(calendars), "2026-12-22T18:00", "2027-01-05T08:00")).isZero();
        assertThat(
                        theirs(calendars, "acme", "America/Chicago")
                                .isWorkday(LocalDate.parse("2027-01-04")))
                .isFalse();
    }

    @Test
    void holidaysComeFromAFileBesideTheConfiguration() throws Exception {
        Files.writeString(
                folder.resolve("days.ics"),
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20201225\nRRULE:FREQ=YEARLY\nEND:VEVENT\nEND:VCALENDAR\n");
        Calendars calendars = calendars("holidays: [days.ics]\n");
        LocalDate christmas = LocalDate.parse("2026-12-25");
        assertThat(ours(calendars).isWorkday(christmas)).isFalse();
        assertThat(theirs(calendars, "acme", "UTC").isWorkday(christmas)).isFalse();
    }

    static List<Arguments> mistakes() {
        return List.of(
                arguments("hours: {mon: [\"9-17\"]}", 1, "write it like \"09:00-12:30\""),
                arguments("hours:\n  mon: [\"17:00-09:00\"]", 2, "the end after the beginning"),
                arguments(
                        "hours:\n  mon:\n    - \"09:00-13:00\"\n    - \"12:00-17:00\"",
                        4,
                        "in order and apart"),
                arguments("hours: {}", 1, "no day has working hours"),
                arguments("hours: {montag: []}", 1, "unknown key 'montag'"),
                arguments("pause:\n  - {from: 2026-12-23, to: 2026-12-01}", 2, "swap them"),
                arguments("pause:\n  - {from: 2026-12-23}", 2, "'to' is missing"),
                arguments("pause:\n  - {from: soon, to: 2026-12-24}", 2, "a day; write it like"),
                arguments("pause: [{from: 2026-01-01, to: 2028-01-01}]", 1, "more than a year"),
                arguments(
                        "pause:\n  - {from: 2026-01-01, to: 2026-12-31}\n  - {from: 2027-01-01, to: 2027-12-31}",
                        1,
                        "look at the pauses and holidays together"),
                arguments("holidays:\n  - none.ics", 2, "can't be read"),
                arguments("holidays:\n  - config.yml", 2, "isn't an iCalendar file"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsToldWithItsLine(String lines, int line, String wording) {
        assertThatThrownBy(() -> calendars(lines + "\n", ""))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("config.yml:" + line + ":")
                .hasMessageContaining(wording);
    }

    private Calendars calendars(String after) throws Exception {
        return calendars("", after);
    }

    private Calendars calendars(String before, String after) throws Exception {
        Path file = folder.resolve("config.yml");
        Files.writeString(file, before + MAILBOX + after);
        return SettingsFile.read(file).workingTimes().in(BERLIN);
    }

    private static WorkCalendar ours(Calendars calendars) {
        return calendars.ours(new AccountName("work"));
    }

    private static WorkCalendar theirs(Calendars calendars, String id, String zone) {
        return calendars.theirs(client(id, zone), where(zone, Optional.empty()));
    }

    private static Whereabouts where(String zone, Optional<Habits> habits) {
        return new Whereabouts(Optional.of(ZoneId.of(zone)), Optional.empty(), habits, false, 0);
    }

    private static Client client(String id, String zone) {
        return new Client(
                new ClientId(id),
                id,
                Set.of(id + ".example"),
                Set.of(),
                Optional.of(ZoneId.of(zone)),
                Optional.empty());
    }

    private static Duration hours(WorkCalendar calendar, String from, String to) {
        return calendar.between(
                LocalDateTime.parse(from).atZone(BERLIN).toInstant(),
                LocalDateTime.parse(to).atZone(BERLIN).toInstant());
    }
}
