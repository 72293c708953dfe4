package io.fraywatch.analyze.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Words that are written with a full stop which ends no sentence; `abbreviations.txt` lists them.
final class Abbreviations {
    private final Map<String, Set<String>> words = new HashMap<>();

    private Abbreviations() {}

    static Abbreviations load() {
        Abbreviations abbreviations = new Abbreviations();
        try (InputStream in = Abbreviations.class.getResourceAsStream("abbreviations.txt")) {
            if (in == null) {
                throw new IllegalStateException("abbreviations.txt is missing from the program");
            }
            abbreviations.read(
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("abbreviations.txt can't be read", e);
        }
        return abbreviations;
    }

    private void read(BufferedReader lines) throws IOException {
        Set<String> current = new HashSet<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("[")) {
                current =
                        words.computeIfAbsent(
                                line.substring(1, line.length() - 1), kind -> new HashSet<>());
            } else if (!line.startsWith("#")) {
                current.addAll(Set.copyOf(java.util.List.of(line.split(" ", -1))));
            }
        }
    }

    /// Whether a full stop behind a word belongs to the word.
    ///
    /// @param word what stands before the stop, back to the space before it
    /// @param next the first character behind the stop and the space
    /// @param first whether the word begins the sentence
    boolean holds(String word, char next, boolean first) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.length() == 1 && Character.isLetter(lower.charAt(0))) {
            return isInitial(word, next, first);
        }
        if (is("number", lower)) {
            return Character.isDigit(next);
        }
        boolean mayEnd = is("seldom", lower) || isLettersWithStops(lower);
        return is("never", lower) || (mayEnd && !Character.isUpperCase(next) && next != '"');
    }

    private boolean isInitial(String word, char next, boolean first) {
        if (Character.isUpperCase(word.charAt(0))) {
            return !word.equals("I") && Character.isLetter(next);
        }
        return !first;
    }

    private boolean is(String kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word);
    }

    /// `a.m`, `d.w.z` and the like.
    private static boolean isLettersWithStops(String word) {
        if (word.length() < 3) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (i % 2 == 0 ? !Character.isLetter(word.charAt(i)) : word.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }
}
