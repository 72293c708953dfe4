package io.fraywatch.parse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads days in numbers, `12.03.`, `3/12/2026`, `2026-03-12`, as seen from the day a note was
/// sent.
///
/// Whether the month of `3/5/2026` comes first: as another number of the note shows (`3/25/2026`);
/// else in English behind a date west of Greenwich, or in words that aren't British; unless only
/// the other way lies within the year ahead.
final class NumericDay {
    private static final Set<String> ENGLISH =
            Set.of("the", "will", "office", "back", "until", "returning", "from");
    private static final Set<String> BRITISH =
            Set.of("holiday", "regards", "annual", "colleague", "cheers", "mobile", "bank");
    private static final int DAYS_AHEAD = 366;

    private final LocalDate sent;
    private final boolean monthFirst;

    NumericDay(OffsetDateTime sent, List<String> words) {
        this.sent = sent.toLocalDate();
        this.monthFirst = monthFirst(sent, words);
    }

    private static boolean monthFirst(OffsetDateTime sent, List<String> words) {
        for (String word : words) {
            String[] parts = word.split("/", 4);
            if (parts.length == 2 || parts.length == 3) {
                int one = Days.digitsOf(parts[0], 2);
                int two = Days.digitsOf(parts[1], 2);
                if (one > 0 && two > 0 && one <= 31 && two <= 31 && (one > 12) != (two > 12)) {
                    return two > 12;
                }
            }
        }
        int east = sent.getOffset().getTotalSeconds();
        return words.stream().anyMatch(ENGLISH::contains)
                && east <= 0
                && (east < 0 || words.stream().noneMatch(BRITISH::contains));
    }

    /// The day that a word such as `12.03.2026` names.
    Optional<LocalDate> read(String word) {
        if (word.startsWith("--")) {
            return ofMonthAndDay(word);
        }
        String[] parts = word.split("[./-]", 5);
        boolean trailing = parts[parts.length - 1].isEmpty();
        int length = trailing ? parts.length - 1 : parts.length;
        if (!Character.isDigit(word.charAt(0)) || length < 2 || length > 3) {
            return Optional.empty();
        }
        if (length == 3 && parts[0].length() == 4) {
            return date(digits(parts[0], 4), digits(parts[1], 2), digits(parts[2], 2));
        }
        boolean slash = word.indexOf('/') > 0;
        boolean clock = length == 2 && !slash && (word.indexOf('-') > 0 || !trailing);
        int year = length == 3 ? digits(parts[2], 4) : -1;
        if (clock || (length == 3 && year < 0) || word.equals("24/7")) {
            return Optional.empty();
        }
        return either(digits(parts[0], 2), digits(parts[1], 2), year, slash);
    }

    /// `--03-16` and `---16`.
    private Optional<LocalDate> ofMonthAndDay(String word) {
        if (word.startsWith("---")) {
            return ofDay(digits(word.substring(3), 2));
        }
        return word.length() < "--MM-".length()
                ? Optional.empty()
                : date(-1, digits(word.substring(2, 4), 2), digits(word.substring(5), 2));
    }

    private Optional<LocalDate> either(int one, int two, int year, boolean slash) {
        int full = year >= 0 && year < 100 ? 2000 + year : year;
        Optional<LocalDate> dayFirst = date(full, two, one);
        Optional<LocalDate> american = slash ? date(full, one, two) : Optional.empty();
        Optional<LocalDate> likely = monthFirst ? american.or(() -> dayFirst) : dayFirst;
        Optional<LocalDate> other = monthFirst ? dayFirst : american;
        return likely.filter(this::lieAhead)
                .or(() -> other.filter(this::lieAhead))
                .or(() -> likely)
                .or(() -> other);
    }

    /// Whether a day is the day of sending or within the year behind it.
    boolean lieAhead(LocalDate day) {
        return !day.isBefore(sent) && !day.isAfter(sent.plusDays(DAYS_AHEAD));
    }

    /// The next day of that number behind the day of sending.
    Optional<LocalDate> ofDay(int day) {
        for (int months = 0; months < 3 && day > 0; months++) {
            LocalDate month = sent.withDayOfMonth(1).plusMonths(months);
            if (day <= month.lengthOfMonth() && month.withDayOfMonth(day).isAfter(sent)) {
                return Optional.of(month.withDayOfMonth(day));
            }
        }
        return Optional.empty();
    }

    /// @param year -1 for the one that brings the day nearest behind the day of sending
    Optional<LocalDate> date(int year, int month, int day) {
        try {
            if (year >= 0) {
                return Optional.of(LocalDate.of(year, month, day));
            }
            LocalDate date = LocalDate.of(sent.getYear(), month, day);
            if (date.isBefore(sent.minusDays(31))) {
                return Optional.of(date.plusYears(1));
            }
            return Optional.of(date.isAfter(sent.plusDays(320)) ? date.minusYears(1) : date);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int digits(String text, int most) {
        return Days.digitsOf(text, most);
    }
}
