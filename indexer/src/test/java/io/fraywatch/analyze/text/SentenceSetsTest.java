package io.fraywatch.analyze.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds the heads to sentences made by hand that phrases and weights have seen; how they do on
/// unseen ones is measured by `scripts/eval analyze heads`.
class SentenceSetsTest {
    private static final double SAID = 0.6;
    private static final TextReader READER = new TextReader();

    private record Labelled(String text, boolean label) {}

    @ParameterizedTest
    @CsvSource({
        "unhappy, UNHAPPY",
        "takenBack, TAKEN_BACK",
        "wrongPerson, WRONG_PERSON",
        "outOfDepth, OUT_OF_DEPTH",
        "commitment, COMMITMENT",
        "ownMistake, OWN_MISTAKE"
    })
    void findsWhatIsSaidAndLittleElse(String set, Head head) throws IOException {
        List<Labelled> all = read(set + ".txt");
        report(set + " dev", half(all, 0), head);
        report(set + " held out", half(all, 1), head);
        double[] both = report(set + " both", all, head);
        assertThat(both[0]).as("precision of " + set).isGreaterThanOrEqualTo(0.85);
        assertThat(both[1]).as("recall of " + set).isGreaterThanOrEqualTo(0.75);
    }

    private static double[] report(String name, List<Labelled> sentences, Head head) {
        int hits = 0;
        int alarms = 0;
        int there = 0;
        for (Labelled sentence : sentences) {
            boolean said = READER.read(sentence.text()).of(head) >= SAID;
            alarms += said ? 1 : 0;
            there += sentence.label() ? 1 : 0;
            hits += said && sentence.label() ? 1 : 0;
        }
        double precision = (double) hits / Math.max(1, alarms);
        double recall = (double) hits / Math.max(1, there);
        System.out.printf(
                "%-22s %3d sentences  precision %.3f  recall %.3f%n",
                name, sentences.size(), precision, recall);
        return new double[] {precision, recall};
    }

    private static List<Labelled> half(List<Labelled> all, int remainder) {
        List<Labelled> out = new ArrayList<>();
        for (int i = remainder; i < all.size(); i += 2) {
            out.add(all.get(i));
        }
        return out;
    }

    private static List<Labelled> read(String file) throws IOException {
        try (InputStream in =
                        SentenceSetsTest.class.getResourceAsStream(
                                "/io/fraywatch/analyze/sentences/" + file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> new Labelled(line.substring(2), line.startsWith("+")))
                    .toList();
        }
    }
}
