package io.fraywatch.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One content line of a calendar, unfolded (RFC 5545 §3.1).
///
/// @param name in upper case
/// @param parameters by their names in upper case, unquoted
/// @param value as written
record CalendarLine(String name, Map<String, String> parameters, String value) {
    /// No more than these are read of a calendar.
    static final int MOST_LINES = 20_000;

    CalendarLine {
        parameters = Map.copyOf(parameters);
    }

    /// Whether a part of that name begins here.
    boolean begins(String part) {
        return name.equals("BEGIN") && value.strip().equalsIgnoreCase(part);
    }

    /// A parameter's value, or empty.
    String parameter(String key) {
        return parameters.getOrDefault(key, "");
    }

    /// Its value as text, no longer escaped (RFC 5545 §3.3.11).
    String words() {
        StringBuilder words = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                c = value.charAt(i) == 'n' || value.charAt(i) == 'N' ? '\n' : value.charAt(i);
            }
            words.append(c);
        }
        return words.toString().strip();
    }

    /// All lines that have a name and a value.
    static List<CalendarLine> all(byte[] calendar) {
        String text = new String(calendar, StandardCharsets.UTF_8).replace("\r\n", "\n");
        List<CalendarLine> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length() && lines.size() < MOST_LINES) {
            StringBuilder line = new StringBuilder();
            boolean more = true;
            while (more) {
                int end = text.indexOf('\n', at);
                end = end < 0 ? text.length() : end;
                line.append(text, at, end);
                at = end + 1;
                more = at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t');
                at += more ? 1 : 0;
            }
            parse(line.toString(), lines);
        }
        return lines;
    }

    private static void parse(String line, List<CalendarLine> lines) {
        Map<String, String> parameters = new HashMap<>();
        int nameEnd = end(line, 0);
        int at = nameEnd;
        while (at < line.length() && line.charAt(at) == ';') {
            int end = end(line, at + 1);
            String parameter = line.substring(at + 1, end);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        parameter.substring(0, equals).strip().toUpperCase(Locale.ROOT),
                        parameter.substring(equals + 1).replace("\"", "").strip());
            }
            at = end;
        }
        if (at < line.length() && nameEnd > 0) {
            lines.add(
                    new CalendarLine(
                            line.substring(0, nameEnd).strip().toUpperCase(Locale.ROOT),
                            parameters,
                            line.substring(at + 1)));
        }
    }

    /// Where the name or parameter that begins there ends: at a `;` or `:` outside quotes.
    private static int end(String line, int from) {
        boolean quoted = false;
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at);
            quoted ^= c == '"';
            if (!quoted && (c == ';' || c == ':')) {
                break;
            }
            at++;
        }
        return at;
    }
}
