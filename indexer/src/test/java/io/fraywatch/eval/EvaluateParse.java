package io.fraywatch.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints how well mail is understood, and with `--write FILE` puts the tables into a document
/// between its marks. Titles name the measures to take; without any, all are taken. Run by
/// `scripts/eval parse`.
final class EvaluateParse {
    static final List<Measure> MEASURES = List.of(new Cost());

    private static final String BEGIN = "<!-- measured: scripts/eval parse -->\n";
    private static final String END = "<!-- end of what was measured -->";

    private EvaluateParse() {}

    static void main(String[] args) throws IOException {
        List<String> wanted = new ArrayList<>(List.of(args));
        int write = wanted.indexOf("--write");
        Corpora corpora =
                Corpora.find()
                        .orElseThrow(() ->
                                new IOException(
                                        "the packs of real mail aren't here; name their folder"
                                                + " with --corpora FOLDER"));
        String document = write < 0 ? "" : wanted.remove(write + 1);
        wanted.remove("--write");
        StringBuilder tables = new StringBuilder();
        for (Measure measure : MEASURES) {
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

    private static void write(Path document, String tables) throws IOException {
        String text = Files.readString(document);
        int from = text.indexOf(BEGIN);
        int to = text.indexOf(END);
        if (from < 0 || to < from) {
            throw new IOException(document + " has no place for the tables: " + BEGIN + "… " + END);
        }
        Files.writeString(
                document,
                text.substring(0, from + BEGIN.length()) + tables + "\n" + text.substring(to));
    }
}
