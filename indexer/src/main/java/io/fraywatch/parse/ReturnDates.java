package io.fraywatch.parse;

import io.fraywatch.parse.ReturnWords.Role;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Finds the first day back in an out-of-office note.
///
/// `Back on the 12th` and a bare `until the 12th` mean the 12th itself; a range of days, `until and
/// including` and `through` mean the day after their last. A day of being back goes before the end
/// of an absence, whichever comes first in the note.
final class ReturnDates {
    private static final int REACH = 9;
    private static final int NEAR = 5;
    private static final int LONGEST_JOINT = 4;

    private final DayMentions mentions;
    private final List<DayMention> days;
    private final List<String> words;

    private ReturnDates(DayMentions mentions) {
        this.mentions = mentions;
        this.days = mentions.all();
        this.words = mentions.words();
    }

    /// @param sent when the note was sent, from which `Monday` and days without a year are counted
    static Optional<LocalDate> find(String note, OffsetDateTime sent) {
        ReturnDates dates = new ReturnDates(DayMentions.in(note, sent));
        return dates.dayBack().or(dates::dayBehindTheAbsence).or(dates::dayBackLoosely);
    }

    /// Only where the note says outright that its author is back on a day.
    static Optional<LocalDate> findStated(String note, OffsetDateTime sent) {
        return new ReturnDates(DayMentions.in(note, sent)).dayBack();
    }

    private Optional<LocalDate> dayBack() {
        return first(i -> ReturnWords.sayBack(before(i)) && !endsAbsence(i) && !isRangeStart(i))
                .or(() ->
                        first(i ->
                                leads(i, Role.FROM)
                                        && ReturnWords.sayBack(behind(i))
                                        && !isRangeStart(i)
                                        && !leadsToUntil(i)));
    }

    private Optional<LocalDate> dayBehindTheAbsence() {
        return ahead(
                        IntStream.range(0, days.size())
                                .filter(this::isRangeEnd)
                                .mapToObj(this::behindRange)
                                .toList())
                .or(() ->
                        ahead(
                                IntStream.range(0, days.size())
                                        .filter(this::endsAbsence)
                                        .mapToObj(this::behindLast)
                                        .toList()));
    }

    /// A day with talk of being back behind it: `Monday I'm back`.
    private Optional<LocalDate> dayBackLoosely() {
        return first(i -> ReturnWords.sayBack(behind(i)) && !isRangeStart(i));
    }

    private Optional<LocalDate> first(IntPredicate which) {
        return ahead(
                IntStream.range(0, days.size())
                        .filter(which)
                        .mapToObj(i -> days.get(i).day())
                        .toList());
    }

    private Optional<LocalDate> ahead(List<LocalDate> candidates) {
        return candidates.stream().filter(mentions::lieAhead).findFirst();
    }

    private LocalDate behindRange(int i) {
        LocalDate last = days.get(i).day();
        boolean wraps = isJoined(i) && last.isBefore(days.get(i - 1).day());
        return (wraps ? last.plusDays(7) : last).plusDays(1);
    }

    private LocalDate behindLast(int i) {
        LocalDate day = days.get(i).day();
        return includes(i) ? day.plusDays(1) : day;
    }

    private boolean includes(int i) {
        return ReturnWords.occurIn(Role.INCLUDING, String.join(" ", near(i)))
                || ReturnWords.occurIn(Role.INCLUDED, String.join(" ", justBehind(i)));
    }

    /// Whether the words around a day say `until`.
    private boolean endsAbsence(int i) {
        int to = days.get(i).to();
        return isRangeEnd(i)
                || leads(i, Role.UNTIL)
                || ReturnWords.occurIn(Role.INCLUDING, String.join(" ", near(i)))
                || justBehind(i).stream().anyMatch(word -> ReturnWords.is(Role.UNTIL_AFTER, word))
                || (to < words.size() && words.get(to).equals("-ig"));
    }

    /// `From the 5th; I won't be back until the 9th`: what is said behind a day is of the next one.
    private boolean leadsToUntil(int i) {
        return i + 1 < days.size() && leads(i + 1, Role.UNTIL);
    }

    private boolean isRangeEnd(int i) {
        return isJoined(i) || startsWithBareDay(i);
    }

    private boolean isRangeStart(int i) {
        return i + 1 < days.size() && isJoined(i + 1);
    }

    /// Whether nothing but `to` and articles stands between this day and the one before.
    private boolean isJoined(int i) {
        if (i == 0) {
            return false;
        }
        List<String> between = words.subList(days.get(i - 1).to(), days.get(i).from());
        return !between.isEmpty()
                && between.size() <= LONGEST_JOINT
                && between.stream().allMatch(word -> ReturnWords.is(Role.JOINTS, word))
                && !(between.size() == 1 && isMereArticle(between.getFirst()));
    }

    private static boolean isMereArticle(String word) {
        return ReturnWords.is(Role.BARE_DAY, word) && !ReturnWords.is(Role.UNTIL, word);
    }

    /// `from 3 to 7 March`: the first day has no month of its own.
    private boolean startsWithBareDay(int i) {
        int at = days.get(i).from() - 1;
        int joints = 0;
        while (at > 0 && ReturnWords.is(Role.JOINTS, words.get(at)) && joints < LONGEST_JOINT) {
            at--;
            joints++;
        }
        return joints > 0 && at >= 0 && Days.number(words.get(at)) > 0;
    }

    /// Whether a word of that role stands before a day, with articles at most between.
    private boolean leads(int i, Role role) {
        int at = days.get(i).from() - 1;
        while (at >= 0
                && ReturnWords.is(Role.ARTICLES, words.get(at))
                && !ReturnWords.is(role, words.get(at))) {
            at--;
        }
        boolean one = at >= 0 && ReturnWords.is(role, words.get(at));
        boolean two = at > 0 && ReturnWords.is(role, words.get(at - 1) + " " + words.get(at));
        return one || two;
    }

    /// The words of the same sentence before a day, back to the day before it.
    private List<String> before(int i) {
        int floor = Math.max(i == 0 ? 0 : days.get(i - 1).to(), days.get(i).from() - REACH);
        int to = days.get(i).from();
        int from = to;
        while (from > floor && !words.get(from - 1).equals(".")) {
            from--;
        }
        return words.subList(from, to);
    }

    private List<String> near(int i) {
        int from = Math.max(i == 0 ? 0 : days.get(i - 1).to(), days.get(i).from() - NEAR);
        return words.subList(from, days.get(i).from());
    }

    private List<String> justBehind(int i) {
        int from = days.get(i).to();
        int to = Math.min(words.size(), from + 2);
        return words.subList(from, i + 1 < days.size() ? Math.min(to, days.get(i + 1).from()) : to);
    }

    /// The words of the same sentence behind a day, up to the day after it.
    private List<String> behind(int i) {
        int from = days.get(i).to();
        int most =
                Math.min(i + 1 < days.size() ? days.get(i + 1).from() : words.size(), from + REACH);
        int to = from;
        while (to < most && !words.get(to).equals(".")) {
            to++;
        }
        return words.subList(from, to);
    }
}
