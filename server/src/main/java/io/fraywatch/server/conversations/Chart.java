package io.fraywatch.server.conversations;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.server.web.Words;
import java.util.List;
import java.util.Locale;

/// The parts of a score as bars: to the right what speaks for risk, to the left what speaks against
/// it.
///
/// @param height of the drawing, in its own units; it is 320 wide
public record Chart(int height, List<Bar> bars) {
    private static final int ROW = 34;
    private static final double MIDDLE = 110;
    private static final double REACH = 200;

    /// One part.
    ///
    /// @param weight as shown in the table
    /// @param x left edge
    /// @param y upper edge of its row
    public record Bar(String name, String weight, boolean risk, String x, String width, int y) {}

    static Chart of(List<Assessment.Term> terms) {
        double risk = terms.stream().mapToDouble(Assessment.Term::weight).max().orElse(0);
        double calm = terms.stream().mapToDouble(term -> -term.weight()).max().orElse(0);
        double unit = Math.min(REACH / Math.max(risk, 1), MIDDLE / Math.max(calm, 1));
        List<Bar> bars =
                java.util.stream.IntStream.range(0, terms.size())
                        .mapToObj(row -> bar(terms.get(row), unit, row * ROW))
                        .toList();
        return new Chart(Math.max(ROW, terms.size() * ROW), bars);
    }

    private static Bar bar(Assessment.Term term, double unit, int y) {
        double width = Math.max(1, Math.abs(term.weight()) * unit);
        double x = term.weight() < 0 ? MIDDLE - width : MIDDLE;
        return new Bar(
                Words.ofKey(term.name()),
                number("%+.2f", term.weight()),
                term.weight() >= 0,
                number("%.1f", x),
                number("%.1f", width),
                y);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
