package io.fraywatch.analyze.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Finds the day by which an English sentence says that something will be there: "by Friday",
/// "tomorrow", "on the 12th", "within two days", "end of next week".
final class DueDays {
    private static final Set<String> TODAY =
            Set.of("today", "tonight", "eod", "cob", "now", "shortly", "evening", "afternoon");

    private static final List<String> NUMBERS =
            List.of(
                    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                    "ten");

    private static final Set<String> ONE = Set.of("a", "an", "next", "one");

    /// A day so long ago isn't last year's but next year's: promises look ahead.
    private static final long PAST_DAYS = 31;

    private final List<String> tokens;
    private final LocalDate written;

    private DueDays(List<String> tokens, LocalDate written) {
        this.tokens = tokens;
        this.written = written;
    }

    /// The last day the sentence names, as what comes last qualifies the promise ("I called today
    /// and will send it on Friday"); never before `written`.
    static Optional<LocalDate> last(List<String> tokens, LocalDate written) {
        DueDays days = new DueDays(tokens, written);
        Optional<LocalDate> last = Optional.empty();
        for (int i = 0; i < tokens.size(); i++) {
            Optional<LocalDate> day = days.at(i);
            last = day.isPresent() ? day : last;
        }
        return last;
    }

    private Optional<LocalDate> at(int i) {
        String token = tokens.get(i);
        if (token.equals("tomorrow")) {
            return Optional.of(written.plusDays(1));
        }
        if (TODAY.contains(token) && !isDayBefore(i)) {
            return Optional.of(written);
        }
        Optional<LocalDate> day = weekday(i);
        day = day.isPresent() ? day : dayOfMonth(i);
        day = day.isPresent() ? day : span(i);
        return day.isPresent() ? day : week(i);
    }

    /// "tomorrow evening", "Friday afternoon": the hour of a day already named.
    private boolean isDayBefore(int i) {
        String before = token(i - 1);
        return before.equals("tomorrow") || dayOfWeek(before).isPresent();
    }

    private Optional<LocalDate> weekday(int i) {
        return dayOfWeek(tokens.get(i))
                .map(day -> written.with(TemporalAdjusters.next(day)))
                .map(day ->
                        token(i - 1).equals("next") && isThisWeek(day) ? day.plusWeeks(1) : day);
    }

    private boolean isThisWeek(LocalDate day) {
        return day.isBefore(written.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
    }

    private static Optional<DayOfWeek> dayOfWeek(String token) {
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            boolean shortened =
                    token.length() >= 3 && token.length() <= 5 && name.startsWith(token);
            if (token.equals(name) || (shortened && !token.equals("sun") && !token.equals("sat"))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /// "the 12th", "12 March", "March 12th".
    private Optional<LocalDate> dayOfMonth(int i) {
        OptionalInt number = number(tokens.get(i));
        if (number.isEmpty() || number.getAsInt() < 1 || number.getAsInt() > 31) {
            return Optional.empty();
        }
        Optional<Month> month = month(token(i - 1)).or(() -> month(token(i + 1)));
        month = month.isPresent() || !token(i + 1).equals("of") ? month : month(token(i + 2));
        if (month.isPresent()) {
            return date(written.getYear(), month.get(), number.getAsInt())
                    .map(day ->
                            ChronoUnit.DAYS.between(day, written) > PAST_DAYS
                                    ? day.plusYears(1)
                                    : day)
                    .filter(day -> !day.isBefore(written));
        }
        return isOrdinal(tokens.get(i)) && token(i - 1).equals("the")
                ? nextDayOfMonth(number.getAsInt())
                : Optional.empty();
    }

    private Optional<LocalDate> nextDayOfMonth(int day) {
        Optional<LocalDate> thisMonth = date(written.getYear(), written.getMonth(), day);
        LocalDate next = written.plusMonths(1);
        return thisMonth.isPresent() && !thisMonth.get().isBefore(written)
                ? thisMonth
                : date(next.getYear(), next.getMonth(), day);
    }

    private static Optional<LocalDate> date(int year, Month month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// "in two days", "within 24 hours", "in a week".
    private Optional<LocalDate> span(int i) {
        if (!token(i).equals("in") && !token(i).equals("within")) {
            return Optional.empty();
        }
        String amount = token(i + 1).equals("the") ? token(i + 2) : token(i + 1);
        String unit = token(i + 1).equals("the") ? token(i + 3) : token(i + 2);
        int many = ONE.contains(amount) ? 1 : number(amount).orElse(NUMBERS.indexOf(amount));
        if (many < 0) {
            return Optional.empty();
        }
        return switch (unit) {
            case "hour", "hours" -> Optional.of(written.plusDays(many / 24));
            case "day", "days" -> Optional.of(written.plusDays(many));
            case "week", "weeks" -> Optional.of(written.plusWeeks(many));
            default -> Optional.empty();
        };
    }

    /// "this week", "next week", "the weekend", "the end of the month": the last day of each.
    private Optional<LocalDate> week(int i) {
        boolean next = token(i - 1).equals("next");
        LocalDate friday = written.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        return switch (token(i)) {
            case "week" ->
                    next || isEndOf(i) || token(i - 1).equals("this")
                            ? Optional.of(next ? friday.plusWeeks(1) : friday)
                            : Optional.empty();
            case "weekend" ->
                    Optional.of(written.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
            case "month" ->
                    next || isEndOf(i) || token(i - 1).equals("this")
                            ? Optional.of(
                                    written.plusMonths(next ? 1 : 0)
                                            .with(TemporalAdjusters.lastDayOfMonth()))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private boolean isEndOf(int i) {
        return token(i - 2).equals("of") && token(i - 3).equals("end");
    }

    private static Optional<Month> month(String token) {
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            if (token.equals(name)
                    || (token.length() >= 3 && token.length() <= 4 && name.startsWith(token))) {
                return Optional.of(month);
            }
        }
        return Optional.empty();
    }

    private static boolean isOrdinal(String token) {
        return token.endsWith("th")
                || token.endsWith("st")
                || token.endsWith("nd")
                || token.endsWith("rd");
    }

    private static OptionalInt number(String token) {
        String digits = isOrdinal(token) ? token.substring(0, token.length() - 2) : token;
        return !digits.isEmpty()
                        && digits.length() <= 3
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? OptionalInt.of(Integer.parseInt(digits))
                : OptionalInt.empty();
    }

    private String token(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : "";
    }
}
