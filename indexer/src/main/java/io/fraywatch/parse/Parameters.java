package io.fraywatch.parse;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A value with parameters, as in `Content-Type` and `Content-Disposition` (RFC 2045 §5.1), with
/// continuations and charsets (RFC 2231), and the ways senders get both wrong.
///
/// @param value what stands before the first `;`, in lower case
record Parameters(String value, Map<String, String> all) {
    static final Parameters NONE = new Parameters("", Map.of());

    private static final int MOST_SECTIONS = 500;

    Parameters {
        all = Map.copyOf(all);
    }

    String get(String name) {
        return all.getOrDefault(name, "");
    }

    static Parameters parse(String header) {
        int semicolon = header.indexOf(';');
        String value = semicolon < 0 ? header : header.substring(0, semicolon);
        Map<String, String> plain = new HashMap<>();
        Map<String, TreeMap<Integer, Section>> split = new HashMap<>();
        int at = semicolon < 0 ? header.length() : semicolon + 1;
        while (at < header.length()) {
            int equals = header.indexOf('=', at);
            int next = header.indexOf(';', at);
            if (equals < 0 || (next >= 0 && next < equals)) {
                at = next < 0 ? header.length() : next + 1;
                continue;
            }
            String name = header.substring(at, equals).strip().toLowerCase(Locale.ROOT);
            Reading reading = read(header, equals + 1);
            keep(name, reading.value, plain, split);
            at = reading.end;
        }
        split.forEach((name, sections) -> plain.put(name, join(sections)));
        return new Parameters(clean(value), plain);
    }

    /// A Content-Type may carry a comment or stray text behind its type.
    private static String clean(String value) {
        String type = value.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            if (c == ' ' || c == '(' || c == ',') {
                return type.substring(0, i);
            }
        }
        return type;
    }

    private record Reading(String value, int end) {}

    private record Section(String value, boolean encoded) {}

    private static Reading read(String header, int from) {
        int at = from;
        while (at < header.length() && header.charAt(at) == ' ') {
            at++;
        }
        if (at < header.length() && header.charAt(at) == '"') {
            return quoted(header, at + 1);
        }
        int end = header.indexOf(';', at);
        end = end < 0 ? header.length() : end;
        return new Reading(header.substring(at, end).strip(), end + 1);
    }

    private static Reading quoted(String header, int from) {
        StringBuilder value = new StringBuilder();
        int at = from;
        while (at < header.length() && header.charAt(at) != '"') {
            if (header.charAt(at) == '\\'
                    && at + 1 < header.length()
                    && isQuotable(header.charAt(at + 1))) {
                at++;
            }
            value.append(header.charAt(at++));
        }
        int end = header.indexOf(';', at);
        return new Reading(value.toString(), end < 0 ? header.length() : end + 1);
    }

    /// Only these are escaped in earnest; Windows paths hold backslashes of their own.
    private static boolean isQuotable(char c) {
        return c == '"' || c == '\\';
    }

    private static void keep(
            String name,
            String value,
            Map<String, String> plain,
            Map<String, TreeMap<Integer, Section>> split) {
        int star = name.indexOf('*');
        if (star < 0) {
            plain.putIfAbsent(name, EncodedWords.decode(value));
            return;
        }
        boolean encoded = name.endsWith("*");
        String number =
                name.substring(
                        star + 1, encoded ? Math.max(star + 1, name.length() - 1) : name.length());
        TreeMap<Integer, Section> sections =
                split.computeIfAbsent(name.substring(0, star), _ -> new TreeMap<>());
        if (sections.size() < MOST_SECTIONS) {
            sections.putIfAbsent(sectionNumber(number), new Section(value, encoded));
        }
    }

    private static int sectionNumber(String text) {
        int number = 0;
        for (int i = 0; i < text.length() && i < 6; i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit < 0) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static String join(TreeMap<Integer, Section> sections) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        boolean first = true;
        for (Section section : sections.values()) {
            String text = section.value;
            if (first && section.encoded) {
                int one = text.indexOf('\'');
                int two = one < 0 ? -1 : text.indexOf('\'', one + 1);
                charset = two < 0 ? "" : text.substring(0, one);
                text = two < 0 ? text : text.substring(two + 1);
            }
            first = false;
            append(bytes, text, section.encoded);
        }
        return EncodedWords.decode(Charsets.decode(bytes.toByteArray(), bytes.size(), charset));
    }

    private static void append(ByteArrayOutputStream bytes, String text, boolean encoded) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high =
                    encoded && c == '%' && i + 2 < text.length()
                            ? Character.digit(text.charAt(i + 1), 16)
                            : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else if (c < 128) {
                bytes.write(c);
            } else {
                bytes.writeBytes(
                        String.valueOf(c).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
    }
}
