package io.fraywatch.server.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates of the story: Mondays to Fridays, counted from today.
record Workdays(LocalDate today) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{day([+-]\\d+)\\}");
    private static final DateTimeFormatter SPOKEN =
            DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.ENGLISH);

    /// @param n working days after today; before it where negative
    LocalDate day(int n) {
        LocalDate date = today;
        int step = Integer.signum(n);
        for (int left = Math.abs(n); left > 0; ) {
            date = date.plusDays(step);
            if (date.getDayOfWeek() != DayOfWeek.SATURDAY
                    && date.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return date;
    }

    /// The text with `{day+2}` and the like as a person writes a date.
    String fill(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                SPOKEN.format(day(Integer.parseInt(found.group(1))))));
    }
}
