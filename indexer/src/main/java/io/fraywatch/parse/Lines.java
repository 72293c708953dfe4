package io.fraywatch.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text as lines: where each starts, and what it says without the blanks around it.
final class Lines {
    private final List<String> stripped = new ArrayList<>();
    private final List<String> lower = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    Lines(String text) {
        String even = text.replace('\u00A0', ' ').replace('\u202F', ' ');
        for (int at = 0; at < even.length(); ) {
            int end = even.indexOf('\n', at);
            end = end < 0 ? even.length() : end;
            int first = at;
            while (first < end && Character.isWhitespace(even.charAt(first))) {
                first++;
            }
            String line = even.substring(first, end).strip();
            stripped.add(line);
            lower.add(line.toLowerCase(Locale.ROOT));
            starts.add(line.isEmpty() ? at : first);
            at = end + 1;
        }
    }

    int count() {
        return stripped.size();
    }

    /// Without the blanks around it.
    String line(int i) {
        return stripped.get(i);
    }

    /// The same in lower case.
    String lower(int i) {
        return lower.get(i);
    }

    boolean isBlank(int i) {
        return stripped.get(i).isEmpty();
    }

    /// Where in the text the first character of the line stands that isn't blank.
    int start(int i) {
        return starts.get(i);
    }

    /// The first line from `i` on that isn't blank, or the number of lines.
    int nextFilled(int i) {
        int next = i;
        while (next < count() && isBlank(next)) {
            next++;
        }
        return next;
    }

    /// The last line before `i` that isn't blank, or -1.
    int previousFilled(int i) {
        int previous = i - 1;
        while (previous >= 0 && isBlank(previous)) {
            previous--;
        }
        return previous;
    }

    /// Whether a plain mail program quoted this line: it starts with `>`. A `>` that also ends the
    /// line is an arrow or a broken link.
    boolean isQuoted(int i) {
        String line = line(i);
        return line.startsWith(">") && !(line.endsWith("<") && line.length() > 1);
    }
}
