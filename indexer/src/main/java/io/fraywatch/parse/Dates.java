package io.fraywatch.parse;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads a `Date` header: RFC 5322 §3.3, its obsolete forms (§4.3), and what else senders write
/// there.
final class Dates {
    private static final int LONGEST = 200;
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Map<String, Integer> ZONES =
            Map.ofEntries(
                    Map.entry("ut", 0),
                    Map.entry("utc", 0),
                    Map.entry("gmt", 0),
                    Map.entry("z", 0),
                    Map.entry("wet", 0),
                    Map.entry("est", -300),
                    Map.entry("edt", -240),
                    Map.entry("cst", -360),
                    Map.entry("cdt", -300),
                    Map.entry("mst", -420),
                    Map.entry("mdt", -360),
                    Map.entry("pst", -480),
                    Map.entry("pdt", -420),
                    Map.entry("bst", 60),
                    Map.entry("cet", 60),
                    Map.entry("met", 60),
                    Map.entry("cest", 120),
                    Map.entry("mest", 120),
                    Map.entry("eet", 120),
                    Map.entry("eest", 180),
                    Map.entry("msk", 180),
                    Map.entry("ist", 330),
                    Map.entry("jst", 540),
                    Map.entry("kst", 540),
                    Map.entry("aest", 600),
                    Map.entry("aedt", 660),
                    Map.entry("nzst", 720),
                    Map.entry("nzdt", 780));

    private int year = -1;
    private int month = -1;
    private int day = -1;
    private int hour = -1;
    private int minute;
    private int second;
    private int offsetMinutes;
    private boolean offsetSeen;

    private Dates() {}

    /// Empty when no day can be made out of it. A missing time is midnight, a missing zone UTC.
    static Optional<OffsetDateTime> parse(String header) {
        String text = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
        Dates date = new Dates();
        for (String word : words(text)) {
            date.take(word);
        }
        return date.result();
    }

    /// Splits at blanks and commas, leaves out comments, and parts ISO's `T` between date and time.
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : 0;
            boolean isoT = c == 'T' && word.length() == 10 && Character.isDigit(word.charAt(0));
            if (depth > 0 || Character.isWhitespace(c) || c == ',' || c == '"' || isoT) {
                flush(word, words);
            } else {
                word.append(Character.toLowerCase(c));
            }
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private void take(String word) {
        char first = word.charAt(0);
        if ((first == '+' || first == '-') && word.length() > 1) {
            zone(word);
        } else if (Character.isDigit(first)) {
            number(word);
        } else if (word.equals("am") || word.equals("pm")) {
            half(word);
        } else if (month < 0 && word.length() >= 3 && monthOf(word) > 0) {
            month = monthOf(word);
        } else if (hour >= 0 && !offsetSeen) {
            named(word);
        }
    }

    private void named(String word) {
        int sign = Math.max(word.indexOf('+'), word.indexOf('-'));
        if (sign > 0) {
            zone(word.substring(sign));
        } else if (ZONES.containsKey(word)) {
            offsetMinutes = ZONES.get(word);
            offsetSeen = true;
        }
    }

    private void half(String word) {
        if (hour >= 0 && hour <= 12) {
            hour = hour % 12 + (word.equals("pm") ? 12 : 0);
        }
    }

    private static int monthOf(String word) {
        int at = MONTHS.indexOf(word.substring(0, 3));
        return at >= 0 && at % 3 == 0 ? at / 3 + 1 : -1;
    }

    private void number(String word) {
        if (word.indexOf(':') > 0 || (hour < 0 && day > 0 && year >= 0 && word.indexOf('.') > 0)) {
            time(word);
            return;
        }
        String[] parts = word.split("[-/.]", 4);
        if (parts.length == 3) {
            dashed(parts);
        } else if (parts.length == 1) {
            single(word);
        }
    }

    private void single(String word) {
        int value = value(word);
        if (value < 0) {
            return;
        }
        if (word.length() == 4 || (day > 0 && year < 0)) {
            year = fullYear(value, word.length());
        } else if (day < 0) {
            day = value;
        }
    }

    private void dashed(String[] parts) {
        boolean named = parts[1].length() >= 3 && monthOf(parts[1].toLowerCase(Locale.ROOT)) > 0;
        int middle = named ? monthOf(parts[1].toLowerCase(Locale.ROOT)) : value(parts[1]);
        boolean yearFirst = parts[0].length() == 4;
        int one = value(parts[0]);
        int three = value(parts[2]);
        if (one < 0 || middle < 0 || three < 0) {
            return;
        }
        year = yearFirst ? one : fullYear(three, parts[2].length());
        // Without a name, 05/06/2024 may be either; day first is what most of the world writes.
        boolean monthFirst = !yearFirst && !named && middle > 12;
        month = monthFirst ? one : middle;
        day = yearFirst ? three : monthFirst ? middle : one;
    }

    private static int fullYear(int value, int digits) {
        if (digits >= 4) {
            return value;
        }
        return digits == 3 || value >= 50 ? 1900 + value : 2000 + value;
    }

    private void time(String word) {
        int end = 0;
        while (end < word.length()
                && (Character.isDigit(word.charAt(end))
                        || word.charAt(end) == ':'
                        || word.charAt(end) == '.')) {
            end++;
        }
        String[] parts = word.substring(0, end).split("[:.]", 4);
        hour = value(parts[0]);
        minute = parts.length > 1 ? value(parts[1]) : 0;
        second = parts.length > 2 ? Math.min(59, value(parts[2])) : 0;
        if (end < word.length()) {
            take(word.substring(end));
        }
    }

    private void zone(String word) {
        StringBuilder digits = new StringBuilder();
        for (int i = 1; i < word.length() && digits.length() < 4; i++) {
            if (Character.isDigit(word.charAt(i))) {
                digits.append(word.charAt(i));
            }
        }
        int value = value(digits.toString());
        int minutes = digits.length() <= 2 ? value * 60 : value / 100 * 60 + value % 100;
        if (value >= 0 && minutes <= 18 * 60 && !offsetSeen) {
            offsetMinutes = word.charAt(0) == '-' ? -minutes : minutes;
            offsetSeen = true;
        }
    }

    private static int value(String digits) {
        if (digits.isEmpty() || digits.length() > 6) {
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

    private Optional<OffsetDateTime> result() {
        if (year < 1900 || year > 9999 || month < 1 || day < 1) {
            return Optional.empty();
        }
        try {
            boolean midnight = hour == 24 && minute == 0;
            LocalDateTime local =
                    LocalDateTime.of(
                            year, month, day, midnight ? 0 : Math.max(0, hour), minute, second);
            return Optional.of(
                    (midnight ? local.plusDays(1) : local)
                            .atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
