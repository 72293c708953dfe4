package io.fraywatch.analyze.text;

import io.fraywatch.analyze.model.Example;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The examples a head is trained by: sentences made by hand, those of the other heads as what it
/// isn't, and ordinary sentences from business mail. Sentences held out for measuring aren't among
/// them.
final class HeadExamples {
    static final List<String> HEADS =
            List.of(
                    "unhappy",
                    "takenBack",
                    "wrongPerson",
                    "cancellation",
                    "commitment",
                    "ownMistake",
                    "outOfDepth");

    /// Heads that may hold of one sentence together, so that one's yes isn't the other's no.
    private static final List<List<String>> AKIN =
            List.of(
                    List.of("unhappy", "wrongPerson"),
                    List.of("takenBack", "cancellation"),
                    List.of("takenBack", "commitment"),
                    List.of("wrongPerson", "cancellation"),
                    List.of("unhappy", "cancellation"),
                    List.of("takenBack", "unhappy"),
                    List.of("commitment", "ownMistake"),
                    List.of("outOfDepth", "ownMistake"),
                    List.of("outOfDepth", "commitment"));

    private HeadExamples() {}

    /// By hand only; the head's own come first. Those of the trades are full of promises and
    /// mistakes that aren't marked, so only heads that have such of their own learn from the
    /// others'.
    static List<Example> byHand(String head) throws IOException {
        List<Example> examples = new ArrayList<>(own(head));
        for (String other : HEADS) {
            if (!other.equals(head)) {
                boolean akin = akin(head, other);
                List<Example> others =
                        read("trades/" + head).isEmpty() ? former(other) : own(other);
                others.stream()
                        .filter(example -> !akin || !example.label())
                        .forEach(example -> examples.add(new Example(example.text(), false)));
            }
        }
        examples.addAll(read("train/ordinary"));
        return examples;
    }

    static boolean akin(String head, String other) {
        return AKIN.contains(List.of(head, other)) || AKIN.contains(List.of(other, head));
    }

    /// The head's own: those that the phrases were made with, those that the phrases were widened
    /// by, and those that the phrases never saw: first by anybody, then as people of many trades
    /// write.
    static List<Example> own(String head) throws IOException {
        List<Example> examples = former(head);
        examples.addAll(read("trades/" + head));
        return examples;
    }

    private static List<Example> former(String head) throws IOException {
        List<Example> examples = new ArrayList<>(first(head));
        examples.addAll(widening(head));
        examples.addAll(read("train/" + head));
        return examples;
    }

    static List<Example> first(String head) throws IOException {
        return read(head);
    }

    static List<Example> widening(String head) throws IOException {
        List<Example> fresh = read("fresh/" + head);
        List<Example> odd = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i += 2) {
            odd.add(fresh.get(i));
        }
        return odd;
    }

    private static List<Example> read(String name) throws IOException {
        String resource = "/io/fraywatch/analyze/sentences/" + name + ".txt";
        try (InputStream in = HeadExamples.class.getResourceAsStream(resource)) {
            if (in == null) {
                return List.of();
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> new Example(line.substring(2), line.startsWith("+")))
                    .toList();
        }
    }
}
