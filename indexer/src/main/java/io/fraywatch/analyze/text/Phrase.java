package io.fraywatch.analyze.text;

import java.util.List;
import java.util.Set;

/// A phrase to be found in tokens: words with alternatives, optional or shut out, and bounded gaps.
///
/// @param parts never empty; the first names its words
/// @param atStart whether it has to begin the sentence
/// @param atEnd whether nothing but marks may follow
record Phrase(List<Part> parts, boolean atStart, boolean atEnd) {
    /// One step of a phrase.
    sealed interface Part {}

    /// One of these words, or a word beginning with one of the stems; if `optional`, it may be
    /// missing.
    record Words(Set<String> words, List<String> stems, boolean optional) implements Part {
        boolean accepts(String token) {
            if (words.contains(token)) {
                return true;
            }
            for (String stem : stems) {
                if (token.startsWith(stem)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// One word that isn't one of these.
    record Other(Set<String> words) implements Part {}

    /// Up to `most` words of any kind within the clause.
    record Gap(int most) implements Part {}

    Phrase {
        parts = List.copyOf(parts);
        if (!(parts.getFirst() instanceof Words first) || first.optional()) {
            throw new IllegalArgumentException(
                    "a phrase must begin with a word that isn't optional");
        }
    }

    Words first() {
        return (Words) parts.getFirst();
    }

    /// Whether the phrase is there with its first word at `at`, which the caller knows to fit.
    boolean matchesAt(List<String> tokens, int at) {
        return (!atStart || leads(tokens, at)) && matches(tokens, at + 1, 1);
    }

    private static boolean leads(List<String> tokens, int at) {
        for (int i = 0; i < at; i++) {
            if (!isMark(tokens.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Tries at most (most + 1) ways per gap and two per optional word, whatever the text.
    private boolean matches(List<String> tokens, int at, int part) {
        if (part == parts.size()) {
            return !atEnd || onlyMarksFrom(tokens, at);
        }
        return switch (parts.get(part)) {
            case Words words -> {
                if (at < tokens.size()
                        && words.accepts(tokens.get(at))
                        && matches(tokens, at + 1, part + 1)) {
                    yield true;
                }
                yield words.optional() && matches(tokens, at, part + 1);
            }
            case Other other ->
                    at < tokens.size()
                            && !isMark(tokens.get(at))
                            && !other.words().contains(tokens.get(at))
                            && matches(tokens, at + 1, part + 1);
            case Gap gap -> {
                for (int skip = 0; skip <= gap.most(); skip++) {
                    if (matches(tokens, at + skip, part + 1)) {
                        yield true;
                    }
                    if (at + skip >= tokens.size() || isMark(tokens.get(at + skip))) {
                        yield false;
                    }
                }
                yield false;
            }
        };
    }

    private static boolean onlyMarksFrom(List<String> tokens, int at) {
        for (int i = at; i < tokens.size(); i++) {
            if (!isMark(tokens.get(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isMark(String token) {
        return token.length() == 1 && !Character.isLetterOrDigit(token.charAt(0));
    }
}
