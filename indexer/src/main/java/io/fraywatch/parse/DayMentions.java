package io.fraywatch.parse;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the days a note names (`12 March`, `12.03.`, `3/12/2026`, `Monday`, `in two weeks`), as
/// seen from the day it was sent. `Next Monday` is the nearest one, `Monday next week` that of the
/// next week.
final class DayMentions {
    private static final Set<String> TO = Set.of("-", "to", "through", "thru", "until");
    private static final Set<String> OF = Set.of("of", "de", "di", "th", "d'");
    private static final Set<String> YEAR_JOINTS = Set.of("de", "del", "di", "r");
    private static final int LONGEST_PHRASE = 4;
    private static final int LONGEST_JOINT_WORD = 3;

    private final List<String> words;
    private final List<DayMention> found = new ArrayList<>();
    private final LocalDate sent;
    private final NumericDay numbers;

    private DayMentions(String text, OffsetDateTime sent) {
        this.words = NoteWords.of(text);
        this.sent = sent.toLocalDate();
        this.numbers = new NumericDay(sent, words);
        find();
    }

    /// @param sent when the note was sent, with its author's own offset
    static DayMentions in(String text, OffsetDateTime sent) {
        return new DayMentions(text, sent);
    }

    /// In the order of the text.
    List<DayMention> all() {
        return found;
    }

    /// The note's words; see [NoteWords].
    List<String> words() {
        return words;
    }

    /// Whether a day lies where a return may: on the day of sending or within the year behind it.
    boolean lieAhead(LocalDate day) {
        return numbers.lieAhead(day);
    }

    private void find() {
        int i = 0;
        while (i < words.size()) {
            Optional<DayMention> mention = mentionAt(i);
            mention.ifPresent(found::add);
            i = mention.map(this::withLastDay).orElse(i + 1);
        }
    }

    /// `March 5 to 9`: the last day without its month.
    private int withLastDay(DayMention first) {
        int at = first.to();
        boolean bare =
                at + 1 < words.size()
                        && TO.contains(words.get(at))
                        && Days.number(words.get(at + 1)) > first.day().getDayOfMonth()
                        && DayNames.month(words.get(Math.max(first.from(), at - 2))).isPresent()
                        && (at + 2 >= words.size() || DayNames.month(words.get(at + 2)).isEmpty());
        if (!bare) {
            return at;
        }
        numbers.date(
                        first.day().getYear(),
                        first.day().getMonthValue(),
                        Days.number(words.get(at + 1)))
                .ifPresent(last -> found.add(new DayMention(at + 1, at + 2, last)));
        return at + 2;
    }

    private Optional<DayMention> mentionAt(int i) {
        return weekdayAt(i).or(() -> relativeAt(i)).or(() -> datedAt(i)).or(() -> bareDayAt(i));
    }

    private Optional<DayMention> weekdayAt(int i) {
        Optional<DayOfWeek> weekday = DayNames.weekday(words.get(i));
        if (weekday.isEmpty()) {
            return Optional.empty();
        }
        Optional<DayMention> dated = datedBehind(i + 1);
        if (dated.isPresent()) {
            return Optional.of(new DayMention(i, dated.get().to(), dated.get().day()));
        }
        int week = phrase("next week", i + 1);
        LocalDate day =
                week > 0
                        ? nextWeek().with(TemporalAdjusters.nextOrSame(weekday.get()))
                        : sent.with(TemporalAdjusters.next(weekday.get()));
        return Optional.of(new DayMention(i, i + 1 + week, day));
    }

