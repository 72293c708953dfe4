package io.fraywatch.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words and phrases of mail in many languages, in lower case, from the program's resources
/// `words/NAME.txt`.
///
/// In such a file a line holds phrases divided by commas; `[section]` begins a section, `#` and a
/// blank a remark. Looking for all phrases of a list in a text takes one pass over the text: only
/// those that begin with the character at hand are tried.
final class WordList {
    private static final char FIRST_WITHOUT_BLANKS = '\u0E00';

    private final Set<String> phrases;
    private final Map<Character, List<String>> byFirst = new HashMap<>();
    private final Map<Character, List<String>> byLast = new HashMap<>();

    private WordList(Set<String> phrases) {
        this.phrases = phrases;
        phrases.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(this::add);
    }

    private void add(String phrase) {
        byFirst.computeIfAbsent(phrase.charAt(0), c -> new ArrayList<>()).add(phrase);
        byLast.computeIfAbsent(phrase.charAt(phrase.length() - 1), c -> new ArrayList<>())
                .add(phrase);
    }

    /// All phrases of a resource, whatever their section.
    static WordList of(String name) {
        Set<String> all = new LinkedHashSet<>();
        sections(name).values().forEach(list -> all.addAll(list.phrases));
        return new WordList(all);
    }

    /// The lists of a resource by section.
    static Map<String, WordList> sections(String name) {
        Map<String, Set<String>> sections = new LinkedHashMap<>();
        String section = "";
        for (String line : text(name).lines().map(String::strip).toList()) {
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isEmpty() && !line.startsWith("# ")) {
                Set<String> phrases = sections.computeIfAbsent(section, s -> new LinkedHashSet<>());
                for (String phrase : line.split(",", -1)) {
                    if (phrase.isBlank()) {
                        throw new IllegalStateException(
                                "words/" + name + ".txt has an empty phrase in '" + line + "'");
                    }
                    phrases.add(phrase.strip());
                }
            }
        }
        Map<String, WordList> lists = new LinkedHashMap<>();
        sections.forEach((key, phrases) -> lists.put(key, new WordList(phrases)));
        return lists;
    }

    /// The list of one section of a resource.
    static WordList of(String name, String section) {
        WordList list = sections(name).get(section);
        if (list == null) {
            throw new IllegalStateException(
                    "words/" + name + ".txt has no section [" + section + "]");
        }
        return list;
    }

    private static String text(String name) {
        try (InputStream in = WordList.class.getResourceAsStream("words/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException(
                        "words/" + name + ".txt is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("words/" + name + ".txt can't be read", e);
        }
    }

    /// The phrases in the order of the resource.
    Set<String> phrases() {
        return Collections.unmodifiableSet(phrases);
    }

    /// Whether the whole text is one of the phrases.
    boolean contains(String text) {
        return phrases.contains(text);
    }

    /// The length of the longest phrase that the text begins with; 0 if there is none.
    int atStart(String text) {
        return atStart(text, 0);
    }

    /// The length of the longest phrase that stands in the text at `from`; 0 if there is none.
    int atStart(String text, int from) {
        if (from < text.length()) {
            for (String phrase : byFirst.getOrDefault(text.charAt(from), List.of())) {
                if (text.startsWith(phrase, from)) {
                    return phrase.length();
                }
            }
        }
        return 0;
    }

    /// The length of the longest phrase that the text begins with and that ends where a word does;
    /// 0 if there is none. Scripts without blanks between words have no such ends.
    int wordAtStart(String text) {
        if (!text.isEmpty()) {
            for (String phrase : byFirst.getOrDefault(text.charAt(0), List.of())) {
                if (text.startsWith(phrase) && endsWord(text, phrase.length())) {
                    return phrase.length();
                }
            }
        }
        return 0;
    }

    private static boolean endsWord(String text, int at) {
        return at >= text.length()
                || !Character.isLetterOrDigit(text.charAt(at))
                || text.charAt(at - 1) >= FIRST_WITHOUT_BLANKS
                || text.charAt(at) >= FIRST_WITHOUT_BLANKS;
    }

    /// The length of the longest phrase that the text ends with; 0 if there is none.
    int atEnd(String text) {
        if (!text.isEmpty()) {
            for (String phrase : byLast.getOrDefault(text.charAt(text.length() - 1), List.of())) {
                if (text.endsWith(phrase)) {
                    return phrase.length();
                }
            }
        }
        return 0;
    }

    /// Whether any of the phrases occurs in the text, even within a word.
    boolean occursIn(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (atStart(text, at) > 0) {
                return true;
            }
        }
        return false;
    }

    /// Adds to `found` the phrases that occur in the text, even within a word.
    void collect(String text, Set<String> found) {
        for (int at = 0; at < text.length(); at++) {
            for (String phrase : byFirst.getOrDefault(text.charAt(at), List.of())) {
                if (text.startsWith(phrase, at)) {
                    found.add(phrase);
                }
            }
        }
    }
}
