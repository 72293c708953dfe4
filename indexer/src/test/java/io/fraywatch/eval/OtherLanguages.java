package io.fraywatch.eval;

import io.fraywatch.analyze.text.Head;
import io.fraywatch.analyze.text.TextReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/// What sentences do in the languages besides English, on sets made by hand of which one half
/// widened the phrases and the other is only measured.
///
/// Each sentence is read by itself, so that its language, too, has to be told from it.
final class OtherLanguages implements Measure {
    private static final double SAID = 0.6;

    private static final List<String> LANGUAGES = List.of("de", "fr", "es", "pt", "it", "nl");

    private static final Map<String, Head> HEADS =
            Map.of(
                    "unhappy", Head.UNHAPPY,
                    "takenBack", Head.TAKEN_BACK,
                    "wrongPerson", Head.WRONG_PERSON,
                    "request", Head.ASK);

    private final TextReader reader = new TextReader();

    private record Sentence(String language, String set, boolean heldOut, boolean is, String text) {
        static Sentence of(String language, String set, int place, String line) {
            return new Sentence(
                    language, set, place % 2 == 1, line.startsWith("+"), line.substring(2));
        }
    }

    @Override
    public String title() {
        return "Languages";
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        List<Sentence> all = new ArrayList<>();
        for (String language : LANGUAGES) {
            all.addAll(read(language));
        }
        List<Figure> figures = new ArrayList<>();
        for (boolean heldOut : new boolean[] {false, true}) {
            String half = heldOut ? "held out" : "worked on";
            for (String language : LANGUAGES) {
                add(
                        all,
                        s -> s.heldOut() == heldOut && s.language().equals(language),
                        language,
                        half,
                        figures);
            }
            HEADS.keySet().stream()
                    .sorted()
                    .forEach(set ->
                            add(
                                    all,
                                    s -> s.heldOut() == heldOut && s.set().equals(set),
                                    set,
                                    half,
                                    figures));
        }
        return figures;
    }

    private void add(
            List<Sentence> all,
            Predicate<Sentence> which,
            String name,
            String half,
            List<Figure> figures) {
        List<Sentence> sentences = all.stream().filter(which).toList();
        boolean[] is = new boolean[sentences.size()];
        boolean[] said = new boolean[sentences.size()];
        for (int i = 0; i < is.length; i++) {
            Sentence sentence = sentences.get(i);
            is[i] = sentence.is();
            said[i] = said(sentence);
            if (is[i] != said[i] && !sentence.heldOut()) {
                Measure.miss(
                        name
                                + (is[i] ? " missed: " : " wrongly: ")
                                + sentence.set()
                                + " "
                                + sentence.text());
            }
        }
        Hits hits = new Hits(is, said);
        String data = half + ", " + is.length + " sentences";
        figures.add(
                Figure.told(name + " precision", data, hits.precision(hits.all()))
                        .within(Bootstrap.interval(is.length, hits::precision)));
        figures.add(
                Figure.told(name + " recall", data, hits.recall(hits.all()))
                        .within(Bootstrap.interval(is.length, hits::recall)));
    }

    private boolean said(Sentence sentence) {
        return reader.read(sentence.text()).of(Objects.requireNonNull(HEADS.get(sentence.set())))
                >= SAID;
    }

    private static List<Sentence> read(String language) throws IOException {
        String resource = "/io/fraywatch/analyze/sentences/languages/" + language + ".txt";
        try (InputStream in =
                        Objects.requireNonNull(
                                OtherLanguages.class.getResourceAsStream(resource), resource);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Sentence> sentences = new ArrayList<>();
            Map<String, Integer> places = new HashMap<>();
            String set = "";
            for (String line : lines.lines().filter(l -> !l.startsWith("#")).toList()) {
                if (line.startsWith("[")) {
                    set = line.substring(1, line.length() - 1);
                } else {
                    int place = places.merge(set + line.charAt(0), 1, Integer::sum) - 1;
                    sentences.add(Sentence.of(language, set, place, line));
                }
            }
            return sentences;
        }
    }
}
