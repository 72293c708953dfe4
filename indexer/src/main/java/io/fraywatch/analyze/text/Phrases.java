package io.fraywatch.analyze.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The phrases of some languages, read from resources; `en.phrases` explains how they are written.
///
/// Looking for all of them costs about the same as looking for one: a phrase is only tried where a
/// token can begin it.
final class Phrases {
    /// What a phrase does to its topic when found.
    ///
    /// @param strength 0 to 1; for a guard, how much of the topic's strength it leaves
    private record Rule(String topic, double strength, boolean guard, Phrase phrase) {}

    /// Of no language.
    static final Phrases NONE = new Phrases();

    private final Map<String, List<Rule>> byWord = new HashMap<>();
    private final List<Rule> byStem = new ArrayList<>();

    private Phrases() {}

    /// @param languages the ISO 639 codes of the languages to look for, all at once
    static Phrases load(String... languages) {
        Phrases phrases = new Phrases();
        for (String language : languages) {
            phrases.add(language + ".phrases");
        }
        return phrases;
    }

    private void add(String resource) {
        try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "phrases '" + resource + "' are missing from the program");
            }
            new Reader(resource, this)
                    .read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("phrases '" + resource + "' can't be read", e);
        }
    }

    /// Finds what is there and tells it to `found`.
    void find(List<String> tokens, Found found) {
        for (int at = 0; at < tokens.size(); at++) {
            String token = tokens.get(at);
            for (Rule rule : byWord.getOrDefault(token, List.of())) {
                attempt(rule, tokens, at, found);
            }
            for (Rule rule : byStem) {
                if (rule.phrase().first().accepts(token)) {
                    attempt(rule, tokens, at, found);
                }
            }
        }
    }

    private static void attempt(Rule rule, List<String> tokens, int at, Found found) {
        if (rule.phrase().matchesAt(tokens, at)) {
            if (rule.guard()) {
                found.guard(rule.topic(), rule.strength());
            } else {
                found.hit(rule.topic(), rule.strength());
            }
        }
    }

    private void add(Rule rule) {
        Phrase.Words first = rule.phrase().first();
        if (first.stems().isEmpty()) {
            first.words()
                    .forEach(
                            word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(rule));
        } else {
            byStem.add(rule);
        }
    }

    /// What was found in one sentence, by topic.
    static final class Found {
        private final Map<String, Double> hits = new HashMap<>();
        private final Map<String, Double> guards = new HashMap<>();

        private void hit(String topic, double strength) {
            hits.merge(topic, strength, Math::max);
        }

        private void guard(String topic, double leaves) {
            guards.merge(topic, leaves, Math::min);
        }

        /// The strongest phrase of a topic, weakened by its guards; 0 when there is none.
        double of(String topic) {
            return hits.getOrDefault(topic, 0.0) * guards.getOrDefault(topic, 1.0);
        }

        /// Whether a guard of a topic was found.
        boolean guarded(String topic) {
            return guards.containsKey(topic);
        }
    }

    /// Reads the resource's lines.
    private static final class Reader {
        private final String resource;
        private final Phrases target;
        private final Map<String, List<String>> classes = new HashMap<>();
        private String topic = "";
        private boolean guard;
        private int line;

        Reader(String resource, Phrases target) {
            this.resource = resource;
            this.target = target;
        }

        void read(BufferedReader in) throws IOException {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                line++;
                String clean = text.strip();
                try {
                    readLine(clean);
                } catch (IllegalArgumentException e) {
                    throw new IllegalStateException(
                            resource + ":" + line + ": " + e.getMessage(), e);
                }
            }
        }

        private void readLine(String text) {
            if (text.isEmpty() || text.startsWith("#")) {
                return;
            }
            if (text.startsWith("@")) {
                int equals = text.indexOf('=');
                String name = text.substring(1, equals).strip();
                classes.put(name, expand(text.substring(equals + 1).strip().split("[ |]+", -1)));
            } else if (text.startsWith("[")) {
                guard = text.endsWith("-]");
                topic = text.substring(1, text.length() - (guard ? 2 : 1)).strip();
            } else {
                int space = text.indexOf(' ');
                double strength = Double.parseDouble(text.substring(0, space));
                target.add(new Rule(topic, strength, guard, phrase(text.substring(space).strip())));
            }
        }

        private List<String> expand(String[] names) {
            List<String> out = new ArrayList<>();
            for (String name : names) {
                if (name.startsWith("@")) {
                    List<String> members = classes.get(name.substring(1));
                    if (members == null) {
                        throw new IllegalArgumentException("no word class '" + name + "' above");
                    }
                    out.addAll(members);
                } else {
                    out.add(name);
                }
            }
            return out;
        }

        private Phrase phrase(String text) {
            List<Phrase.Part> parts = new ArrayList<>();
            boolean atStart = text.startsWith("^ ");
            boolean atEnd = text.endsWith(" $");
            String inner = text.substring(atStart ? 2 : 0, text.length() - (atEnd ? 2 : 0));
            for (String part : inner.strip().split(" +", -1)) {
                parts.add(part(part));
            }
            return new Phrase(parts, atStart, atEnd);
        }

        private Phrase.Part part(String part) {
            if (part.startsWith("~")) {
                return new Phrase.Gap(Integer.parseInt(part.substring(1)));
            }
            return part.startsWith("!") && part.length() > 1
                    ? new Phrase.Other(words(part.substring(1)).words())
                    : words(part);
        }

        private Phrase.Words words(String part) {
            boolean optional = part.startsWith("[") && part.endsWith("]");
            String inner = optional ? part.substring(1, part.length() - 1) : part;
            Set<String> words = new HashSet<>();
            List<String> stems = new ArrayList<>();
            for (String word :
                    expand(Arrays.stream(inner.split("\\|", -1)).toArray(String[]::new))) {
                if (word.endsWith("*")) {
                    stems.add(Tokens.fold(word.substring(0, word.length() - 1)));
                } else {
                    words.add(Tokens.fold(word));
                }
            }
            return new Phrase.Words(Set.copyOf(words), List.copyOf(stems), optional);
        }
    }
}
