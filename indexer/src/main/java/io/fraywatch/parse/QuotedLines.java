package io.fraywatch.parse;

/// Text being laid out in lines, each behind the `>` of the quotes it stands in.
final class QuotedLines {
    private static final int DEEPEST = 20;

    /// What newsletters pad with, and what no text has.
    private static final String INVISIBLE = "\0\u200B\u200C\u2060\uFEFF\u034F\u00AD\u180E";

    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean lineOpen;
    private boolean blankPending;
    private boolean gapPending;
    private boolean cellPending;

    void deeper() {
        depth++;
    }

    void shallower() {
        depth--;
    }

    int position() {
        return text.length();
    }

    void words(String words, boolean keepLines) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\n' && keepLines) {
                newLine();
            } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f') {
                blankPending = true;
                if (keepLines) {
                    if (!lineOpen) {
                        open();
                    }
                    text.append(' ');
                    blankPending = false;
                }
            } else if (INVISIBLE.indexOf(c) < 0 && !(c == '\u00A0' && endsBlank())) {
                put(c);
            }
        }
    }

    private boolean endsBlank() {
        return lineOpen && (blankPending || text.charAt(text.length() - 1) == '\u00A0');
    }

    private void put(char c) {
        if (!lineOpen) {
            open();
        } else if (cellPending) {
            text.append(" | ");
        } else if (blankPending) {
            text.append(' ');
        }
        blankPending = false;
        cellPending = false;
        text.append(c);
    }

    private void open() {
        if (gapPending && !text.isEmpty()) {
            prefix();
            text.append('\n');
        }
        gapPending = false;
        prefix();
        if (depth > 0) {
            text.append(' ');
        }
        lineOpen = true;
    }

    private void prefix() {
        text.repeat(">", Math.min(depth, DEEPEST));
    }

    void cell() {
        cellPending = lineOpen;
    }

    /// Ends the line if there is anything on it.
    void startLine() {
        if (lineOpen) {
            text.append('\n');
            lineOpen = false;
        }
        blankPending = false;
        cellPending = false;
    }

    /// Ends the line even if it is empty.
    void newLine() {
        if (!lineOpen) {
            gapPending = false;
            prefix();
            text.append('\n');
        }
        startLine();
    }

    void gap(boolean wanted) {
        gapPending |= wanted;
    }

    String text() {
        return text.toString();
    }
}
