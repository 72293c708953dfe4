package io.fraywatch.analyze.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts words that do the same work in a sentence into one class; `classes.txt` lists them.
final class WordClasses {
    /// The class of words that have none.
    static final String UNKNOWN = "_";

    private record Stem(String beginning, String name) {}

    private final Map<String, String> byWord = new HashMap<>();
    private final List<Stem> stems = new ArrayList<>();

    private WordClasses() {}

    static WordClasses load() {
        WordClasses classes = new WordClasses();
        try (InputStream in = WordClasses.class.getResourceAsStream("classes.txt")) {
            if (in == null) {
                throw new IllegalStateException("classes.txt is missing from the program");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(classes::add);
        } catch (IOException e) {
            throw new UncheckedIOException("classes.txt can't be read", e);
        }
        return classes;
    }

    private void add(String line) {
        String[] parts = line.split(": ", 2);
        for (String word : parts[1].split(" ", -1)) {
            if (word.endsWith("*")) {
                stems.add(new Stem(word.substring(0, word.length() - 1), parts[0]));
            } else {
                byWord.putIfAbsent(word, parts[0]);
            }
        }
    }

    /// The class of each token; what has none is [#UNKNOWN], marks stay.
    List<String> each(List<String> tokens) {
        return tokens.stream().map(this::of).toList();
    }

    /// Unknown ones in a row made one.
    static List<String> joined(List<String> each) {
        List<String> classes = new ArrayList<>(each.size());
        for (String name : each) {
            if (!name.equals(UNKNOWN) || classes.isEmpty() || !classes.getLast().equals(UNKNOWN)) {
                classes.add(name);
            }
        }
        return classes;
    }

    private String of(String token) {
        String name = byWord.get(token);
        if (name != null) {
            return name;
        }
        if (token.isEmpty()) {
            return UNKNOWN;
        }
        char first = token.charAt(0);
        if (!Character.isLetter(first)) {
            return Character.isDigit(first) ? "#" : token;
        }
        for (Stem stem : stems) {
            if (token.startsWith(stem.beginning())) {
                return stem.name();
            }
        }
        return UNKNOWN;
    }
}
