package io.fraywatch.embeddings;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Cuts text into the pieces that BERT's uncased models know, just as they were trained: accents
/// and case off, marks by themselves, and of each word the longest piece that is known, then the
/// next (Devlin et al. 2018; Wu et al. 2016, §4.1). Immutable.
///
/// Unlike the reference it takes the names of special pieces, such as `[SEP]`, for the text that
/// they are.
final class WordPieces {
    private static final int LONGEST_WORD = 100;
    private static final String INSIDE = "##";
    private static final int REPLACEMENT = 0xfffd;

    /// The blocks whose signs are words by themselves, first and last of each.
    private static final int[][] IDEOGRAPHS = {
        {0x3400, 0x4dbf},
        {0x4e00, 0x9fff},
        {0xf900, 0xfaff},
        {0x20000, 0x2a6df},
        {0x2a700, 0x2b73f},
        {0x2b740, 0x2b81f},
        {0x2b920, 0x2ceaf},
        {0x2f800, 0x2fa1f}
    };

    private final Map<String, Integer> numbers;
    private final int most;
    private final int begin;
    private final int end;
    private final int unknown;

    /// @param numbers of all pieces, those inside a word beginning with `##`
    /// @param most how many pieces a text may have, begin and end included; the rest is cut off
    WordPieces(Map<String, Integer> numbers, int most) {
        this.numbers = Map.copyOf(numbers);
        this.most = most;
        this.begin = special("[CLS]");
        this.end = special("[SEP]");
        this.unknown = special("[UNK]");
    }

    private int special(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("the vocabulary has no '" + name + "'");
        }
        return number;
    }

    /// The numbers of the pieces, between that of the begin and that of the end.
    long[] of(String text) {
        List<Integer> pieces = new ArrayList<>();
        pieces.add(begin);
        for (String word : words(text)) {
            if (pieces.size() >= most) {
                break;
            }
            addPieces(word, pieces);
        }
        List<Integer> kept = pieces.subList(0, Math.min(pieces.size(), most - 1));
        long[] out = new long[kept.size() + 1];
        for (int i = 0; i < kept.size(); i++) {
            out[i] = kept.get(i);
        }
        out[kept.size()] = end;
        return out;
    }

    private void addPieces(String word, List<Integer> pieces) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            pieces.add(unknown);
            return;
        }
        int before = pieces.size();
        int from = 0;
        while (from < word.length()) {
            int to = longest(word, from);
            if (to < 0) {
                pieces.subList(before, pieces.size()).clear();
                pieces.add(unknown);
                return;
            }
            pieces.add(numbers.get(piece(word, from, to)));
            from = to;
        }
    }

    /// Where the longest known piece that begins there ends; -1 if there is none.
    private int longest(String word, int from) {
        for (int to = word.length(); to > from; to = word.offsetByCodePoints(to, -1)) {
            if (numbers.containsKey(piece(word, from, to))) {
                return to;
            }
        }
        return -1;
    }

    private static String piece(String word, int from, int to) {
        String part = word.substring(from, to);
        return from == 0 ? part : INSIDE + part;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        plain(text)
                .codePoints()
                .forEach(c -> {
                    boolean mark = isMark(c);
                    if (mark || isSpace(c)) {
                        finish(word, words);
                    }
                    if (mark) {
                        words.add(Character.toString(c));
                    } else if (!isSpace(c)) {
                        word.appendCodePoint(c);
                    }
                });
        finish(word, words);
        return words;
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /// Without control characters, accents and capitals, and with spaces around ideographs.
    private static String plain(String text) {
        StringBuilder clean = new StringBuilder(text.length() + 16);
        text.codePoints()
                .filter(c -> !isDropped(c))
                .forEach(c -> {
                    if (isIdeograph(c)) {
                        clean.append(' ').appendCodePoint(c).append(' ');
                    } else {
                        clean.appendCodePoint(c);
                    }
                });
        StringBuilder plain = new StringBuilder(clean.length());
        Normalizer.normalize(clean, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> plain.appendCodePoint(Character.toLowerCase(c)));
        return plain.toString();
    }

    private static boolean isDropped(int c) {
        return c == REPLACEMENT
                || switch (Character.getType(c)) {
                    case Character.CONTROL -> c != '\t' && c != '\n' && c != '\r';
                    case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
                    default -> false;
                };
    }

    private static boolean isIdeograph(int c) {
        for (int[] block : IDEOGRAPHS) {
            if (c >= block[0] && c <= block[1]) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /// ASCII's signs count, too, which Unicode has as symbols.
    private static boolean isMark(int c) {
        return (c < 0x80 && c > ' ' && !Character.isLetterOrDigit(c) && c != 0x7f)
                || switch (Character.getType(c)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION ->
                            true;
                    default -> false;
                };
    }
}
