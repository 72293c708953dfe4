package io.fraywatch.analyze;

import io.fraywatch.analyze.time.WorkCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers as people say them.
final class Words {
    private static final String[] SMALL = {
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"
    };

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);

    private Words() {}

    /// `one message`, `12 messages`.
    static String count(int number, String noun) {
        return count(number, noun, noun + "s");
    }

    /// Likewise for a noun with a plural of its own.
    static String count(int number, String one, String more) {
        String figure =
                number >= 0 && number < SMALL.length ? SMALL[number] : Integer.toString(number);
        return figure + " " + (number == 1 ? one : more);
    }

    /// `once`, `twice`, `three times`.
    static String times(int number) {
        return switch (number) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> count(number, "time");
        };
    }

    /// `19 times of 20`, `once of 9`, `every time`.
    static String outOf(int times, int all) {
        return times == all
                ? "every time"
                : (times == 1 ? "once" : times + " times") + " of " + all;
    }

    static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// Business time: `20 minutes`, `5 hours`, `2.5 business days`.
    static String span(Duration businessTime) {
        long minutes = businessTime.toMinutes();
        if (minutes < 60) {
            return plural(Math.max(1, minutes), "minute");
        }
        if (businessTime.compareTo(WorkCalendar.BUSINESS_DAY) < 0) {
            return plural(Math.round(minutes / 60.0), "hour");
        }
        double days = WorkCalendar.inBusinessDays(businessTime);
        return days >= 10 || Math.abs(days - Math.rint(days)) < 0.05
                ? plural(Math.round(days), "business day")
                : String.format(Locale.ROOT, "%.1f business days", days);
    }

    /// `12 %`; never quite none.
    static String percent(double share) {
        return share < 0.01 ? "less than 1 %" : Math.round(share * 100) + " %";
    }

    /// `Friday, 6 March`.
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String number(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String plural(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
