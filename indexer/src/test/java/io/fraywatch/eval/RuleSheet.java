package io.fraywatch.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The measured precision of the rules that rest on what a sentence says, written to where the
/// program finds it ([io.fraywatch.analyze.MeasuredPrecision]).
final class RuleSheet {
    private static final Path FILE =
            Path.of("src/main/resources/io/fraywatch/analyze/measured-precision.tsv");

    /// Which signal rests on which set of sentences.
    private static final Map<String, String> SETS =
            new TreeMap<>(
                    Map.of(
                            "statedUnhappy", "unhappy",
                            "workTakenBack", "takenBack",
                            "wrongPerson", "wrongPerson",
                            "cancellationTalk", "cancellation",
                            "brokenPromise", "commitment",
                            "ownMistake", "ownMistake"));

    private RuleSheet() {}

    /// By the kind of signal, its figure among those of [Heads].
    static Map<String, Figure> precisions(List<Figure> heads) {
        Map<String, Figure> found = new TreeMap<>();
        SETS.forEach((kind, set) ->
                heads.stream()
                        .filter(figure -> figure.what().equals(set + " precision"))
                        .filter(figure -> figure.data().startsWith("held out, "))
                        .forEach(figure -> found.put(kind, figure)));
        return found;
    }

    static void write(List<Figure> heads) throws IOException {
        StringBuilder lines =
                new StringBuilder(
                        "# Measured precision by signal, from held-out sentences; written by"
                                + " `scripts/eval analyze --write`, never by hand.\n"
                                + "# signal, precision, 95 % interval from, to, sentences\n");
        precisions(heads)
                .forEach((kind, figure) ->
                        lines.append(
                                String.format(
                                        Locale.ROOT,
                                        "%s\t%.3f\t%.3f\t%.3f\t%s%n",
                                        kind,
                                        figure.value(),
                                        figure.interval().orElseThrow().low(),
                                        figure.interval().orElseThrow().high(),
                                        figure.data().replaceAll("\\D", ""))));
        Files.writeString(FILE, lines);
    }
}
