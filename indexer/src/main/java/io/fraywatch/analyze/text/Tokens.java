package io.fraywatch.analyze.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Cuts a sentence into lower-case words without accents, with contractions spelled out ("don't" is
/// `do` `not`), so that a phrase needs to be written down only once.
///
/// Punctuation that matters becomes a token: `?`, `!`, `"`, and `,` for whatever else divides
/// clauses. A web address is the token `url`.
public final class Tokens {
    private static final Map<String, List<String>> WHOLE =
            Map.ofEntries(
                    Map.entry("won't", List.of("will", "not")),
                    Map.entry("wont", List.of("will", "not")),
                    Map.entry("shan't", List.of("shall", "not")),
                    Map.entry("can't", List.of("can", "not")),
                    Map.entry("cant", List.of("can", "not")),
                    Map.entry("cannot", List.of("can", "not")),
                    Map.entry("dont", List.of("do", "not")),
                    Map.entry("didnt", List.of("did", "not")),
                    Map.entry("doesnt", List.of("does", "not")),
                    Map.entry("isnt", List.of("is", "not")),
                    Map.entry("wasnt", List.of("was", "not")),
                    Map.entry("havent", List.of("have", "not")),
                    Map.entry("hasnt", List.of("has", "not")),
                    Map.entry("couldnt", List.of("could", "not")),
                    Map.entry("wouldnt", List.of("would", "not")),
                    Map.entry("shouldnt", List.of("should", "not")),
                    Map.entry("im", List.of("i", "am")),
                    Map.entry("ive", List.of("i", "have")),
                    Map.entry("youre", List.of("you", "are")),
                    Map.entry("youve", List.of("you", "have")),
                    Map.entry("thats", List.of("that", "is")),
                    Map.entry("let's", List.of("let", "us")),
                    Map.entry("lets", List.of("let", "us")),
                    Map.entry("gonna", List.of("going", "to")),
                    Map.entry("wanna", List.of("want", "to")),
                    Map.entry("pls", List.of("please")),
                    Map.entry("plz", List.of("please")),
                    Map.entry("thx", List.of("thanks")),
                    Map.entry("tks", List.of("thanks")),
                    Map.entry("u", List.of("you")),
                    Map.entry("asap", List.of("as", "soon", "as", "possible")));

    private static final Map<String, String> SUFFIXES =
            Map.of("re", "are", "ve", "have", "ll", "will", "d", "would", "m", "am");

    /// Words whose `'s` is short for `is` and not a genitive.
    private static final Set<String> IS =
            Set.of(
                    "it",
                    "that",
                    "what",
                    "there",
                    "here",
                    "he",
                    "she",
                    "who",
                    "how",
                    "where",
                    "everything",
                    "something",
                    "nothing",
                    "this",
                    "when",
                    "why");

    private Tokens() {}

    /// The tokens of a sentence, in order.
    public static List<String> of(CharSequence sentence) {
        List<String> out = new ArrayList<>(sentence.length() / 5 + 4);
        int i = 0;
        while (i < sentence.length()) {
            char c = sentence.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                int end = endOfWord(sentence, i);
                if (isWebAddress(sentence, i, end)) {
                    end = endOfRun(sentence, end);
                    out.add("url");
                } else {
                    addWord(fold(sentence.subSequence(i, end).toString()), out);
                }
                i = end;
            } else {
                addMark(c, sentence, i, out);
                i++;
            }
        }
        return out;
    }

    private static int endOfWord(CharSequence text, int start) {
        int end = start;
        while (end < text.length() && (isInWord(text.charAt(end)) || joins(text, end))) {
            end++;
        }
        return end;
    }

    private static boolean isInWord(char c) {
        return Character.isLetterOrDigit(c) || isCombining(c);
    }

    /// Whether an apostrophe stands between letters.
    private static boolean joins(CharSequence text, int at) {
        return isApostrophe(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at + 1));
    }

    private static boolean isCombining(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == '‘' || c == '`' || c == '´';
    }

    private static boolean isWebAddress(CharSequence text, int start, int end) {
        if (end + 2 >= text.length()) {
            return false;
        }
        return text.charAt(end) == '.'
                ? "www".contentEquals(text.subSequence(start, end))
                : text.charAt(end) == ':'
                        && text.charAt(end + 1) == '/'
                        && text.charAt(end + 2) == '/';
    }

    private static int endOfRun(CharSequence text, int start) {
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static void addMark(char c, CharSequence text, int at, List<String> out) {
        switch (c) {
            case '?', '¿', '？' -> out.add("?");
            case '!' -> out.add("!");
            case '"', '“', '”', '„', '«', '»' -> out.add("\"");
            case ',', ';', ':', '–', '—', '(', ')', '…' -> out.add(",");
            case '-' -> {
                if (at == 0 || Character.isWhitespace(text.charAt(at - 1))) {
                    out.add(",");
                }
            }
            default -> {
                // other marks don't divide clauses
            }
        }
    }

    private static void addWord(String word, List<String> out) {
        List<String> whole = WHOLE.get(word);
        int apostrophe = word.indexOf('\'');
        if (whole != null) {
            out.addAll(whole);
        } else if (apostrophe < 0) {
            out.add(word);
        } else {
            addContraction(word.substring(0, apostrophe), word.substring(apostrophe + 1), out);
        }
    }

    private static void addContraction(String head, String tail, List<String> out) {
        String full = SUFFIXES.get(tail);
        if (full != null) {
            out.add(head);
            out.add(full);
        } else if (tail.equals("t") && head.endsWith("n")) {
            out.add(head.substring(0, head.length() - 1));
            out.add("not");
        } else if (tail.equals("s")) {
            out.add(head);
            if (IS.contains(head)) {
                out.add("is");
            }
        } else {
            out.add(head);
            out.add(tail);
        }
    }

    /// Lower case, no accents, one kind of apostrophe.
    static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) >= 0x80) {
                return foldAccents(lower);
            }
        }
        return lower;
    }

    private static String foldAccents(String lower) {
        StringBuilder out = new StringBuilder(lower.length());
        String parts = Normalizer.normalize(lower, Normalizer.Form.NFD);
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (isApostrophe(c)) {
                out.append('\'');
            } else if (c == 'ß') {
                out.append("ss");
            } else if (!isCombining(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
