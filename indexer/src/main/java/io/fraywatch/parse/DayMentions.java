package io.fraywatch.parse;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds the days a text names (`12 March`, `12.03.`, `3/12/2024`, `Monday`), as seen from the day
/// it was written.
final class DayMentions {
    private static final int MOST_WORDS = 2_000;
    private static final Set<String> TOMORROW =
            Set.of("tomorrow", "demain", "mañana", "domani", "amanhã");
    private static final Set<String> ENGLISH =
            Set.of("i", "the", "will", "am", "out", "office", "back", "until");
    private static final Set<String> TO = Set.of("-", "to", "through", "thru", "until");
    private static final Set<String> OF = Set.of("of", "de", "of the", "th");
    private static final String ENDING = ",;:()!?\"'*_[]<>";

    private final List<String> words = new ArrayList<>();
    private final List<DayMention> found = new ArrayList<>();
    private final LocalDate sent;
    private final boolean monthFirst;

    private DayMentions(String text, LocalDate sent) {
        this.sent = sent;
        split(text.toLowerCase(Locale.ROOT).replace('\u00A0', ' ').replace('’', '\''));
        this.monthFirst = words.stream().anyMatch(ENGLISH::contains);
        find();
    }

    static DayMentions in(String text, LocalDate sent) {
        return new DayMentions(text, sent);
    }

    /// In the order of the text.
    List<DayMention> all() {
        return found;
    }

    /// The text's words in lower case; a sentence's end is a word `.` of its own.
    List<String> words() {
        return words;
    }

