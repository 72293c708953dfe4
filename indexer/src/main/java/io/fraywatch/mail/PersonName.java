package io.fraywatch.mail;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A display name less what mail programs, directories and lists put around it.
///
/// @param full as one would write it: `Dana Reyes`; empty when there is none
public record PersonName(String full) {
    private static final List<String> TAIL_MARKS =
            List.of(" | ", " - ", " – ", " — ", " • ", " · ", " // ", " @ ", " from ", " at ");
    private static final String QUOTES = "\"'“”„‟‘’‚‛«»‹›`´";

    /// Understands a display name: undoes "via" and "on behalf of", `Last, First`, brackets,
    /// quotes, directory paths, symbols, and all-capital or all-small letters.
    public static PersonName of(String display) {
        String name = withoutSymbols(display);
        if (name.contains("=?")) {
            return new PersonName("");
        }
        name = behalf(beforeVia(name));
        name = unquoted(withoutBrackets(unquoted(name)));
        name = withoutPath(name);
        for (String mark : TAIL_MARKS) {
            int at = name.indexOf(mark);
            name = at > 0 ? name.substring(0, at) : name;
        }
        name = unquoted(commas(name));
        if (name.indexOf('@') >= 0 || name.chars().noneMatch(Character::isLetter)) {
            return new PersonName("");
        }
        return new PersonName(cased(withoutTitles(words(name))));
    }

    /// What an address says by itself: its display name, else a name spelt in the part before the
    /// `@`, as in `dana.reyes@…`.
    public static PersonName of(Address address) {
        PersonName shown = of(address.name());
        return shown.full.isEmpty() ? spelt(address.local()) : shown;
    }

    /// The person's name in `Dana Reyes via Harbor List`; the name itself when there is no "via".
    public static String beforeVia(String name) {
        int via = name.toLowerCase(Locale.ROOT).lastIndexOf(" via ");
        return via > 0 ? unquoted(name.substring(0, via)) : name;
    }

    /// What to call them in a letter; empty for firms, teams and initials, and in doubt.
    public Optional<String> first() {
        List<String> words = words(full);
        if (!isPerson() || words.stream().anyMatch(w -> is(NameWords.COMPANIES, w))) {
            return Optional.empty();
        }
        return words.stream()
                .filter(word -> word.codePointCount(0, word.length()) > 1 && !word.endsWith("."))
                .findFirst()
                .filter(word -> !word.equals(words.getLast()) || words.size() == 1);
    }

    /// Whether this can be one human being's name: letters, and no role or firm.
    public boolean isPerson() {
        List<String> words = words(full);
        return !words.isEmpty()
                && words.size() <= 6
                && words.stream().noneMatch(w -> is(NameWords.ROLES, w))
                && !is(NameWords.COMPANIES, words.getLast())
                && full.chars().noneMatch(c -> Character.isDigit(c) || c == '&');
    }

    /// Whether it holds a first and a last name, both written out.
    public boolean isFull() {
        return isPerson()
                && words(full).stream()
                                .filter(word -> word.replace(".", "").length() > 1)
                                .filter(word -> !is(NameWords.PARTICLES, word))
                                .count()
                        >= 2;
    }

    /// The same for all spellings of one name: folded, without middle initials. Father and son
    /// differ by their `Jr`.
    public String key() {
        List<String> words = new ArrayList<>(words(folded(full)));
        words.replaceAll(word -> word.replace(".", ""));
        words.removeIf(word -> word.length() < 2);
        return String.join(" ", words);
    }

    /// Whether a part before the `@` names a desk rather than a person: `info`, `sales-team`.
    public static boolean isRole(String local) {
        String plain = local.toLowerCase(Locale.ROOT);
        return NameWords.ROLES.contains(plain)
                || Arrays.stream(plain.split("[._+-]", -1)).anyMatch(NameWords.ROLES::contains);
    }

