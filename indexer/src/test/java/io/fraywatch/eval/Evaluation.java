package io.fraywatch.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints the tables of some measures, and puts them into a document between its marks.
///
/// @param name what `scripts/eval` calls it; the document's marks name it too
record Evaluation(String name, List<Measure> measures) {
    private static final String END = "<!-- end of what was measured -->";

    Evaluation {
        measures = List.copyOf(measures);
    }

    /// Measures what is asked for.
    ///
    /// @param arguments titles of the measures to take, all without any; `--write FILE` puts the
    ///   tables into that document
    void run(String... arguments) throws IOException {
        List<String> wanted = new ArrayList<>(List.of(arguments));
        int write = wanted.indexOf("--write");
        String document = write < 0 ? "" : wanted.remove(write + 1);
        wanted.remove("--write");
        Corpora corpora =
                Corpora.find()
                        .orElseThrow(() ->
                                new IOException(
                                        "the packs of real mail aren't here; name their folder"
                                                + " with --corpora FOLDER"));
        StringBuilder tables = new StringBuilder();
        for (Measure measure : measures) {
            if (wanted.isEmpty() || wanted.contains(measure.title().toLowerCase(Locale.ROOT))) {
                String table = table(measure, corpora);
                System.out.print(table);
                tables.append(table);
            }
        }
        if (!document.isEmpty()) {
            write(Path.of(document), tables.toString());
        }
    }

    private static String table(Measure measure, Corpora corpora) throws IOException {
        StringBuilder table = new StringBuilder("\n### " + measure.title() + "\n\n");
        table.append("| what | data | measured | bar |\n|---|---|---|---|\n");
        for (Figure figure : measure.figures(corpora)) {
            table.append(figure.row()).append('\n');
        }
        return table.toString();
    }

    private void write(Path document, String tables) throws IOException {
        String begin = "<!-- measured: scripts/eval " + name + " -->\n";
        String text = Files.readString(document);
        int from = text.indexOf(begin);
        int to = text.indexOf(END);
        if (from < 0 || to < from) {
            throw new IOException(document + " has no place for the tables: " + begin + "… " + END);
        }
        Files.writeString(
                document,
                text.substring(0, from + begin.length()) + tables + "\n" + text.substring(to));
    }
}
