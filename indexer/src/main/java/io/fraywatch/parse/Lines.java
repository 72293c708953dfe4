package io.fraywatch.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A text as lines: where each starts, and what it says without the blanks around it.
final class Lines {
    private final String[] stripped;
    private final String[] lower;
    private final int[] starts;

    Lines(String text) {
        String even = text.replace('\u00A0', ' ').replace('\u202F', ' ');
        List<String> found = new ArrayList<>();
        int[] at = new int[16];
        for (int from = 0; from < even.length(); ) {
            int end = even.indexOf('\n', from);
            end = end < 0 ? even.length() : end;
            int first = from;
            while (first < end && Character.isWhitespace(even.charAt(first))) {
                first++;
            }
            String line = even.substring(first, end).strip();
            at = found.size() < at.length ? at : Arrays.copyOf(at, at.length * 2);
            at[found.size()] = line.isEmpty() ? from : first;
            found.add(line);
            from = end + 1;
        }
        stripped = found.toArray(String[]::new);
        lower = new String[stripped.length];
        Arrays.fill(lower, "");
        starts = at;
    }

    int count() {
        return stripped.length;
    }

    /// Without the blanks around it.
    String line(int i) {
        return stripped[i];
    }

    /// The same in lower case, and as long: the Turkish İ would become two characters.
    String lower(int i) {
        if (lower[i].isEmpty()) {
            lower[i] = stripped[i].replace('İ', 'i').toLowerCase(Locale.ROOT);
        }
        return lower[i];
    }

    boolean isBlank(int i) {
        return stripped[i].isEmpty();
    }

    /// Where in the text the first character of the line stands that isn't blank.
    int start(int i) {
        return starts[i];
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

    /// Whether the next line that says anything is quoted.
    boolean isQuotedBehind(int i) {
        int next = nextFilled(i + 1);
        return next < count() && isQuoted(next);
    }
}
