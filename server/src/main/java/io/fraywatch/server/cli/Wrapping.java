package io.fraywatch.server.cli;

import java.util.ArrayList;
import java.util.List;

/// Breaks paragraphs into lines, and mail text into what is safe to show.
final class Wrapping {
    private Wrapping() {}

    /// The text in lines of at most `width` characters, broken between words; a longer word stands
    /// alone.
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text).split(" ", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /// At most `width` characters of it on one line.
    static String shorten(String text, int width) {
        String line = printable(text).strip();
        return line.length() <= width ? line : line.substring(0, Math.max(0, width - 1)) + "…";
    }

    /// The text with every control character turned into a space: a mail must not steer the
    /// terminal.
    static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    int type = Character.getType(c);
                    boolean steers =
                            type == Character.CONTROL
                                    || type == Character.FORMAT
                                    || type == Character.LINE_SEPARATOR
                                    || type == Character.PARAGRAPH_SEPARATOR;
                    safe.appendCodePoint(steers ? ' ' : c);
                });
        return safe.toString();
    }
}
