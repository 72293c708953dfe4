package io.fraywatch.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// On which days and at which hours somebody writes their mail.
///
/// @param zone in which days and hours count
/// @param days on which they regularly write, never empty. Monday to Friday count until their lack
///   is no accident: somebody who wrote on ten days may well have missed all Wednesdays
/// @param from the hour before which they rarely write, 0 to 23
/// @param to the hour after which they rarely write, `from` + 1 to 24
/// @param mails how many it rests on
public record Habits(ZoneId zone, Set<DayOfWeek> days, int from, int to, int mails) {
    /// Fewer mails, or mails on fewer days, are too little history.
    public static final int LEAST_MAILS = 15;

    private static final int LEAST_DATES = 8;

    /// A weekday counts from this share of the days on which they write on an ordinary one.
    private static final double REGULAR = 0.25;

    /// How unlikely it must be that a weekday is missing by accident.
    private static final double NO_ACCIDENT = 0.02;

    /// A weekend day counts from so many of them on which they wrote.
    private static final int LEAST_WEEKEND_DATES = 3;

    /// Which share of the mail may lie before, and which after, the hours.
    private static final double RARE = 0.1;

    private static final int LEAST_HOURS = 4;

    public Habits {
        days = Set.copyOf(days);
    }

    /// Reads them off the times of somebody's own mails; empty with too little history.
    public static Optional<Habits> of(Collection<Instant> sent, ZoneId zone) {
        int[] byHour = new int[24];
        Set<LocalDate> dates = new HashSet<>();
        for (Instant instant : sent) {
            ZonedDateTime local = instant.atZone(zone);
            byHour[local.getHour()]++;
            dates.add(local.toLocalDate());
        }
        if (sent.size() < LEAST_MAILS || dates.size() < LEAST_DATES) {
            return Optional.empty();
        }
        int from = quantile(byHour, sent.size() * RARE);
        int to = quantile(byHour, sent.size() * (1 - RARE)) + 1;
        while (to - from < LEAST_HOURS) {
            from = Math.max(0, from - 1);
            to = Math.min(24, to + 1);
        }
        return Optional.of(new Habits(zone, days(dates), from, to, sent.size()));
    }

    /// The hour in which the n-th mail of the day lies.
    private static int quantile(int[] byHour, double n) {
        int hour = 0;
        double seen = byHour[0];
        while (seen < n && hour < byHour.length - 1) {
            seen += byHour[++hour];
        }
        return hour;
    }

    private static Set<DayOfWeek> days(Set<LocalDate> dates) {
        Map<DayOfWeek, Integer> byDay = new EnumMap<>(DayOfWeek.class);
        dates.forEach(date -> byDay.merge(date.getDayOfWeek(), 1, Integer::sum));
        int[] sorted =
                Arrays.stream(DayOfWeek.values())
                        .mapToInt(day -> byDay.getOrDefault(day, 0))
                        .sorted()
                        .toArray();
        double ordinary = Math.max(sorted[4], sorted[6] / 2.0);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            int count = byDay.getOrDefault(day, 0);
            boolean regular = count > 0 && count >= REGULAR * ordinary;
            boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
            if (weekend
                    ? regular && count >= LEAST_WEEKEND_DATES
                    : regular || byChance(count, dates.size()) >= NO_ACCIDENT) {
                days.add(day);
            }
        }
        return days;
    }

    /// How likely so few, or fewer, of these days fall on one day of five.
    private static double byChance(int few, int dates) {
        double exactly = Math.pow(0.8, dates);
        double sum = exactly;
        for (int k = 1; k <= few; k++) {
            exactly *= 0.25 * (dates - k + 1) / k;
            sum += exactly;
        }
        return sum;
    }

    /// Such as `writes mostly Mon–Fri 9–17, Chicago time`.
    public String words() {
        return "writes mostly "
                + daysInWords()
                + " "
                + from
                + "–"
                + to
                + ", "
                + place(zone)
                + " time";
    }

    /// A zone's place as one says it: `Chicago`, `Buenos Aires`.
    static String place(ZoneId zone) {
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /// Runs of days together, a run across the weekend too: `Sun–Thu`.
    private String daysInWords() {
        if (days.size() == 7) {
            return "every day";
        }
        List<String> runs = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (days.contains(day) && !days.contains(day.minus(1))) {
                DayOfWeek last = day;
                while (days.contains(last.plus(1))) {
                    last = last.plus(1);
                }
                runs.add(last == day ? name(day) : name(day) + "–" + name(last));
            }
        }
        return String.join(", ", runs);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
