package io.fraywatch.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines of one event of a calendar, those of its alarms left out.
record EventLines(List<CalendarLine> lines) {
    EventLines {
        lines = List.copyOf(lines);
    }

    /// @param first the line behind the event's beginning
    static EventLines from(List<CalendarLine> calendar, int first) {
        List<CalendarLine> own = new ArrayList<>();
        int depth = 0;
        for (CalendarLine line : calendar.subList(first, calendar.size())) {
            depth += line.name().equals("BEGIN") ? 1 : 0;
            depth -= line.name().equals("END") ? 1 : 0;
            if (depth < 0) {
                break;
            }
            if (depth == 0 && !line.name().equals("END")) {
                own.add(line);
            }
        }
        return new EventLines(own);
    }

    Optional<CalendarLine> line(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).findFirst();
    }

    List<CalendarLine> all(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).toList();
    }

    /// The value of the first such line, or empty.
    String value(String name) {
        return line(name).map(CalendarLine::value).map(String::strip).orElse("");
    }

    HolidayException refuse(String why) {
        return new HolidayException(
                "the event '"
                        + value("SUMMARY")
                        + "' ("
                        + value("DTSTART")
                        + ") can't be used: "
                        + why
                        + "; mend it or take it out");
    }
}
