package io.fraywatch.analyze.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Of whom a sentence speaks and in what manner: "you forgot" isn't "I forgot", and "if you are
/// unhappy" isn't "I am unhappy".
///
/// Two things are told of each word: with whom and how the whole sentence speaks (to you, of me, of
/// others, of a device; negated, conditional, asking), and who does it in its own clause and
/// whether that is negated before it.
final class SubjectGrams {
    private static final Set<String> SUBJECTS =
            Set.of(
                    "ME",
                    "MY",
                    "YOU",
                    "YOUR",
                    "THEY",
                    "THEIR",
                    "THIRD",
                    "DEVICE",
                    "WORK",
                    "STAFF",
                    "NAME",
                    "EXPERT",
                    "QUESTION",
                    "WILL");

    private static final Set<String> IMPERSONAL = Set.of("it", "this");
    private static final Set<String> CLAUSE_BEGINS = Set.of("but", "and", "because", "that", "if");

    private SubjectGrams() {}

    static void add(List<String> tokens, List<String> classes, SentenceGrams.Buckets out) {
        addSentence(classes, out);
        addClauses(tokens, classes, out);
    }

    private static void addSentence(List<String> classes, SentenceGrams.Buckets out) {
        int traits = 0;
        for (String name : classes) {
            traits |= trait(name);
        }
        out.add(traits * 31 + 109);
        Set<String> seen = new HashSet<>();
        for (String name : classes) {
            if (!SentenceGrams.isLight(name) && seen.add(name)) {
                out.add(traits * 31 + name.hashCode() * 7 + 110);
            }
        }
    }

    private static int trait(String name) {
        return switch (name) {
            case "YOU", "YOUR", "YOURSELF" -> 1;
            case "ME", "MY", "US" -> 1 << 1;
            case "THEY", "THEIR", "THIRD" -> 1 << 2;
            case "DEVICE" -> 1 << 3;
            case "NOT" -> 1 << 4;
            case "IF" -> 1 << 5;
            case "?" -> 1 << 6;
            default -> 0;
        };
    }

    private static void addClauses(
            List<String> tokens, List<String> classes, SentenceGrams.Buckets out) {
        String subject = "";
        boolean negated = false;
        for (int i = 0; i < tokens.size(); i++) {
            String name = classes.get(i);
            String token = tokens.get(i);
            if (name.equals(",") || CLAUSE_BEGINS.contains(token)) {
                subject = "";
                negated = false;
            } else if (subject.isEmpty() && SUBJECTS.contains(name)) {
                subject = name;
            } else if (subject.isEmpty() && IMPERSONAL.contains(token)) {
                subject = "IT";
            } else {
                negated |= name.equals("NOT");
                int who = subject.hashCode() * 2 + (negated ? 1 : 0);
                out.add(who * 31 + token.hashCode() * 7 + 111);
                if (!SentenceGrams.isLight(name)) {
                    out.add(who * 31 + name.hashCode() * 7 + 112);
                }
            }
        }
    }
}
