package io.fraywatch.parse;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/// Tells tables of data from tables that only lay out a page.
final class HtmlTables {
    private static final int LONGEST_CELL = 200;
    private static final int MOST_CELLS = 5_000;
    private static final Evaluator TABLE_WITHIN = QueryParser.parse("td table, th table");
    private static final Evaluator ROW = QueryParser.parse("tr");

    private HtmlTables() {}

    /// Data: rows with at least two short cells, and no table within.
    static boolean isData(Element table) {
        String role = table.attr("role");
        if (role.equals("presentation")
                || role.equals("none")
                || table.selectFirst(TABLE_WITHIN) != null) {
            return false;
        }
        int wide = 0;
        int cells = 0;
        for (Element row : table.select(ROW)) {
            wide += row.childrenSize() > 1 ? 1 : 0;
            for (Element cell : row.children()) {
                if (++cells > MOST_CELLS || isLong(cell)) {
                    return false;
                }
            }
        }
        return wide > 1;
    }

    private static boolean isLong(Element cell) {
        int[] letters = {0};
        cell.traverse((node, _) -> {
            if (node instanceof TextNode words) {
                letters[0] += words.getWholeText().strip().length();
            }
        });
        return letters[0] > LONGEST_CELL;
    }
}
