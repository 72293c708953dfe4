package io.fraywatch.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the days of `before:` and `after:`: `2026`, `2026-03`, `2026-03-15`, `today`, `yesterday`,
/// `7d`, `2w`, `3m`, `1y`.
final class QueryDates {
    private static final Pattern AGO = Pattern.compile("(\\d{1,4})([dwmy])");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final LocalDate today;

    QueryDates(LocalDate today) {
        this.today = today;
    }

    /// The day meant, of a year or month its first; empty if this isn't a date.
    Optional<LocalDate> day(String text) {
        String date = text.toLowerCase(Locale.ROOT);
        if (date.equals("today")) {
            return Optional.of(today);
        }
        if (date.equals("yesterday")) {
            return Optional.of(today.minusDays(1));
        }
        try {
            return ago(date).or(() -> calendar(date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> ago(String date) {
        Matcher matcher = AGO.matcher(date);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "d" -> today.minusDays(count);
                    case "w" -> today.minusWeeks(count);
                    case "m" -> today.minusMonths(count);
                    default -> today.minusYears(count);
                });
    }

    private static Optional<LocalDate> calendar(String date) {
        if (YEAR.matcher(date).matches()) {
            return Optional.of(Year.parse(date).atDay(1));
        }
        if (MONTH.matcher(date).matches()) {
            return Optional.of(YearMonth.parse(date).atDay(1));
        }
        return DAY.matcher(date).matches() ? Optional.of(LocalDate.parse(date)) : Optional.empty();
    }
}
