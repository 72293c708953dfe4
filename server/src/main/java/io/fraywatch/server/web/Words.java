package io.fraywatch.server.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Plain words for instants, as seen from one place at one moment.
///
/// @param zone where the reader is
/// @param now the moment the page speaks of
public record Words(ZoneId zone, Instant now) {
    /// What helps where a folder asked for by name can't be read.
    public static final String SHUT_FOLDER =
            "All other folders are read. See in another mail program whether this one opens, or"
                    + " take it out of 'alsoRead'.";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_THIS_YEAR =
            DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /// The day, with its year unless that is this year: "Tuesday 3 March".
    public String day(Instant instant) {
        LocalDate date = instant.atZone(zone).toLocalDate();
        return date.getYear() == today().getYear() ? DAY_THIS_YEAR.format(date) : DAY.format(date);
    }

    /// The day in full: "Tuesday 3 March 2026".
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /// The day and the time: "Tuesday 3 March, 14:05".
    public String moment(Instant instant) {
        return day(instant) + ", " + TIME.format(instant.atZone(zone));
    }

    /// How long ago, roughly: "just now", "5 hours ago", "yesterday", "12 days ago", "3 months
    /// ago".
    public String ago(Instant instant) {
        long days = ChronoUnit.DAYS.between(instant.atZone(zone).toLocalDate(), today());
        if (days <= 0) {
            long hours = Duration.between(instant, now).toHours();
            return hours < 1 ? "just now" : count(hours, "hour") + " ago";
        }
        if (days == 1) {
            return "yesterday";
        }
        return days < 60 ? days + " days ago" : days / 30 + " months ago";
    }

    /// How long it has been since, more exactly: "less than a minute", "12 minutes", "5 hours", "3
    /// days".
    public String age(Instant instant) {
        Duration age = Duration.between(instant, now);
        if (age.toMinutes() < 1) {
            return "less than a minute";
        }
        if (age.toHours() < 1) {
            return count(age.toMinutes(), "minute");
        }
        return age.toDays() < 2 ? count(age.toHours(), "hour") : count(age.toDays(), "day");
    }

    /// "1 mail", "2 mails", "1,204 mails".
    public static String count(long number, String thing) {
        return count(number, thing, thing + "s");
    }

    /// "1 try", "2 tries".
    public static String count(long number, String thing, String things) {
        return String.format(Locale.ENGLISH, "%,d %s", number, number == 1 ? thing : things);
    }

    /// A JSON name as words: `chasedInVain` is "chased in vain".
    public static String ofKey(String key) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(key.charAt(i - 1))) {
                words.append(' ').append(Character.toLowerCase(c));
            } else {
                words.append(c);
            }
        }
        return words.toString();
    }

    private LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }
}