    private LocalDate nextWeek() {
        return sent.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    /// A date right behind a weekday, with at most an article between.
    private Optional<DayMention> datedBehind(int i) {
        for (int j = i; j < Math.min(words.size(), i + 2); j++) {
            Optional<DayMention> dated = datedAt(j);
            if (dated.isPresent()) {
                return dated;
            }
            if (words.get(j).length() > LONGEST_JOINT_WORD) {
                break;
            }
        }
        return bareDayBehind(i);
    }

    /// `Tuesday the 24th`.
    private Optional<DayMention> bareDayBehind(int i) {
        int at =
                i < words.size() && ReturnWords.is(ReturnWords.Role.BARE_DAY, words.get(i))
                        ? i + 1
                        : i;
        return at < words.size() && Days.isOrdinal(words.get(at))
                ? bareDayAt(at)
                : Optional.empty();
    }

    private Optional<DayMention> relativeAt(int i) {
        int tomorrow = phrase("tomorrow", i);
        if (tomorrow > 0) {
            return Optional.of(new DayMention(i, i + tomorrow, sent.plusDays(1)));
        }
        int later = phrase("in two days", i);
        if (later > 0) {
            return Optional.of(new DayMention(i, i + later, sent.plusDays(2)));
        }
        int week = phrase("next week", i);
        return week > 0 ? Optional.of(inNextWeek(i, i + week)) : countedAt(i);
    }

    /// `Next week`, or with a weekday behind it that one of the next week.
    private DayMention inNextWeek(int from, int to) {
        for (int at = to; at < Math.min(words.size(), to + 2); at++) {
            Optional<DayOfWeek> weekday = DayNames.weekday(words.get(at));
            if (weekday.isPresent()) {
                LocalDate day = nextWeek().with(TemporalAdjusters.nextOrSame(weekday.get()));
                return new DayMention(from, at + 1, day);
            }
        }
        return new DayMention(from, to, nextWeek());
    }

    /// `In two weeks`.
    private Optional<DayMention> countedAt(int i) {
        int in = phrase("in", i);
        int at = i + in;
        int count = in > 0 && at < words.size() ? DayNames.count(words.get(at)) : 0;
        if (count == 0 || at + 1 >= words.size()) {
            return Optional.empty();
        }
        String unit = words.get(at + 1);
        if (DayNames.says("day unit", unit)) {
            return Optional.of(new DayMention(i, at + 2, sent.plusDays(count)));
        }
        return DayNames.says("week unit", unit)
                ? Optional.of(new DayMention(i, at + 2, sent.plusWeeks(count)))
                : Optional.empty();
    }

    /// How many words there are of a phrase of that section, or 0.
    private int phrase(String section, int i) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - i); length > 0; length--) {
            if (DayNames.says(section, String.join(" ", words.subList(i, i + length)))) {
                return length;
            }
        }
        return 0;
    }

    private Optional<DayMention> datedAt(int i) {
        String word = words.get(i);
        int day = Days.number(word);
        if (day > 0) {
            int next = i + 1 < words.size() && OF.contains(words.get(i + 1)) ? i + 2 : i + 1;
            Optional<Month> month =
                    next < words.size() ? DayNames.month(words.get(next)) : Optional.empty();
            return month.isPresent()
                    ? dated(i, next + 1, day, month.get().getValue())
                    : spaced(i, day);
        }
        Optional<Month> month = DayNames.month(word);
        if (month.isPresent() && i + 1 < words.size() && Days.number(words.get(i + 1)) > 0) {
            return dated(i, i + 2, Days.number(words.get(i + 1)), month.get().getValue());
        }
        boolean figures = Character.isDigit(word.charAt(0)) || word.startsWith("--");
        return figures
                ? numbers.read(word).map(date -> new DayMention(i, i + 1, date))
                : Optional.empty();
    }

    /// `13. 3. 2026`.
    private Optional<DayMention> spaced(int i, int day) {
        String word = words.get(i);
        boolean month =
                word.endsWith(".") && i + 1 < words.size() && words.get(i + 1).endsWith(".");
        int number = month ? Days.number(words.get(i + 1)) : 0;
        return number > 0 && number <= 12 ? dated(i, i + 2, day, number) : Optional.empty();
    }

    private Optional<DayMention> dated(int from, int to, int day, int month) {
        int at = to < words.size() && YEAR_JOINTS.contains(words.get(to)) ? to + 1 : to;
        int year = at < words.size() ? Days.digitsOf(words.get(at), 4) : -1;
        boolean named = year >= 1990 && year < 2200;
        return numbers.date(named ? year : -1, month, day)
                .map(date -> new DayMention(from, named ? at + 1 : to, date));
    }

    /// `Till the 27th`: a day without its month, which its own ending or the word before it shows.
    private Optional<DayMention> bareDayAt(int i) {
        String word = words.get(i);
        boolean led = i > 0 && ReturnWords.is(ReturnWords.Role.BARE_DAY, words.get(i - 1));
        boolean unit =
                i + 1 < words.size()
                        && (DayNames.says("day unit", words.get(i + 1))
                                || DayNames.says("week unit", words.get(i + 1)));
        return (Days.isOrdinal(word) || (led && Days.number(word) > 0)) && !unit
                ? numbers.ofDay(Days.number(word)).map(day -> new DayMention(i, i + 1, day))
                : Optional.empty();
    }
}