    /// Lower case without accents.
    public static String folded(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static PersonName spelt(String local) {
        List<String> parts = List.of(local.split("[._]", -1));
        boolean name =
                parts.size() == 2
                        && !isRole(local)
                        && parts.stream()
                                .allMatch(part ->
                                        part.length() > 1
                                                && part.chars().allMatch(Character::isLetter));
        return new PersonName(name ? cased(parts) : "");
    }

    private static String withoutSymbols(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    switch (Character.getType(c)) {
                        case Character.OTHER_SYMBOL,
                                Character.FORMAT,
                                Character.CONTROL,
                                Character.PRIVATE_USE,
                                Character.SURROGATE,
                                Character.UNASSIGNED,
                                Character.ENCLOSING_MARK ->
                                kept.append(' ');
                        default -> kept.appendCodePoint(isEmojiPart(c) ? ' ' : c);
                    }
                });
        return String.join(" ", words(kept.toString()));
    }

    /// Variation selectors and skin tones, which are letters and marks by their type.
    private static boolean isEmojiPart(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF) || c == 0xFFFD;
    }

    private static String behalf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String phrase : NameWords.BEHALF) {
            int at = lower.indexOf(" " + phrase + " ");
            if (at > 0 && lower.length() == name.length()) {
                return name.substring(at + phrase.length() + 2);
            }
        }
        return name;
    }

    private static String unquoted(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && (QUOTES.indexOf(name.charAt(from)) >= 0 || name.charAt(from) == ' ')) {
            from++;
        }
        while (to > from
                && (QUOTES.indexOf(name.charAt(to - 1)) >= 0 || name.charAt(to - 1) == ' ')) {
            to--;
        }
        return name.substring(from, to);
    }

    /// Less everything in brackets of any sort, unless that is all there is.
    private static String withoutBrackets(String name) {
        StringBuilder out = new StringBuilder(name.length());
        int depth = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean open = c == '(' || c == '[' || c == '<' || c == '{';
            boolean close = c == ')' || c == ']' || c == '>' || c == '}';
            depth += open ? 1 : 0;
            if (depth == 0 && !close) {
                out.append(c);
            }
            depth -= close && depth > 0 ? 1 : 0;
        }
        String rest = String.join(" ", words(out.toString()));
        return rest.isEmpty()
                ? words(name.replaceAll("[()\\[\\]<>{}]", " ")).stream()
                        .collect(java.util.stream.Collectors.joining(" "))
                : rest;
    }

    /// `Dana Reyes/HOU/ECT@ECT` as Notes wrote it.
    private static String withoutPath(String name) {
        int slash = name.indexOf('/');
        return slash > 0 && name.lastIndexOf(' ', slash) > 0 ? name.substring(0, slash) : name;
    }

    /// `Reyes, Dana` is `Dana Reyes`; `Dana Reyes, PhD` and `Reyes Design, Inc.` aren't that.
    private static String commas(String name) {
        List<String> parts =
                Arrays.stream(name.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .filter(part -> !is(NameWords.CREDENTIALS, part))
                        .toList();
        if (parts.size() < 2) {
            return parts.isEmpty() ? "" : parts.getFirst();
        }
        String last = parts.getFirst();
        String second = parts.get(1);
        if (is(NameWords.COMPANIES, second) || is(NameWords.GENERATIONS, second)) {
            return last + " " + second;
        }
        boolean surname = words(last).size() <= 3 && words(second).size() <= 3;
        String generation =
                parts.size() > 2 && is(NameWords.GENERATIONS, parts.get(2))
                        ? " " + parts.get(2)
                        : "";
        return surname ? second + " " + last + generation : last;
    }

    private static List<String> withoutTitles(List<String> words) {
        int from = 0;
        while (from < words.size() - 1 && is(NameWords.TITLES, words.get(from))) {
            from++;
        }
        return words.subList(from, words.size());
    }

    /// Words in one case throughout get capitals where names have them. A lone short word in
    /// capitals is an abbreviation and stays.
    private static String cased(List<String> words) {
        String whole = String.join(" ", words);
        boolean capitals = whole.equals(whole.toUpperCase(Locale.ROOT));
        boolean small = whole.equals(whole.toLowerCase(Locale.ROOT));
        boolean abbreviation = capitals && words.size() == 1 && whole.length() <= 4;
        if (capitals == small || abbreviation) {
            return whole;
        }
        List<String> cased = new ArrayList<>();
        for (String word : words) {
            boolean particle = !cased.isEmpty() && is(NameWords.PARTICLES, word);
            boolean numeral = is(NameWords.GENERATIONS, word) && !word.contains("R");
            boolean firm = is(NameWords.COMPANIES, word) && word.length() <= 3;
            boolean kept = capitals && (numeral || firm);
            cased.add(particle ? word.toLowerCase(Locale.ROOT) : kept ? word : capital(word));
        }
        return String.join(" ", cased);
    }

    /// `REYES-O'NEIL` is `Reyes-O'Neil`.
    private static String capital(String word) {
        StringBuilder out = new StringBuilder(word.length());
        boolean start = true;
        for (int c : word.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            out.appendCodePoint(start ? Character.toTitleCase(c) : c);
            start = c == '-' || c == '\'' || c == '’' || c == '.';
        }
        return out.toString();
    }

    private static boolean is(java.util.Set<String> list, String word) {
        return list.contains(word.toLowerCase(Locale.ROOT));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1)).filter(w -> !w.isEmpty()).toList();
    }
}
