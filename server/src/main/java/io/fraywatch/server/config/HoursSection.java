package io.fraywatch.server.config;

import io.fraywatch.analyze.time.WorkCalendar.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Working hours by weekday (`hours`), each as spans such as `09:00-12:30`, in order and apart; a
/// day without any is free. A span may end at `24:00`.
public record HoursSection(
        List<String> mon,
        List<String> tue,
        List<String> wed,
        List<String> thu,
        List<String> fri,
        List<String> sat,
        List<String> sun) {
    private static final String MIDNIGHT = "24:00";

    public HoursSection {
        mon = List.copyOf(mon);
        tue = List.copyOf(tue);
        wed = List.copyOf(wed);
        thu = List.copyOf(thu);
        fri = List.copyOf(fri);
        sat = List.copyOf(sat);
        sun = List.copyOf(sun);
        if (week(List.of(mon, tue, wed, thu, fri, sat, sun)).isEmpty()) {
            throw new BadSetting(
                    "no day has working hours, so no wait would ever end; give at least one, for"
                            + " instance `mon: [\"09:00-17:00\"]`");
        }
    }

    /// The spans of each day that has any.
    public Map<DayOfWeek, List<Span>> week() {
        return week(List.of(mon, tue, wed, thu, fri, sat, sun));
    }

    private static Map<DayOfWeek, List<Span>> week(List<List<String>> days) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<String> written = days.get(day.getValue() - 1);
            if (!written.isEmpty()) {
                week.put(day, spans(written, key(day)));
            }
        }
        return week;
    }

    private static String key(DayOfWeek day) {
        return HoursSection.class.getRecordComponents()[day.getValue() - 1].getName();
    }

    private static List<Span> spans(List<String> written, String key) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Span span = span(written.get(i), key, i);
            if (!spans.isEmpty() && !isBefore(spans.getLast(), span)) {
                throw new BadSetting(
                        "'"
                                + written.get(i)
                                + "' begins before '"
                                + written.get(i - 1)
                                + "' has ended; put the spans of a day in order and apart",
                        key,
                        i);
            }
            spans.add(span);
        }
        return spans;
    }

    private static boolean isBefore(Span first, Span second) {
        return !first.to().equals(LocalTime.MIDNIGHT) && !first.to().isAfter(second.from());
    }

    private static Span span(String written, String key, int position) {
        String[] ends = written.split("-", -1);
        try {
            if (ends.length == 2) {
                return new Span(LocalTime.parse(ends[0].strip()), end(ends[1].strip()));
            }
        } catch (DateTimeException | IllegalArgumentException _) {
            // told below, with how to write it
        }
        throw new BadSetting(
                "'"
                        + written
                        + "' is no stretch of working hours; write it like \"09:00-12:30\", the end"
                        + " after the beginning, up to \"24:00\"",
                key,
                position);
    }

    private static LocalTime end(String written) {
        return written.equals(MIDNIGHT) ? LocalTime.MIDNIGHT : LocalTime.parse(written);
    }
}
