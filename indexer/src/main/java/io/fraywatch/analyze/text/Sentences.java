package io.fraywatch.analyze.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts text into sentences, minding how mail is laid out: blank lines, greetings, list items and
/// short lines end one too, full lines run on.
final class Sentences {
    /// Where a sentence lies.
    record Range(int start, int end) {}

    /// A line shorter than this didn't end because it was full.
    private static final int WRAPPED_LINE = 50;

    /// A longer line is more than a greeting.
    private static final int LONGEST_GREETING = 40;

    private static final Set<String> GREETINGS =
            Set.of(
                    "hi",
                    "hello",
                    "hey",
                    "dear",
                    "hiya",
                    "good",
                    "hallo",
                    "liebe",
                    "lieber",
                    "guten",
                    "sehr",
                    "moin",
                    "bonjour",
                    "bonsoir",
                    "cher",
                    "chere",
                    "chère",
                    "salut",
                    "hola",
                    "estimado",
                    "estimada",
                    "buenos",
                    "buenas",
                    "querido",
                    "querida",
                    "ciao",
                    "buongiorno",
                    "gentile",
                    "gent",
                    "egregio",
                    "caro",
                    "cara",
                    "ola",
                    "olá",
                    "bom",
                    "prezado",
                    "prezada",
                    "beste",
                    "geachte",
                    "dag",
                    "goedemorgen",
                    "goedemiddag");

    private Sentences() {}

    /// The sentences in order, without the space around them; at most `limit`.
    static List<Range> split(String text, int limit) {
        List<Range> out = new ArrayList<>();
        int start = 0;
        while (start < text.length() && out.size() < limit) {
            int end = endOfBlock(text, start);
            splitBlock(text, start, end, limit, out);
            start = end;
        }
        return out;
    }

    /// One behind the last line that runs on from the line at `start`.
    private static int endOfBlock(String text, int start) {
        int line = start;
        while (true) {
            int newline = text.indexOf('\n', line);
            if (newline < 0) {
                return text.length();
            }
            if (!runsOn(text, line, newline)) {
                return newline + 1;
            }
            line = newline + 1;
        }
    }

    private static boolean runsOn(String text, int line, int newline) {
        int next = newline + 1;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
        int last = newline - 1;
        while (last > line && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        if (next >= text.length()
                || text.charAt(next) == '\n'
                || last < line
                || beginsItem(text, next)
                || isGreeting(text, line, last + 1)) {
            return false;
        }
        char end = text.charAt(last);
        return Character.isLowerCase(text.charAt(next))
                ? end != '.' && end != '!' && end != '?'
                : newline - line >= WRAPPED_LINE && end != ':';
    }

    /// Whether an item of a list begins here: a bullet, a number or a letter with `.` or `)`.
    private static boolean beginsItem(String text, int at) {
        char first = text.charAt(at);
        if ("*•>·–—▪◦‣".indexOf(first) >= 0) {
            return true;
        }
        if (first == '-') {
            return at + 1 < text.length() && !Character.isLetterOrDigit(text.charAt(at + 1));
        }
        int end = first == '(' ? at + 1 : at;
        int from = end;
        while (end < text.length() && end - from < 3 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        boolean number = end > from;
        if (!number && end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end > from
                && end + 1 < text.length()
                && (text.charAt(end) == ')' || (number && text.charAt(end) == '.'))
                && Character.isWhitespace(text.charAt(end + 1));
    }

    private static boolean isGreeting(String text, int line, int end) {
        char last = text.charAt(end - 1);
        if (end - line > LONGEST_GREETING || (last != ',' && last != '!' && last != ':')) {
            return false;
        }
        int word = line;
        while (word < end && Character.isLetter(text.charAt(word))) {
            word++;
        }
        return GREETINGS.contains(text.substring(line, word).toLowerCase(Locale.ROOT));
    }

    private static void splitBlock(String text, int from, int to, int limit, List<Range> out) {
        int start = skipSpace(text, from, to);
        while (start < to && out.size() < limit) {
            int end = SentenceScanner.end(text, start, to);
            addStripped(text, start, end, out);
            start = skipSpace(text, end, to);
        }
    }

    private static int skipSpace(String text, int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static void addStripped(String text, int start, int until, List<Range> out) {
        int end = until;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            out.add(new Range(start, end));
        }
    }
}
