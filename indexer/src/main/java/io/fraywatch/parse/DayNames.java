package io.fraywatch.parse;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Names of months, weekdays and of days told from today, in the languages we read: from Java's own
/// locale data, and `words/days.txt` for what it doesn't have.
final class DayNames {
    private static final List<String> WITH_SHORT_MONTHS = List.of("en", "de", "fr", "es", "nl");
    private static final List<String> LANGUAGES =
            List.of(
                    "en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "nb", "fi", "pl", "cs",
                    "sk", "ru", "uk", "tr", "hu", "ro", "el");

    /// These are words of their own too.
    private static final Set<String> NO_NAMES = Set.of("ago", "sun", "sat", "lis", "mai en");

    private static final Map<String, WordList> MORE = WordList.sections("days");
    private static final WordList ALL = WordList.of("days");
    private static final Map<String, Month> MONTHS = months();
    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

    private DayNames() {}

    static Optional<Month> month(String word) {
        return Optional.ofNullable(MONTHS.get(withoutEnding(word)));
    }

    static Optional<DayOfWeek> weekday(String word) {
        return Optional.ofNullable(WEEKDAYS.get(withoutEnding(word)));
    }

    /// Whether words are one of a section's of `words/days.txt`.
    static boolean says(String section, String words) {
        return more(section).contains(words);
    }

    /// The length of the word of `words/days.txt` that stands in a text there, or 0.
    static int knownAt(String text, int from) {
        return ALL.atStart(text, from);
    }

    /// The length of the weekday without spaces around it that stands in a text there, or 0.
    static int weekdayAt(String text, int from) {
        int longest = 0;
        for (DayOfWeek day : DayOfWeek.values()) {
            longest = Math.max(longest, more(key(day)).atStart(text, from));
        }
        return longest;
    }

    /// A number from one to four in words or digits, else 0 or what the digits say.
    static int count(String word) {
        int number = Days.digitsOf(word, 2);
        if (number >= 0) {
            return number;
        }
        List<String> names = List.of("one", "two", "three", "four");
        for (int i = 0; i < names.size(); i++) {
            if (says(names.get(i), word)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static WordList more(String section) {
        WordList list = MORE.get(section);
        if (list == null) {
            throw new IllegalStateException("words/days.txt has no section [" + section + "]");
        }
        return list;
    }

    private static Map<String, Month> months() {
        Map<String, Month> months = new HashMap<>();
        for (Month month : Month.values()) {
            more(key(month)).phrases().forEach(name -> months.put(name, month));
        }
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
            add(
                    months,
                    Month.values(),
                    LANGUAGES,
                    language -> month -> month.getDisplayName(style, language));
        }
        add(
                months,
                Month.values(),
                WITH_SHORT_MONTHS,
                language -> month -> month.getDisplayName(TextStyle.SHORT, language));
        months.keySet().removeAll(NO_NAMES);
        return Map.copyOf(months);
    }

    private static Map<String, DayOfWeek> weekdays() {
        Map<String, DayOfWeek> days = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            more(key(day)).phrases().forEach(name -> days.put(name, day));
        }
        add(
                days,
                DayOfWeek.values(),
                LANGUAGES,
                language -> day -> day.getDisplayName(TextStyle.FULL, language));
        add(
                days,
                DayOfWeek.values(),
                List.of("en"),
                language -> day -> day.getDisplayName(TextStyle.SHORT, language));
        days.keySet().removeAll(NO_NAMES);
        return Map.copyOf(days);
    }

    private static <T> void add(
            Map<String, T> names,
            T[] values,
            List<String> languages,
            Function<Locale, Function<T, String>> name) {
        for (String language : languages) {
            Locale locale = Locale.of(language);
            for (T value : values) {
                String bare = withoutEnding(name.apply(locale).apply(value).toLowerCase(locale));
                if (bare.length() >= 3) {
                    names.putIfAbsent(bare, value);
                }
            }
        }
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// `jan.` and `mart'ta` without what isn't the name.
    private static String withoutEnding(String word) {
        int apostrophe = word.indexOf('\'');
        String name = apostrophe > 2 ? word.substring(0, apostrophe) : word;
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
