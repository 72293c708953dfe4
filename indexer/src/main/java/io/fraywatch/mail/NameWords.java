package io.fraywatch.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What stands in display names and addresses without being a name, from `names.txt`.
final class NameWords {
    private static final Map<String, Set<String>> SECTIONS = read();

    static final Set<String> TITLES = section("titles");
    static final Set<String> GENERATIONS = section("generations");
    static final Set<String> CREDENTIALS = section("credentials");
    static final Set<String> COMPANIES = section("companies");
    static final Set<String> ROLES = section("roles");
    static final Set<String> PARTICLES = section("particles");

    /// What says that somebody writes for somebody else, whose name follows.
    static final List<String> BEHALF = List.copyOf(section("behalf"));

    private NameWords() {}

    private static Set<String> section(String name) {
        Set<String> words = SECTIONS.get(name);
        if (words == null) {
            throw new IllegalStateException("names.txt has no section [" + name + "]");
        }
        return Set.copyOf(words);
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> sections = new HashMap<>();
        Set<String> section = new HashSet<>();
        for (String line : text().lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                section = new HashSet<>();
                sections.put(line.substring(1, line.length() - 1), section);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                for (String word : line.split(",", -1)) {
                    section.add(word.strip());
                }
            }
        }
        return sections;
    }

    private static String text() {
        try (InputStream in = NameWords.class.getResourceAsStream("names.txt")) {
            if (in == null) {
                throw new IllegalStateException("the resource names.txt isn't in the jar");
            }
            return String.join(
                    "\n",
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the resource names.txt can't be read", e);
        }
    }
}