    private void split(String text) {
        int at = 0;
        while (at < text.length() && words.size() < MOST_WORDS) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            int end = at;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                word(text.substring(at, end));
            }
            at = end;
        }
    }

    private void word(String raw) {
        int from = 0;
        int to = raw.length();
        boolean stop = false;
        while (from < to && ENDING.indexOf(raw.charAt(from)) >= 0) {
            from++;
        }
        while (to > from
                && (ENDING.indexOf(raw.charAt(to - 1)) >= 0 || raw.charAt(to - 1) == '.')) {
            char last = raw.charAt(to - 1);
            boolean ordinal =
                    last == '.' && to - 2 >= from && Character.isDigit(raw.charAt(to - 2));
            if (ordinal) {
                break;
            }
            stop |= last == '.' || last == '!' || last == '?';
            to--;
        }
        String word = raw.substring(from, to);
        int dash = dash(word);
        if (dash > 0) {
            words.add(word.substring(0, dash));
            words.add("-");
            words.add(word.substring(dash + 1));
        } else if (!word.isEmpty()) {
            words.add(word.equals("–") || word.equals("—") ? "-" : word);
        }
        if (stop) {
            words.add(".");
        }
    }

    /// Where a dash joins two days; most hyphens join words or the parts of a date.
    private static int dash(String word) {
        int plain = word.indexOf('-');
        boolean days =
                plain > 0
                        && plain == word.lastIndexOf('-')
                        && dayNumber(word.substring(0, plain)) > 0
                        && dayNumber(word.substring(plain + 1)) > 0;
        return days ? plain : Math.max(word.indexOf('–'), word.indexOf('—'));
    }

    private void find() {
        for (int i = 0; i < words.size(); ) {
            DayMention mention = mentionAt(i);
            if (mention.to() > i) {
                found.add(mention);
                i = withLastDay(mention);
            } else {
                i++;
            }
        }
    }

    /// `March 5 to 9`: the last day without its month.
    private int withLastDay(DayMention first) {
        int at = first.to();
        boolean bare =
                at + 1 < words.size()
                        && TO.contains(words.get(at))
                        && dayNumber(words.get(at + 1)) > first.day().getDayOfMonth()
                        && DayNames.MONTHS.containsKey(
                                bare(words.get(at - 2 < first.from() ? first.from() : at - 2)))
                        && !(at + 2 < words.size()
                                && DayNames.MONTHS.containsKey(bare(words.get(at + 2))));
        if (!bare) {
            return at;
        }
        int month = first.day().getMonthValue();
        LocalDate last = date(first.day().getYear(), month, dayNumber(words.get(at + 1)));
        if (!last.equals(NO_DAY)) {
            found.add(new DayMention(at + 1, at + 2, last));
        }
        return at + 2;
    }

    private static final LocalDate NO_DAY = LocalDate.MIN;

    private DayMention mentionAt(int i) {
        String word = words.get(i);
        DayOfWeek weekday = DayNames.WEEKDAYS.get(word);
        if (weekday != null) {
            DayMention dated = datedBehind(i + 1);
            return !dated.day().equals(NO_DAY)
                    ? new DayMention(i, dated.to(), dated.day())
                    : new DayMention(i, i + 1, sent.with(TemporalAdjusters.next(weekday)));
        }
        if (TOMORROW.contains(word)) {
            return new DayMention(i, i + 1, sent.plusDays(1));
        }
        return datedAt(i);
    }

    /// A date right behind a weekday, with at most an article between.
    private DayMention datedBehind(int i) {
        for (int j = i; j < Math.min(words.size(), i + 2); j++) {
            DayMention dated = datedAt(j);
            if (dated.to() > j) {
                return dated;
            }
            if (words.get(j).length() > 3) {
                break;
            }
        }
        return new DayMention(i, i, NO_DAY);
    }

    private DayMention datedAt(int i) {
        DayMention none = new DayMention(i, i, NO_DAY);
        String word = words.get(i);
        int day = dayNumber(word);
        if (day > 0) {
            int next = i + 1 < words.size() && OF.contains(words.get(i + 1)) ? i + 2 : i + 1;
            Month month = next < words.size() ? DayNames.MONTHS.get(bare(words.get(next))) : null;
            if (month != null) {
                return dated(i, next + 1, day, month.getValue());
            }
        }
        Month month = DayNames.MONTHS.get(bare(word));
        if (month != null && i + 1 < words.size() && dayNumber(words.get(i + 1)) > 0) {
            return dated(i, i + 2, dayNumber(words.get(i + 1)), month.getValue());
        }
        LocalDate numeric = Character.isDigit(word.charAt(0)) ? numeric(word) : NO_DAY;
        return numeric.equals(NO_DAY) ? none : new DayMention(i, i + 1, numeric);
    }

    private static String bare(String word) {
        return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    }

    private DayMention dated(int from, int to, int day, int month) {
        int at =
                to < words.size() && (words.get(to).equals("de") || words.get(to).equals("del"))
                        ? to + 1
                        : to;
        int year = at < words.size() ? number(bare(words.get(at)), 4) : -1;
        boolean named = year >= 1990 && year < 2200;
        LocalDate date = date(named ? year : -1, month, day);
        return date.equals(NO_DAY)
                ? new DayMention(from, from, NO_DAY)
                : new DayMention(from, named ? at + 1 : to, date);
    }

    /// A day of the month: `12`, `12.`, `12th`, `1er`, `1º`; 0 when it is none.
    static int dayNumber(String word) {
        int end = 0;
        while (end < word.length() && end < 3 && Character.isDigit(word.charAt(end))) {
            end++;
        }
        if (end == 0
                || end > 2
                || !Set.of("", ".", "st", "nd", "rd", "th", "er", "º", "°", ":e", "e", "ste", "de")
                        .contains(word.substring(end))) {
            return 0;
        }
        int day = number(word.substring(0, end), end);
        return day <= 31 ? day : 0;
    }

    private LocalDate numeric(String word) {
        String[] parts = word.split("[./-]", 5);
        int length =
                parts.length > 0 && parts[parts.length - 1].isEmpty()
                        ? parts.length - 1
                        : parts.length;
        if (length < 2 || length > 3) {
            return NO_DAY;
        }
        int one = number(parts[0], 2);
        int two = number(parts[1], 2);
        if (length == 3 && parts[0].length() == 4) {
            return date(number(parts[0], 4), two, number(parts[2], 2));
        }
        boolean slash = word.indexOf('/') > 0;
        boolean clock = length == 2 && !slash && (word.indexOf('-') > 0 || parts.length == 2);
        int year = length == 3 ? number(parts[2], 4) : -1;
        if (one < 1 || two < 1 || clock || (length == 3 && year < 0)) {
            return NO_DAY;
        }
        int full = year >= 0 && year < 100 ? 2000 + year : year;
        LocalDate dayFirst = date(full, two, one);
        LocalDate american =
                slash && (monthFirst || dayFirst.equals(NO_DAY)) ? date(full, one, two) : NO_DAY;
        return american.equals(NO_DAY)
                        || (!dayFirst.equals(NO_DAY) && distance(dayFirst) < distance(american))
                ? dayFirst
                : american;
    }

    /// How far in the future; the past counts as far.
    private long distance(LocalDate day) {
        long days = day.toEpochDay() - sent.toEpochDay();
        return days < 0 ? 1_000 - days : days;
    }

    /// @param year -1 for the one that brings the day nearest behind the day of writing
    private LocalDate date(int year, int month, int day) {
        try {
            if (year >= 0) {
                return LocalDate.of(year, month, day);
            }
            LocalDate date = LocalDate.of(sent.getYear(), month, day);
            if (date.isBefore(sent.minusDays(31))) {
                return date.plusYears(1);
            }
            return date.isAfter(sent.plusDays(320)) ? date.minusYears(1) : date;
        } catch (DateTimeException _) {
            return NO_DAY;
        }
    }

    private static int number(String digits, int most) {
        if (digits.isEmpty() || digits.length() > most) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 10);
            if (digit < 0) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
