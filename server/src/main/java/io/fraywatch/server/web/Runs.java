package io.fraywatch.server.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Text cut into stretches, some of them marked, so that a template can escape each and mark those.
public final class Runs {
    private Runs() {}

    /// A stretch of text.
    public record Run(String text, boolean marked) {}

    /// Characters to mark.
    ///
    /// @param start counted in UTF-16 units from 0
    /// @param end one behind the last
    public record Range(int start, int end) {}

    /// Cuts a text; ranges may come in any order, overlap, or reach beyond it.
    public static List<Run> of(String text, List<Range> ranges) {
        List<Run> runs = new ArrayList<>();
        int at = 0;
        for (Range range : ranges.stream().sorted(Comparator.comparingInt(Range::start)).toList()) {
            int start = Math.clamp(range.start(), at, text.length());
            int end = Math.clamp(range.end(), start, text.length());
            if (start < end) {
                add(runs, text.substring(at, start), false);
                add(runs, text.substring(start, end), true);
                at = end;
            }
        }
        add(runs, text.substring(at), false);
        return List.copyOf(runs);
    }

    private static void add(List<Run> runs, String text, boolean marked) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, marked));
        }
    }
}
