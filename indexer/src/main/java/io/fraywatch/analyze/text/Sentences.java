package io.fraywatch.analyze.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts text into sentences, minding how mail is laid out: blank lines, list items and short lines
/// end one too.
final class Sentences {
    /// Where a sentence lies.
    record Range(int start, int end) {}

    /// A line shorter than this didn't end because it was full.
    private static final int WRAPPED_LINE = 50;

    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "mr", "mrs", "ms", "dr", "prof", "st", "vs", "approx", "no", "nr", "fig", "inc",
                    "ltd", "co", "e.g", "i.e", "z.b", "bzw", "ca", "usw", "evtl", "ggf", "sr",
                    "sra", "dott", "sig", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
                    "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "a.m", "p.m",
                    "u.s", "ph.d", "dhr", "mevr", "bijv", "mme", "mlle");

    private Sentences() {}

    /// The sentences in order, without the space around them; at most `limit`.
    static List<Range> split(String text, int limit) {
        List<Range> out = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        int start = 0;
        while (start < text.length() && out.size() < limit) {
            int end = endOfBlock(text, start);
            splitBlock(text, start, end, breaks, limit, out);
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
        if (next >= text.length() || text.charAt(next) == '\n' || newline == line) {
            return false;
        }
        char first = text.charAt(next);
        if (first == '-' || first == '*' || first == '•' || first == '>') {
            return false;
        }
        char last = text.charAt(newline - 1);
        return Character.isLowerCase(first)
                ? last != '.' && last != '!' && last != '?'
                : newline - line >= WRAPPED_LINE && last != ':';
    }

    private static void splitBlock(
            String text, int from, int to, BreakIterator breaks, int limit, List<Range> out) {
        String block = text.substring(from, to);
        breaks.setText(block);
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end < block.length() && endsInAbbreviation(block, start, end)) {
                continue;
            }
            addStripped(text, from + start, from + end, limit, out);
            start = end;
        }
        addStripped(text, from + start, to, limit, out);
    }

    private static boolean endsInAbbreviation(String block, int start, int end) {
        int dot = end - 1;
        while (dot > start && Character.isWhitespace(block.charAt(dot))) {
            dot--;
        }
        if (block.charAt(dot) != '.') {
            return false;
        }
        int word = dot;
        while (word > start && !Character.isWhitespace(block.charAt(word - 1))) {
            word--;
        }
        String last = block.substring(word, dot);
        if (last.length() == 1) {
            return Character.isUpperCase(last.charAt(0)) && !last.equals("I");
        }
        return ABBREVIATIONS.contains(last.toLowerCase(Locale.ROOT))
                && !(last.equalsIgnoreCase("no") && word == start);
    }

    private static void addStripped(String text, int from, int to, int limit, List<Range> out) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end && out.size() < limit) {
            out.add(new Range(start, end));
        }
    }
}
