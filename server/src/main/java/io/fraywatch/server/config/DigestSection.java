package io.fraywatch.server.config;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// When the digest goes out, and to whom (`digest`).
///
/// @param to who gets it; without it none is sent by itself
/// @param at local time in the user's zone; default 07:00
/// @param days on which days; default Monday to Friday
public record DigestSection(Optional<String> to, Optional<LocalTime> at, List<Day> days) {
    /// A day of the week as the file writes it.
    public enum Day {
        @JsonProperty("mon")
        @JsonAlias("monday")
        MON(DayOfWeek.MONDAY),
        @JsonProperty("tue")
        @JsonAlias("tuesday")
        TUE(DayOfWeek.TUESDAY),
        @JsonProperty("wed")
        @JsonAlias("wednesday")
        WED(DayOfWeek.WEDNESDAY),
        @JsonProperty("thu")
        @JsonAlias("thursday")
        THU(DayOfWeek.THURSDAY),
        @JsonProperty("fri")
        @JsonAlias("friday")
        FRI(DayOfWeek.FRIDAY),
        @JsonProperty("sat")
        @JsonAlias("saturday")
        SAT(DayOfWeek.SATURDAY),
        @JsonProperty("sun")
        @JsonAlias("sunday")
        SUN(DayOfWeek.SUNDAY);

        private final DayOfWeek dayOfWeek;

        Day(DayOfWeek dayOfWeek) {
            this.dayOfWeek = dayOfWeek;
        }
    }

    static final DigestSection DEFAULT =
            new DigestSection(Optional.empty(), Optional.empty(), List.of());

    public DigestSection {
        days =
                days.isEmpty()
                        ? List.of(Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI)
                        : List.copyOf(days);
        to.ifPresent(address -> MailNames.requireAddresses(List.of(address), "to"));
    }

    public LocalTime time() {
        return at.orElse(LocalTime.of(7, 0));
    }

    public Set<DayOfWeek> daysOfWeek() {
        return days.stream().map(day -> day.dayOfWeek).collect(Collectors.toUnmodifiableSet());
    }
}
