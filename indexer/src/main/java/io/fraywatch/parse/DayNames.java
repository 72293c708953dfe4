package io.fraywatch.parse;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Names of months and weekdays in the languages we read, in lower case, from Java's own locale
/// data.
final class DayNames {
    private static final List<String> WITH_SHORT_MONTHS = List.of("en", "de", "fr", "es", "nl");
    private static final List<String> LANGUAGES =
            List.of(
                    "en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "nb", "fi", "pl", "cs",
                    "ru", "tr", "hu", "ro");

    static final Map<String, Month> MONTHS = months();
    static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

    private DayNames() {}

    private static Map<String, Month> months() {
        Map<String, Month> months = new HashMap<>();
        for (String language : LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
                    months.putIfAbsent(
                            bare(month.getDisplayName(style, Locale.of(language)), language),
                            month);
                }
            }
        }
        for (String language : WITH_SHORT_MONTHS) {
            for (Month month : Month.values()) {
                String name =
                        bare(month.getDisplayName(TextStyle.SHORT, Locale.of(language)), language);
                if (name.length() >= 3) {
                    months.putIfAbsent(name, month);
                }
            }
        }
        months.putIfAbsent("sept", Month.SEPTEMBER);
        months.remove("ago");
        return Map.copyOf(months);
    }

    private static Map<String, DayOfWeek> weekdays() {
        Map<String, DayOfWeek> days = new HashMap<>();
        for (String language : LANGUAGES) {
            for (DayOfWeek day : DayOfWeek.values()) {
                days.putIfAbsent(
                        bare(day.getDisplayName(TextStyle.FULL, Locale.of(language)), language),
                        day);
            }
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            String name =
                    day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT);
            days.putIfAbsent(name, day);
        }
        days.remove("sun");
        days.remove("sat");
        return Map.copyOf(days);
    }

    private static String bare(String name, String language) {
        String lower = name.toLowerCase(Locale.of(language));
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
